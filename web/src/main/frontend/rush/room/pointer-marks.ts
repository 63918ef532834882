/* What goes along with the pointer: a ring as large as the line, and by whom the stroke below is. */

import type { ReviewAnnotations } from './annotation-layer';
import { placed } from './pen';
import { touches } from './stroke-touch';

const reach = 4;

export class PointerMarks {
  constructor(private readonly layer: ReviewAnnotations) {}

  follow(event: PointerEvent) {
    const { box } = this.layer.paper;
    const place = `translate(${event.clientX - box.left}px, ${event.clientY - box.top}px)`;
    const ring = this.layer.piece('ring');
    ring.style.transform = place;
    const rounded = ['pen', 'eraser'].includes(this.layer.prefs.tool);
    ring.hidden = !this.layer.drawing || event.pointerType === 'touch' || !rounded;
    this.name(event, place);
  }

  private name(event: PointerEvent, place: string) {
    const at = placed(event, this.layer.paper.box);
    const near = this.layer.paper.heights(reach);
    const under = this.layer.seen.filter(({ stroke }) => touches(stroke, at, near)).at(-1);
    const who = this.layer.piece('who');
    who.hidden = !under || this.layer.isDrawingNow;
    if (!under) return;
    who.textContent = under.carriedFrom === undefined ? under.author : `${under.author} · v${under.carriedFrom}`;
    who.style.transform = place;
  }
}
