/* Which language a file is written in, by its name. */

const BY_ENDING: Record<string, string> = {
  bash: 'bash', sh: 'bash', zsh: 'bash', fish: 'bash',
  c: 'cpp', cc: 'cpp', cpp: 'cpp', cxx: 'cpp', h: 'cpp', hh: 'cpp', hpp: 'cpp', inl: 'cpp', cu: 'cpp',
  cs: 'csharp', cmake: 'cmake', css: 'css', scss: 'scss', bat: 'dos', cmd: 'dos',
  glsl: 'glsl', vert: 'glsl', frag: 'glsl', geom: 'glsl', comp: 'glsl', hlsl: 'glsl', metal: 'cpp', osl: 'rsl', sl: 'rsl',
  go: 'go', cfg: 'ini', conf: 'ini', ini: 'ini', toml: 'ini', java: 'java', kt: 'kotlin', kts: 'kotlin',
  cjs: 'javascript', js: 'javascript', jsx: 'javascript', mjs: 'javascript', cts: 'typescript', mts: 'typescript',
  ts: 'typescript', tsx: 'typescript', json: 'json', jsonl: 'json', lua: 'lua', mk: 'makefile', markdown: 'markdown',
  md: 'markdown', ma: 'mel', mel: 'mel', pl: 'perl', pm: 'perl', php: 'php', ps1: 'powershell', psm1: 'powershell',
  properties: 'properties', py: 'python', pyi: 'python', pyw: 'python', nk: 'bash', rb: 'ruby', rs: 'rust', sql: 'sql',
  swift: 'swift', html: 'xml', svg: 'xml', vue: 'xml', xhtml: 'xml', xml: 'xml', ui: 'xml', yaml: 'yaml', yml: 'yaml',
};

const BY_NAME: Record<string, string> = {
  'cmakelists.txt': 'cmake',
  dockerfile: 'dockerfile',
  makefile: 'makefile',
  '.bashrc': 'bash',
  '.editorconfig': 'ini',
};

/** Undefined for what is shown without colours. */
export function languageOf(path: string): string | undefined {
  const name = (path.split('/').pop() ?? '').toLowerCase();
  const ending = name.includes('.') ? (name.split('.').pop() ?? '') : '';
  return BY_NAME[name] ?? BY_ENDING[ending];
}
