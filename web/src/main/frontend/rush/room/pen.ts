/* Turns what a pointer does into a stroke. */

import { mostPoints, randomId, type Kind, type Point, type Stroke } from './ink';

const thinnestPart = 0.2;
const nearest = 0.0006;

export interface Ink {
  rgba: number[];
  width: number;
}

/** The picture's box in the page, by which pointers are placed on the picture. */
export type Box = { left: number; top: number; width: number; height: number };

export function placed(event: { clientX: number; clientY: number }, box: Box): { x: number; y: number } {
  const high = box.height || 1;
  return {
    x: (event.clientX - box.left - box.width / 2) / high,
    y: (box.height / 2 - (event.clientY - box.top)) / high,
  };
}

/** A mouse and a finger know no pressure: they draw with all of it. */
function pressure(event: PointerEvent): number {
  return event.pointerType === 'pen' ? thinnestPart + (1 - thinnestPart) * event.pressure : 1;
}

/** A stroke that is being drawn. */
export class Pen {
  readonly stroke: Stroke;

  constructor(kind: Kind, ink: Ink, frames: { first: number; last: number }, event: PointerEvent, box: Box) {
    this.stroke = { id: randomId(), ...frames, kind, rgba: ink.rgba, width: ink.width, points: [], text: '' };
    this.stroke.points.push(this.point(event, box));
    if (kind !== 'pen') this.stroke.points.push(this.point(event, box));
  }

  get isFull(): boolean {
    return this.stroke.points.length >= mostPoints;
  }

  /** Arrows, boxes and ellipses need some size to be seen as what they are. */
  get isSomething(): boolean {
    if (this.stroke.kind === 'pen') return true;
    const [one, other] = this.stroke.points;
    return Math.hypot(one.x - other.x, one.y - other.y) > 0.006;
  }

  /** With shift held, arrows turn in steps of 45°, boxes are square and ellipses round. */
  move(event: PointerEvent, box: Box) {
    if (this.stroke.kind !== 'pen') {
      const to = this.point(event, box);
      this.stroke.points[1] = event.shiftKey ? this.straight(to) : to;
      return;
    }
    const moves = event.getCoalescedEvents?.() ?? [];
    for (const move of moves.length > 0 ? moves : [event]) this.follow(this.point(move, box));
  }

  private follow(point: Point) {
    const last = this.stroke.points.at(-1)!;
    const near = Math.hypot(point.x - last.x, point.y - last.y) < nearest;
    if (this.isFull || (near && Math.abs(point.size - last.size) < nearest)) return;
    this.stroke.points.push(point);
  }

  private straight(to: Point): Point {
    const [from] = this.stroke.points;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    if (this.stroke.kind === 'arrow') {
      const angle = Math.round(Math.atan2(dy, dx) / (Math.PI / 4)) * (Math.PI / 4);
      const length = Math.hypot(dx, dy);
      return { ...to, x: from.x + Math.cos(angle) * length, y: from.y + Math.sin(angle) * length };
    }
    const side = Math.max(Math.abs(dx), Math.abs(dy));
    return { ...to, x: from.x + Math.sign(dx || 1) * side, y: from.y + Math.sign(dy || 1) * side };
  }

  private point(event: PointerEvent, box: Box): Point {
    const { x, y } = placed(event, box);
    const reach = (value: number) => Math.min(15, Math.max(-15, value));
    const size = this.stroke.kind === 'pen' ? this.stroke.width * pressure(event) : this.stroke.width;
    return { x: reach(x), y: reach(y), size, alpha: 1 };
  }
}
