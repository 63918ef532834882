/* What one does to the strokes of one medium: draws, takes away, undoes, and does again. */

import type { AnnotationSheet, Seen } from './annotation-sheet';
import type { DeedOutbox, Redrawn } from './deed-outbox';
import type { Deed } from './deed-shelf';
import type { Stroke } from './ink';
import { DrawnNote, type OpenNote } from './open-note';
import { UndoSteps, type Step } from './undo-steps';

type Tell = (event: string, detail: Record<string, unknown>) => void;

export class AnnotationActs {
  readonly steps = new UndoSteps();
  /** Whether anything was drawn or taken away since the page shows this medium. */
  any = false;

  private readonly note: DrawnNote;
  private readonly begun = new Set<string>();
  private readonly taken = (event: Event) => this.took((event as CustomEvent<Deed>).detail);
  private readonly redrawn = (event: Event) => this.rename((event as CustomEvent<Redrawn>).detail);
  private readonly waiting = () => this.sheet.wait(this.outbox.deeds);

  constructor(
    private readonly sheet: AnnotationSheet,
    private readonly outbox: DeedOutbox,
    private readonly tell: Tell,
    /** For whose eyes notes are that drawing begins. */
    private readonly visibility: () => string,
  ) {
    this.note = new DrawnNote((event, open) => this.say(event, open));
    outbox.addEventListener('taken', this.taken);
    outbox.addEventListener('redrawn', this.redrawn);
    outbox.addEventListener('changed', this.waiting);
    this.waiting();
  }

  close() {
    this.end();
    this.outbox.removeEventListener('taken', this.taken);
    this.outbox.removeEventListener('redrawn', this.redrawn);
    this.outbox.removeEventListener('changed', this.waiting);
  }

  draw(stroke: Stroke) {
    const note = this.note.on(stroke, stroke.id);
    this.steps.add({ drawn: true, note, strokes: [stroke] });
    this.do('draw', note, [stroke]);
  }

  /** In each note what belongs to it. */
  takeBack(seen: Seen[]) {
    for (const note of new Set(seen.map((one) => one.note))) {
      const strokes = seen.filter((one) => one.note === note).map((one) => one.stroke);
      this.steps.add({ drawn: false, note, strokes });
      this.away(note, strokes);
    }
  }

  /** Returns what it was, so that it can be shown. */
  undo(): Step | undefined {
    const step = this.steps.undo();
    if (step) this.turn(step, !step.drawn);
    return step;
  }

  redo(): Step | undefined {
    const step = this.steps.redo();
    if (step) this.turn(step, step.drawn);
    return step;
  }

  /** The picture shows this frame now. */
  shows(frame: number) {
    this.note.shows(frame);
  }

  /** The next stroke begins another note. */
  end() {
    this.note.end();
  }

  private turn(step: Step, back: boolean) {
    if (!back) return this.away(step.note, step.strokes);
    for (const stroke of step.strokes) this.note.back(step.note, stroke, stroke.id);
    this.do('put-back', step.note, step.strokes);
  }

  private away(note: string, strokes: Stroke[]) {
    this.do('take-back', note, strokes);
    for (const stroke of strokes) this.note.gone(stroke.id);
  }

  private do(kind: Deed['kind'], note: string, strokes: Stroke[]) {
    this.any = true;
    const { item, version, media } = this.sheet;
    this.outbox.add({ kind, note, strokes, item, version, media, visibility: this.visibility() });
  }

  private say(event: string, { note, first, last, strokes }: OpenNote) {
    if (event === 'drawing-begun') {
      this.begun.add(note);
      this.tell(event, { note, media: this.sheet.media, frame: first, last });
    } else {
      this.tell(event, { note, empty: strokes.size === 0 });
    }
  }

  private took(deed: Deed) {
    this.sheet.took(deed);
    if (deed.kind !== 'take-back' && this.begun.delete(deed.note)) this.tell('drawing-saved', { note: deed.note });
  }

  private rename({ note, strokes }: Redrawn) {
    this.steps.rename(note, strokes);
  }
}
