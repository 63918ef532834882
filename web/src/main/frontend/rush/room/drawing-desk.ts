/* What the hand on the layer draws with, on, and where it goes. */

import type { Seen } from './annotation-sheet';
import type { ReviewAnnotations } from './annotation-layer';
import { colours, css, widths, type Tool } from './draw-prefs';
import type { HandDesk } from './hand';
import { randomId, type Stroke } from './ink';
import { placed, type Box, type Ink } from './pen';
import { touches } from './stroke-touch';
import { askForWords } from './words-field';

export class DrawingDesk implements HandDesk {
  /** What the eraser has touched, and is taken back once it is lifted. */
  rubbed: Seen[] = [];

  constructor(private readonly layer: ReviewAnnotations) {}

  get tool(): Tool {
    return this.layer.prefs.tool;
  }

  get finger(): boolean {
    return this.layer.prefs.finger;
  }

  get box(): Box {
    return this.layer.paper.box;
  }

  get ink(): Ink {
    const { colour, width } = this.layer.prefs;
    const { line, text } = widths[width];
    return { rgba: colours[colour].rgba, width: this.tool === 'text' ? text : line };
  }

  /** The marked range if one is in it, else the frame that is shown. */
  get frames(): { first: number; last: number } | undefined {
    const { frame, range } = this.layer;
    if (frame === undefined) return undefined;
    return range && range.first <= frame && frame <= range.last
      ? { first: range.first, last: range.last }
      : { first: frame, last: frame };
  }

  begun() {
    this.layer.beginStroke();
  }

  drawn(stroke: Stroke) {
    this.layer.acts?.draw(stroke);
  }

  /** Only one's own strokes on this very version. */
  erase(at: { x: number; y: number }, reach: number) {
    const under = this.layer.seen.filter(
      (one) => one.own && one.carriedFrom === undefined && !this.rubbed.includes(one) && touches(one.stroke, at, reach),
    );
    if (under.length === 0) return;
    this.rubbed.push(...under);
    this.layer.paint();
  }

  erased() {
    const { rubbed } = this;
    this.rubbed = [];
    if (rubbed.length > 0) this.layer.acts?.takeBack(rubbed);
    this.layer.paint();
  }

  wet() {
    this.layer.paintWet();
  }

  hover(event: PointerEvent) {
    this.layer.hover(event);
  }

  touched() {
    this.layer.touch = true;
  }

  words(event: PointerEvent) {
    const { ink, frames, box } = this;
    if (!frames) return;
    const point = { ...placed(event, box), size: ink.width, alpha: 1 };
    const place = { left: event.clientX - box.left, top: event.clientY - box.top };
    const look = { ...place, size: ink.width * box.height, colour: css(ink.rgba) };
    askForWords(this.layer.piece('words'), this.layer.paper.shown, look, (text) =>
      this.drawn({ id: randomId(), ...frames, kind: 'text', ...ink, points: [point], text }),
    );
  }
}
