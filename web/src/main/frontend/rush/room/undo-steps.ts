/* What one did to strokes on this page, to be undone and done again. */

import type { Stroke } from './ink';

export interface Step {
  /** Whether strokes came or went. */
  drawn: boolean;
  note: string;
  strokes: Stroke[];
}

const most = 500;

export class UndoSteps {
  private done: Step[] = [];
  private undone: Step[] = [];

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  add(step: Step) {
    this.done = [...this.done, step].slice(-most);
    this.undone = [];
  }

  undo(): Step | undefined {
    const step = this.done.pop();
    if (step) this.undone.push(step);
    return step;
  }

  redo(): Step | undefined {
    const step = this.undone.pop();
    if (step) this.done.push(step);
    return step;
  }

  /** The same strokes have other ids now, in another note. */
  rename(note: string, fresh: Map<string, Stroke>) {
    for (const step of [...this.done, ...this.undone]) {
      if (!step.strokes.some((stroke) => fresh.has(stroke.id))) continue;
      step.note = note;
      step.strokes = step.strokes.map((stroke) => fresh.get(stroke.id) ?? stroke);
    }
  }
}
