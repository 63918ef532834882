/* The note that one draws in: begun by the first stroke on some frames, and open until it is sent or the frames change. */

import { randomId } from './ink';

export interface OpenNote {
  note: string;
  first: number;
  last: number;
  strokes: Set<string>;
}

type Tell = (event: 'drawing-begun' | 'drawing-ended', note: OpenNote) => void;

export class DrawnNote {
  private open?: OpenNote;

  constructor(private readonly tell: Tell) {}

  get isOpen(): boolean {
    return this.open !== undefined;
  }

  /** The note that a stroke on these frames belongs to. */
  on(frames: { first: number; last: number }, stroke: string): string {
    if (!this.open || this.open.first !== frames.first || this.open.last !== frames.last) {
      this.begin(randomId(), frames);
    }
    this.open!.strokes.add(stroke);
    return this.open!.note;
  }

  /** A stroke that was taken back is there again, and with it perhaps the note. */
  back(note: string, frames: { first: number; last: number }, stroke: string) {
    if (!this.open) this.begin(note, frames);
    if (this.open!.note === note) this.open!.strokes.add(stroke);
  }

  /** A note of which nothing is left is none any more. */
  gone(stroke: string) {
    if (this.open?.strokes.delete(stroke) && this.open.strokes.size === 0) this.end();
  }

  shows(frame: number) {
    if (this.open && (frame < this.open.first || frame > this.open.last)) this.end();
  }

  end() {
    const ended = this.open;
    this.open = undefined;
    if (ended) this.tell('drawing-ended', ended);
  }

  private begin(note: string, { first, last }: { first: number; last: number }) {
    this.end();
    this.open = { note, first, last, strokes: new Set() };
    this.tell('drawing-begun', this.open);
  }
}
