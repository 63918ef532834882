/* What wheel, fingers and pointer do to the picture: zoom at the pointer, pinch, drag, and click to play. */

import type { PictureView } from './picture-view';

const wheelStep = 0.0022;
const clickWithin = 5;
const controls = 'button, a, input, textarea, select, [contenteditable], [role=button]';

export class PictureGestures {
  private readonly pointers = new Map<number, { x: number; y: number }>();
  private travelled = 0;

  constructor(
    private readonly stage: HTMLElement,
    private readonly view: PictureView,
    private readonly moved: () => void,
    private readonly clicked: () => void,
  ) {
    stage.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    stage.addEventListener('pointerdown', (event) => this.press(event));
    stage.addEventListener('pointermove', (event) => this.move(event));
    stage.addEventListener('pointerup', (event) => this.release(event, true));
    stage.addEventListener('pointercancel', (event) => this.release(event, false));
  }

  private place(event: MouseEvent): { x: number; y: number } {
    const box = this.stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** What lies over the picture may have buttons of its own. */
  private isForControl(event: Event): boolean {
    const path = event.composedPath();
    return path
      .slice(0, path.indexOf(this.stage))
      .some((target) => target instanceof HTMLElement && target.matches(controls));
  }

  private wheel(event: WheelEvent) {
    // A fitted picture cannot become smaller: the page scrolls on.
    if (event.defaultPrevented || (this.view.isFitted && event.deltaY >= 0)) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    const pinch = event.ctrlKey ? 4 : 1;
    const factor = Math.exp(-event.deltaY * lines * pinch * wheelStep);
    const at = this.place(event);
    this.view.zoomBy(Math.min(Math.max(factor, 0.5), 2), at.x, at.y);
    this.moved();
  }

  private press(event: PointerEvent) {
    if (event.defaultPrevented || event.button > 1 || this.isForControl(event)) return;
    if (event.button === 1) event.preventDefault();
    if (this.pointers.size === 0) this.travelled = 0;
    this.pointers.set(event.pointerId, this.place(event));
  }

  private move(event: PointerEvent) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.place(event);
    this.travelled += Math.hypot(now.x - before.x, now.y - before.y);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, now);
    if (other) {
      this.pinch(before, now, other);
    } else if (this.travelled > clickWithin) {
      this.stage.setPointerCapture(event.pointerId);
      this.view.pan(now.x - before.x, now.y - before.y);
    }
    this.moved();
  }

  private pinch(before: { x: number; y: number }, now: { x: number; y: number }, other: { x: number; y: number }) {
    const grown = Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
    this.view.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    this.view.zoomBy(grown, (now.x + other.x) / 2, (now.y + other.y) / 2);
  }

  private release(event: PointerEvent, complete: boolean) {
    const alone = this.pointers.size === 1;
    if (!this.pointers.delete(event.pointerId)) return;
    if (complete && alone && event.button === 0 && this.travelled <= clickWithin) this.clicked();
  }
}
