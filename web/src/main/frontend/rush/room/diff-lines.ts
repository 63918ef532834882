/* The lines of one file. Only what is near the window is drawn; the rest stands there as plain text. */

import { DiffBlock, type Sheet } from './diff-block';
import { type DiffFile, hunkLines, isChange, type Line, mainLine, type Row, rowsOf, type Thread } from './diff-model';
import { Colouring } from './diff-colouring';
import { languageOf } from './diff-language';
import type { Drafts } from './line-drafts';
import { LineNotes } from './line-notes';

const BLOCK = 100;

export class DiffLines extends HTMLElement {
  private declare file: DiffFile;
  sideBySide = false;
  spaces = false;
  mayWrite = false;
  mayBlock = false;
  declare drafts: Drafts;

  private lines: Line[][] = [];
  private noteLines = new Set<number>();
  private rows: Row[] = [];
  private blocks: DiffBlock[] = [];
  private anchors = new Map<number, number>();
  private readonly notes = new Map<number, LineNotes>();
  private readonly unfolded = new Set<Line>();
  private colouring = new Colouring(undefined);
  private isCrLf = false;
  private readonly near = new IntersectionObserver((entries) => entries.forEach((entry) => this.passed(entry)), {
    rootMargin: '1000px 0px',
  });

  constructor() {
    super();
    this.addEventListener('click', (event) => this.clicked(event));
    this.addEventListener('keydown', (event) => this.pressed(event));
    this.addEventListener('focusin', (event) => this.focused(event));
    this.addEventListener('left', (event) => this.returned(event));
  }

  take(file: DiffFile) {
    this.file = file;
    this.lines = hunkLines(file);
    this.colouring = new Colouring(languageOf(file.path));
    this.noteLines = new Set();
    const missing = file.action === 'DELETE' ? '+' : '-';
    let ended = 0;
    const all = this.lines.flat();
    all.forEach((line) => {
      if (line.sort !== missing) this.noteLines.add(line.noteLine);
      if (line.text.endsWith('\r')) ended++;
    });
    this.isCrLf = ended > 0 && all.every((line) => line.isUnended || line.text.endsWith('\r'));
  }

  connectedCallback() {
    this.build();
  }

  disconnectedCallback() {
    this.near.disconnect();
  }

  get endsLinesWithCrLf() {
    return this.isCrLf;
  }

  /** Draws everything anew, in the way that is chosen now. */
  build() {
    this.near.disconnect();
    const focused = document.activeElement;
    this.rows = rowsOf(this.file, this.lines, this.sideBySide, (line) => this.isOpen(line));
    this.anchors = new Map();
    this.rows.forEach((row, index) => {
      if (row.kind !== 'line') return;
      const shown = this.file.action === 'DELETE' ? row.left : row.right;
      if (shown) this.anchors.set(shown.noteLine, index);
    });
    this.blocks = [];
    const sheet = this.sheet();
    for (let from = 0; from < this.rows.length; from += BLOCK) {
      this.blocks.push(new DiffBlock(sheet, from, Math.min(this.rows.length, from + BLOCK)));
    }
    this.replaceChildren(...this.blocks.map((block) => block.element));
    this.notes.forEach((notes, line) => {
      const anchor = this.anchors.get(line);
      if (anchor === undefined) this.prepend(notes);
      else this.blockOf(anchor)?.draw();
    });
    this.blocks.forEach((block) => this.near.observe(block.element));
    this.row(this.rows.findIndex((row) => row.kind === 'line'))?.setAttribute('tabindex', '0');
    if (focused instanceof HTMLElement && focused.closest('review-line-notes') && this.contains(focused)) focused.focus();
  }

  private isOpen(line: Line): boolean {
    return this.unfolded.has(line) || this.notes.has(line.noteLine);
  }

  /** Whether a note on this line has a row to stand under. */
  has(line: number): boolean {
    return this.noteLines.has(line);
  }

  setThreads(threads: Map<number, Thread[]>, known: ReadonlySet<string>) {
    new Set([...threads.keys(), ...this.notes.keys()]).forEach((line) => {
      const notes = this.notesOn(line);
      notes.threads = threads.get(line) ?? [];
      notes.mayWrite = this.mayWrite;
      notes.settle(known);
      if (notes.isEmpty) this.drop(line);
      else this.place(notes);
    });
  }

  /** Puts notes under their line, unless they stand somewhere already. */
  private place(notes: LineNotes, under?: HTMLElement) {
    if (notes.isConnected || !this.isConnected) return;
    const index = this.anchors.get(notes.line);
    if (under) under.after(notes);
    else if (index === undefined && this.has(notes.line)) this.build();
    else if (index === undefined) this.prepend(notes);
    else this.row(index)?.after(notes);
  }

