/* Tells which words of a piece of code are which; loaded only when code is shown. */

import bash from 'highlight.js/lib/languages/bash';
import cmake from 'highlight.js/lib/languages/cmake';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import dos from 'highlight.js/lib/languages/dos';
import glsl from 'highlight.js/lib/languages/glsl';
import go from 'highlight.js/lib/languages/go';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import lua from 'highlight.js/lib/languages/lua';
import makefile from 'highlight.js/lib/languages/makefile';
import markdown from 'highlight.js/lib/languages/markdown';
import mel from 'highlight.js/lib/languages/mel';
import perl from 'highlight.js/lib/languages/perl';
import php from 'highlight.js/lib/languages/php';
import powershell from 'highlight.js/lib/languages/powershell';
import properties from 'highlight.js/lib/languages/properties';
import python from 'highlight.js/lib/languages/python';
import rsl from 'highlight.js/lib/languages/rsl';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import scss from 'highlight.js/lib/languages/scss';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';
import type { Token } from './diff-text';

const languages = {
  bash,
  cmake,
  cpp,
  csharp,
  css,
  dockerfile,
  dos,
  glsl,
  go,
  ini,
  java,
  javascript,
  json,
  kotlin,
  lua,
  makefile,
  markdown,
  mel,
  perl,
  php,
  powershell,
  properties,
  python,
  rsl,
  ruby,
  rust,
  scss,
  sql,
  swift,
  typescript,
  xml,
  yaml,
};

const lowlight = createLowlight(languages);

interface Piece {
  type: string;
  value?: string;
  properties?: { className?: unknown };
  children?: Piece[];
}

/** The tokens of each line of this code. */
export function coloursOf(code: string[], language: string): Token[][] {
  const lines: Token[][] = [[]];
  let at = 0;
  const walk = (piece: Piece, style: string) => {
    if (piece.type !== 'text') {
      const own = piece.properties?.className;
      const inner = Array.isArray(own) ? own.join(' ') : style;
      piece.children?.forEach((child) => walk(child, inner));
      return;
    }
    (piece.value ?? '').split('\n').forEach((part, index) => {
      if (index > 0) {
        lines.push([]);
        at = 0;
      }
      at += part.length;
      if (part) lines[lines.length - 1].push({ end: at, style });
    });
  };
  walk(lowlight.highlight(language, code.join('\n')) as Piece, '');
  return lines;
}
