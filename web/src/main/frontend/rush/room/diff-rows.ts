/* Draws rows of a diff: numbers that open a note, the sign, and the code. */

import type { Line, Row } from './diff-model';
import { paint, type Token } from './diff-text';

const LONGEST = 2_000;
const SIGNS = { '+': '+', '-': '−', ' ': '' };
const SORTS = { '+': 'added', '-': 'removed', ' ': 'same' };
const SPOKEN = { '+': 'Added', '-': 'Removed', ' ': 'Unchanged' };

export interface Look {
  spaces: boolean;
  /** Every line ends with a carriage return, which is said once and not at each line. */
  isCrLf: boolean;
  tokens: (line: Line) => Token[];
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** Fills the place of a line's code. */
export function paintLine(code: HTMLElement, line: Line, look: Look, whole = false) {
  let text = look.isCrLf && line.text.endsWith('\r') ? line.text.slice(0, -1) : line.text;
  const rest = text.length - LONGEST;
  const isCut = rest > 0 && !whole;
  if (isCut) text = text.slice(0, LONGEST);
  paint(code, {
    text,
    tokens: isCut || whole ? [] : look.tokens(line),
    marks: line.marks,
    spaces: look.spaces,
  });
  if (isCut) {
    const more = element('button', 'diff-button', `Show ${rest.toLocaleString()} more characters`);
    more.addEventListener('click', () => paintLine(code, line, look, true), { once: true });
    code.append(more);
  }
  if (line.isUnended) {
    const mark = element('span', 'diff-no-end', 'no line break at the end');
    code.append(mark);
  }
}

function numbers(line: Line | undefined, values: (number | undefined)[]): HTMLElement {
  const button = element('button', 'line-numbers') as HTMLButtonElement;
  button.type = 'button';
  button.tabIndex = -1;
  if (!line) {
    button.disabled = true;
    button.setAttribute('aria-hidden', 'true');
    return button;
  }
  const shown = values.filter((value) => value !== undefined).join(' ');
  button.setAttribute('aria-label', `${shown}: write a note on line ${line.noteLine}`);
  values.forEach((value, place) => {
    if (place > 0) button.append(' ');
    button.append(element('span', 'line-number', value === undefined ? '' : String(value)));
  });
  return button;
}

function label(line: Line): string {
  const number = line.newNumber ?? line.oldNumber;
  return `${SPOKEN[line.sort]}, line ${number}: ${line.text.slice(0, 200)}`;
}

/** What was drawn for a line, to be painted again when the colours are known. */
export type Drawn = [HTMLElement, Line];

function half(line: Line | undefined, values: (number | undefined)[], look: Look, drawn: Drawn[]): HTMLElement[] {
  const sort = line ? SORTS[line.sort] : 'none';
  const button = numbers(line, values);
  button.classList.add(`is-${sort}`);
  const sign = element('span', `line-sign is-${sort}`, line ? SIGNS[line.sort] : '');
  sign.setAttribute('aria-hidden', 'true');
  const code = element('code', `diff-code is-${sort}`);
  code.dir = 'ltr';
  if (line) {
    paintLine(code, line, look);
    drawn.push([code, line]);
  }
  return [button, sign, code];
}

function lineRow(row: Row & { kind: 'line' }, sideBySide: boolean, look: Look, drawn: Drawn[]): HTMLElement {
  const line = (row.right ?? row.left) as Line;
  const made = element('div', 'diff-row');
  made.tabIndex = -1;
  made.setAttribute('role', 'group');
  made.setAttribute('aria-label', label(line));
  if (sideBySide) {
    made.classList.add('diff-halves');
    made.append(...half(row.left, [row.left?.oldNumber], look, drawn));
    made.append(...half(row.right, [row.right?.newNumber], look, drawn));
  } else {
    made.append(...half(line, [line.oldNumber, line.newNumber], look, drawn));
  }
  return made;
}

/** One row, with its place among all rows of the file as `data-row`. */
export function drawRow(row: Row, index: number, sideBySide: boolean, look: Look, drawn: Drawn[]): HTMLElement {
  let made: HTMLElement;
  if (row.kind === 'line') {
    made = lineRow(row, sideBySide, look, drawn);
  } else if (row.kind === 'gap') {
    made = element('div', 'diff-gap');
    const count = row.hidden === 0 ? '' : row.hidden === 1 ? '1 line not shown' : `${row.hidden} lines not shown`;
    made.append(element('span', 'diff-gap-count', count), element('span', 'diff-gap-title', row.title));
  } else {
    made = element('button', 'diff-fold', `Show ${row.lines.length} unchanged lines`);
    (made as HTMLButtonElement).type = 'button';
  }
  made.dataset.row = String(index);
  return made;
}

/** The rows as plain text, which stands in their place until somebody comes near. */
export function plainText(rows: Row[]): string {
  return rows
    .map((row) => {
      if (row.kind !== 'line') return '';
      const line = (row.right ?? row.left) as Line;
      return line.text.slice(0, LONGEST).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (hidden) => (hidden === '\t' ? hidden : '·'));
    })
    .join('\n');
}
