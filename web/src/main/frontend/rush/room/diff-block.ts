/* Some rows in a row: drawn while somebody is near, plain text otherwise. */

import type { Colouring } from './diff-colouring';
import { mainLine, type Row } from './diff-model';
import { drawRow, type Drawn, type Look, paintLine, plainText } from './diff-rows';
import type { LineNotes } from './line-notes';

/** What all blocks of a file have in common. */
export interface Sheet {
  rows: Row[];
  sideBySide: boolean;
  look: Look;
  colouring: Colouring;
  /** The notes that stand under a row. */
  notesUnder: (line: number, row: number) => LineNotes | undefined;
}

const KEEPS = 'review-line-notes, :focus, [tabindex="0"]';

export class DiffBlock {
  readonly element = document.createElement('div');
  private drawn?: Drawn[];

  constructor(
    private readonly sheet: Sheet,
    private readonly from: number,
    private readonly to: number,
  ) {
    this.element.className = 'diff-block';
    this.element.style.setProperty('--rows', String(to - from));
    this.showText();
  }

  draw() {
    if (this.drawn) return;
    const { rows, sideBySide, look, colouring, notesUnder } = this.sheet;
    const drawn: Drawn[] = [];
    colouring.find(rows, this.from, this.to, () => this.drawn?.forEach(([code, line]) => paintLine(code, line, look)));
    const nodes = document.createDocumentFragment();
    for (let index = this.from; index < this.to; index++) {
      nodes.append(drawRow(rows[index], index, sideBySide, look, drawn));
      const line = mainLine(rows[index]);
      const notes = line && notesUnder(line.noteLine, index);
      if (notes) nodes.append(notes);
    }
    this.drawn = drawn;
    this.element.replaceChildren(nodes);
  }

  /** Nobody is near: what can be drawn again is let go. */
  rest() {
    if (!this.drawn || this.element.querySelector(KEEPS)) return;
    this.drawn = undefined;
    this.showText();
  }

  private showText() {
    const text = document.createElement('pre');
    text.className = 'diff-block-text';
    text.textContent = plainText(this.sheet.rows.slice(this.from, this.to));
    this.element.replaceChildren(text);
  }
}
