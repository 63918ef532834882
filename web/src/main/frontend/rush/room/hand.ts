/*
 * What pens, mice and fingers do on the picture while one draws. A pen and a mouse draw; fingers move the picture, as
 * they always do, unless they are to draw, too: then two of them still move it.
 */

import type { Stroke } from './ink';
import { Pen, placed, type Box, type Ink } from './pen';
import type { Tool } from './draw-prefs';

const eraserReach = 5;
const penEraser = 5;

export interface HandDesk {
  readonly tool: Tool;
  readonly finger: boolean;
  readonly ink: Ink;
  /** Of the whole picture, in the page. */
  readonly box: Box;
  /** The frames that are drawn on now, or nothing where they are not known. */
  readonly frames: { first: number; last: number } | undefined;
  begun(): void;
  drawn(stroke: Stroke): void;
  erase(at: { x: number; y: number }, reach: number): void;
  erased(): void;
  words(event: PointerEvent): void;
  /** What is being drawn looks different now. */
  wet(): void;
  hover(event: PointerEvent): void;
  touched(): void;
}

export class Hand {
  private pen?: Pen;
  private erasing = false;
  private first?: PointerEvent;

  constructor(
    private readonly surface: HTMLElement,
    private readonly desk: HandDesk,
  ) {
    surface.addEventListener('pointerdown', (event) => this.press(event));
    surface.addEventListener('pointermove', (event) => this.move(event));
    surface.addEventListener('pointerup', (event) => this.release(event));
    surface.addEventListener('pointercancel', (event) => this.cancel(event));
  }

  get stroke(): Stroke | undefined {
    return this.pen?.stroke;
  }

  get isBusy(): boolean {
    return this.first !== undefined;
  }

  /** Drops what is being drawn. */
  drop() {
    this.pen = undefined;
    this.erasing = false;
    this.first = undefined;
    this.desk.wet();
  }

  private isMeant(event: PointerEvent): boolean {
    if (event.target !== this.surface || event.button > 0 && event.button !== penEraser) return false;
    return event.pointerType !== 'touch' || this.desk.finger;
  }

  private press(event: PointerEvent) {
    if (event.pointerType === 'touch') this.desk.touched();
    if (this.first) return this.second(event);
    const { frames, tool } = this.desk;
    if (!this.isMeant(event) || !frames) return;
    event.preventDefault();
    this.desk.begun();
    if (tool === 'text') return this.desk.words(event);
    this.first = event;
    this.surface.setPointerCapture(event.pointerId);
    if (tool === 'eraser' || event.button === penEraser) {
      this.erasing = true;
      this.rub(event);
    } else {
      this.pen = new Pen(tool, this.desk.ink, frames, event, this.desk.box);
      this.desk.wet();
    }
  }

  /** Two fingers move the picture: the first is handed over to whoever listens around. */
  private second(event: PointerEvent) {
    const first = this.first!;
    if (event.pointerType !== 'touch' || first.pointerType !== 'touch') return;
    this.drop();
    this.surface.releasePointerCapture(first.pointerId);
    const { pointerId, clientX, clientY, pointerType } = first;
    (this.surface.getRootNode() as ShadowRoot).host.dispatchEvent(
      new PointerEvent('pointerdown', { pointerId, clientX, clientY, pointerType, bubbles: true, composed: true }),
    );
  }

  private move(event: PointerEvent) {
    this.desk.hover(event);
    if (event.pointerId !== this.first?.pointerId) return;
    if (this.erasing) return this.rub(event);
    const { pen } = this;
    if (!pen) return;
    pen.move(event, this.desk.box);
    if (pen.isFull) {
      // A line goes on as another stroke where one has room for no more points.
      const { kind, rgba, width, first, last } = pen.stroke;
      this.desk.drawn(pen.stroke);
      this.pen = new Pen(kind, { rgba, width }, { first, last }, event, this.desk.box);
    }
    this.desk.wet();
  }

  private rub(event: PointerEvent) {
    const { box } = this.desk;
    this.desk.erase(placed(event, box), eraserReach / (box.height || 1));
  }

  private release(event: PointerEvent) {
    if (event.pointerId !== this.first?.pointerId) return;
    const { pen, erasing } = this;
    this.drop();
    if (erasing) this.desk.erased();
    if (pen?.isSomething) this.desk.drawn(pen.stroke);
  }

  private cancel(event: PointerEvent) {
    if (event.pointerId !== this.first?.pointerId) return;
    // What the system interrupts was drawn all the same.
    this.release(event);
  }
}
