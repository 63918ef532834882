/* Where on the page the picture is, and the two canvases over the part of it that can be seen. */

import { Brush } from './brush';
import type { Stroke } from './ink';
import type { Box } from './pen';

const mostPixels = 16_000_000;

/** The element around, through slots and out of shadow roots. */
function around(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
}

function common(one: DOMRect, other: DOMRect): DOMRect {
  const left = Math.max(one.left, other.left);
  const top = Math.max(one.top, other.top);
  const right = Math.min(one.right, other.right);
  const bottom = Math.min(one.bottom, other.bottom);
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

export class Paper {
  /** The whole picture in the page, however much of it lies outside of the stage. */
  box: Box = { left: 0, top: 0, width: 0, height: 0 };
  /** The part that can be seen, from the picture's top left corner. */
  shown: Box = { left: 0, top: 0, width: 0, height: 0 };
  private scale = 1;

  constructor(private readonly layer: HTMLElement) {}

  measure(canvases: HTMLCanvasElement[]) {
    const whole = this.layer.getBoundingClientRect();
    let part = whole;
    for (let at = around(this.layer); at && at !== document.body; at = around(at)) {
      if (getComputedStyle(at).overflowX !== 'visible') part = common(part, at.getBoundingClientRect());
    }
    this.box = { left: whole.left, top: whole.top, width: whole.width, height: whole.height };
    this.shown = {
      left: Math.floor(part.left - whole.left),
      top: Math.floor(part.top - whole.top),
      width: Math.ceil(part.width),
      height: Math.ceil(part.height),
    };
    const { width, height } = this.shown;
    this.scale = Math.min(window.devicePixelRatio || 1, Math.sqrt(mostPixels / Math.max(1, width * height)));
    canvases.forEach((canvas) => this.fit(canvas));
  }

  private fit(canvas: HTMLCanvasElement) {
    const { left, top, width, height } = this.shown;
    const [wide, high] = [Math.round(width * this.scale), Math.round(height * this.scale)];
    if (canvas.width !== wide) canvas.width = wide;
    if (canvas.height !== high) canvas.height = high;
    Object.assign(canvas.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
  }

  /** The canvas as it was before anything was drawn, and a brush that knows where on it the picture is. */
  fresh(canvas: HTMLCanvasElement): { brush: Brush; context: CanvasRenderingContext2D } {
    const context = canvas.getContext('2d')!;
    context.resetTransform();
    context.globalAlpha = 1;
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.translate(-this.shown.left * this.scale, -this.shown.top * this.scale);
    const brush = new Brush(context, this.box.width * this.scale, this.box.height * this.scale);
    return { brush, context };
  }

  draw(canvas: HTMLCanvasElement, strokes: { stroke: Stroke; alpha: number }[]) {
    const { brush, context } = this.fresh(canvas);
    for (const { stroke, alpha } of strokes) {
      context.globalAlpha = alpha;
      brush.draw(stroke);
    }
  }

  /** So many CSS pixels, in heights of the picture. */
  heights(pixels: number): number {
    return pixels / (this.box.height || 1);
  }
}