  private notesOn(line: number): LineNotes {
    const known = this.notes.get(line);
    if (known) return known;
    const notes = new LineNotes();
    notes.path = this.file.path;
    notes.line = line;
    notes.drafts = this.drafts;
    notes.mayWrite = this.mayWrite;
    notes.mayBlock = this.mayBlock;
    this.notes.set(line, notes);
    return notes;
  }

  private drop(line: number) {
    this.notes.get(line)?.remove();
    this.notes.delete(line);
  }

  refused(id: string, why: string): boolean {
    return [...this.notes.values()].some((notes) => notes.refused(id, why));
  }

  // Notes

  /** Opens the place to write on a line, under the row that is given or the one that shows the line. */
  compose(line: number, under?: HTMLElement, focus = true) {
    if (!this.mayWrite) return;
    const notes = this.notesOn(line);
    this.place(notes, under);
    if (focus) notes.compose();
    else notes.composing = true;
  }

  /** Whether the focus stood on a line, so that a note was begun there. */
  composeAtFocus(): boolean {
    const row = document.activeElement?.closest<HTMLElement>('.diff-row');
    if (!row || !this.contains(row) || !this.mayWrite) return false;
    const line = mainLine(this.rows[Number(row.dataset.row)]);
    if (line) this.compose(line.noteLine, row);
    return line !== undefined;
  }

  private returned(event: Event) {
    const notes = event.target as LineNotes;
    const row = notes.previousElementSibling;
    if (row instanceof HTMLElement && row.classList.contains('diff-row')) row.focus();
    if (notes.isEmpty) this.drop(notes.line);
  }

  private clicked(event: Event) {
    const target = event.target as Element;
    const fold = target.closest<HTMLElement>('.diff-fold');
    if (fold) {
      const row = this.rows[Number(fold.dataset.row)];
      if (row.kind === 'fold') {
        row.lines.forEach((line) => this.unfolded.add(line));
        this.build();
        this.focusRow(Number(fold.dataset.row));
      }
      return;
    }
    const button = target.closest<HTMLElement>('.line-numbers');
    const row = button?.closest<HTMLElement>('.diff-row');
    if (!button || !row) return;
    const shown = this.rows[Number(row.dataset.row)];
    if (shown.kind !== 'line') return;
    const isLeft = this.sideBySide && button === row.firstElementChild;
    const line = isLeft ? (shown.left ?? shown.right) : (shown.right ?? shown.left);
    if (line) this.compose(line.noteLine, row);
  }

  // Moving

  private pressed(event: KeyboardEvent) {
    const row = event.target as HTMLElement;
    if (!row.classList.contains('diff-row') || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const index = Number(row.dataset.row);
    if (event.key === 'Enter') {
      this.composeAtFocus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      let next = index + step;
      while (next >= 0 && next < this.rows.length && this.rows[next].kind === 'gap') next += step;
      if (next >= 0 && next < this.rows.length) this.focusRow(next, 'nearest');
    } else {
      return;
    }
    event.preventDefault();
  }

  private focused(event: FocusEvent) {
    const row = (event.target as Element).closest<HTMLElement>('.diff-row');
    if (!row || row.tabIndex === 0) return;
    this.querySelectorAll<HTMLElement>('.diff-row[tabindex="0"]').forEach((other) => (other.tabIndex = -1));
    row.tabIndex = 0;
  }

  private focusRow(index: number, block: ScrollLogicalPosition = 'center') {
    const row = this.row(index);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block });
  }

  /** The rows at which changes begin. */
  changes(): number[] {
    return this.rows.flatMap((row, index) => (isChange(row) && !(index > 0 && isChange(this.rows[index - 1])) ? [index] : []));
  }

  showRow(index: number) {
    this.focusRow(index);
  }

  showLine(line: number): boolean {
    const index = this.anchors.get(line);
    if (index === undefined) return false;
    this.focusRow(index);
    return true;
  }

  /** The row that has the focus, or -1. */
  get focusedRow(): number {
    const row = document.activeElement?.closest<HTMLElement>('.diff-row');
    return row && this.contains(row) ? Number(row.dataset.row) : -1;
  }

  // Drawing

  private sheet(): Sheet {
    return {
      rows: this.rows,
      sideBySide: this.sideBySide,
      look: { spaces: this.spaces, isCrLf: this.isCrLf, tokens: (line) => this.colouring.of(line) },
      colouring: this.colouring,
      notesUnder: (line, row) => (this.anchors.get(line) === row ? this.notes.get(line) : undefined),
    };
  }

  private blockOf(row: number): DiffBlock | undefined {
    return this.blocks[Math.floor(row / BLOCK)];
  }

  private row(index: number): HTMLElement | null {
    this.blockOf(index)?.draw();
    return this.querySelector<HTMLElement>(`[data-row="${index}"]`);
  }

  private passed(entry: IntersectionObserverEntry) {
    const block = this.blocks.find((known) => known.element === entry.target);
    if (entry.isIntersecting) block?.draw();
    else block?.rest();
  }
}

customElements.define('review-diff-lines', DiffLines);
