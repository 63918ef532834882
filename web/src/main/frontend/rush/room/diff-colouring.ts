/* Keeps the tokens of lines, and fetches what finds them when it is first needed. */

import type { Line, Row } from './diff-model';
import type { Token } from './diff-text';

const LONGEST = 2_000;
const BEFORE = 40;

type Colours = typeof import('./diff-colours');
let colours: Colours | undefined;
let coming: Promise<Colours> | undefined;

export class Colouring {
  private readonly tokens = new Map<Line, Token[]>();

  constructor(private readonly language: string | undefined) {}

  of(line: Line): Token[] {
    return this.tokens.get(line) ?? [];
  }

  /** Finds the tokens of some rows: at once, or later, when it calls back. */
  find(rows: Row[], from: number, to: number, later: () => void) {
    if (!this.language) return;
    if (!colours) {
      coming ??= import('./diff-colours');
      coming
        .then((module) => {
          colours = module;
          this.find(rows, from, to, later);
          later();
        })
        .catch(() => (coming = undefined));
      return;
    }
    const near = rows
      .slice(Math.max(0, from - BEFORE), to)
      .flatMap((row) => (row.kind === 'line' ? [row.left, row.right] : []))
      .filter((line): line is Line => line !== undefined);
    this.findIn(near.filter((line) => line.sort !== '+'));
    this.findIn(near.filter((line) => line.sort !== '-'));
  }

  private findIn(some: Line[]) {
    const lines = [...new Set(some)];
    if (!colours || !this.language || lines.every((line) => this.tokens.has(line))) return;
    const texts = lines.map((line) => (line.text.length > LONGEST ? '' : line.text));
    const found = colours.coloursOf(texts, this.language);
    lines.forEach((line, index) => {
      if (!this.tokens.has(line) && found[index]) this.tokens.set(line, found[index]);
    });
  }
}
