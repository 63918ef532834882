/* Code as nodes of the page: coloured, with what changed marked, and with every character that hides made visible. */

/** Up to where in a line, and in which class. */
export interface Token {
  end: number;
  style: string;
}

const NAMES: Record<number, string> = {
  0x00a0: 'NO-BREAK SPACE',
  0x00ad: 'SOFT HYPHEN',
  0x061c: 'ARABIC LETTER MARK',
  0x200b: 'ZERO WIDTH SPACE',
  0x200c: 'ZERO WIDTH NON-JOINER',
  0x200d: 'ZERO WIDTH JOINER',
  0x200e: 'LEFT-TO-RIGHT MARK',
  0x200f: 'RIGHT-TO-LEFT MARK',
  0x202a: 'LEFT-TO-RIGHT EMBEDDING',
  0x202b: 'RIGHT-TO-LEFT EMBEDDING',
  0x202c: 'POP DIRECTIONAL FORMATTING',
  0x202d: 'LEFT-TO-RIGHT OVERRIDE',
  0x202e: 'RIGHT-TO-LEFT OVERRIDE',
  0x2066: 'LEFT-TO-RIGHT ISOLATE',
  0x2067: 'RIGHT-TO-LEFT ISOLATE',
  0x2068: 'FIRST STRONG ISOLATE',
  0x2069: 'POP DIRECTIONAL ISOLATE',
  0xfeff: 'BYTE ORDER MARK',
};

/** What terminals call the control characters. */
const CONTROLS =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US';

/** Control and format characters, separators and fillers; but not the tab, nor what joins one emoji with the next. */
const HIDING =
  /(?!\t)(?!(?<=[\p{Extended_Pictographic}\ufe0f])\u200d(?=\p{Extended_Pictographic}))[\p{Cc}\p{Cf}\u2028\u2029\u00a0\u115f\u1160\u2800\u3164\uffa0]/u;
const HIDING_OR_SPACE = new RegExp(`${HIDING.source}|[ \\t]`, 'u');

function stand(character: string): HTMLElement {
  const code = character.codePointAt(0) ?? 0;
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const stand = document.createElement('span');
  stand.className = 'hidden-character';
  stand.textContent = CONTROLS.split(' ')[code] ?? hex;
  stand.title = NAMES[code] ? `${hex} ${NAMES[code]}` : hex;
  return stand;
}

function space(character: string): HTMLElement {
  const mark = document.createElement('span');
  mark.className = character === '\t' ? 'diff-tab' : 'diff-space';
  mark.textContent = character;
  return mark;
}

/** Appends text in which nothing hides; with `spaces`, spaces and tabs are marked too. */
export function appendVisible(target: Node, text: string, spaces = false) {
  const wanted = new RegExp(spaces ? HIDING_OR_SPACE : HIDING, 'gu');
  let from = 0;
  for (const found of text.matchAll(wanted)) {
    if (found.index > from) target.appendChild(document.createTextNode(text.slice(from, found.index)));
    target.appendChild(/[ \t]/.test(found[0]) ? space(found[0]) : stand(found[0]));
    from = found.index + found[0].length;
  }
  if (from < text.length) target.appendChild(document.createTextNode(text.slice(from)));
}

export interface Painting {
  text: string;
  tokens: Token[];
  /** What changed, as starts and ends in turn. */
  marks: number[];
  spaces: boolean;
}

/** Fills an element with a line of code. */
export function paint(target: HTMLElement, { text, tokens, marks, spaces }: Painting) {
  const nodes = document.createDocumentFragment();
  const ends = [...tokens.map((token) => token.end), ...marks, text.length]
    .filter((end) => end > 0 && end <= text.length)
    .sort((one, other) => one - other);
  let from = 0;
  let token = 0;
  for (const end of ends) {
    if (end === from) continue;
    while (token < tokens.length && tokens[token].end <= from) token++;
    const isMarked = marks.some((mark, index) => index % 2 === 0 && mark <= from && marks[index + 1] >= end);
    const style = [tokens[token]?.style ?? '', isMarked ? 'diff-changed' : ''].filter(Boolean).join(' ');
    let piece: Node = nodes;
    if (style) {
      const span = document.createElement('span');
      span.className = style;
      piece = nodes.appendChild(span);
    }
    appendVisible(piece, text.slice(from, end), spaces);
    from = end;
  }
  target.replaceChildren(nodes);
}
