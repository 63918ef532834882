/* Draws strokes on a canvas exactly as the server draws them on a picture (dev.rushlight.feedback.Brush). */

import type { Point, Stroke } from './ink';

const thinnest = 1;
const headLength = 5; // times the width of the arrow
const lineSpacing = 1.2;
const fonts = '"DejaVu Sans", "Inter", "Segoe UI", system-ui, sans-serif';

interface Run {
  from: number;
  to: number;
  alpha: number;
}

/** The lines of a text, broken where the server breaks them. */
export function lines(text: string): string[] {
  return text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/);
}

export function font(size: number): string {
  return `${size}px ${fonts}`;
}

export class Brush {
  constructor(
    private readonly canvas: CanvasRenderingContext2D,
    /** Of the whole picture, in pixels of the canvas. */
    private readonly width: number,
    private readonly height: number,
  ) {}

  draw(stroke: Stroke) {
    this.canvas.fillStyle = colour(stroke.rgba, 1);
    this.canvas.strokeStyle = this.canvas.fillStyle;
    switch (stroke.kind) {
      case 'pen':
        return this.pen(stroke);
      case 'arrow':
        return this.arrow(stroke);
      case 'box':
      case 'ellipse':
        return this.outline(stroke);
      case 'text':
        return this.text(stroke);
    }
  }

  private pen(stroke: Stroke) {
    const runs = runsOf(stroke.points);
    if (runs.length === 1) {
      this.canvas.fillStyle = colour(stroke.rgba, runs[0].alpha);
      this.canvas.fill(this.line(stroke.points, runs[0]));
    } else {
      this.veil(stroke, runs);
    }
  }

  /** From its faintest points to its strongest, each in place of what is under it: the strongest counts. */
  private veil(stroke: Stroke, runs: Run[]) {
    const veil = document.createElement('canvas');
    veil.width = this.canvas.canvas.width;
    veil.height = this.canvas.canvas.height;
    const paint = veil.getContext('2d')!;
    paint.setTransform(this.canvas.getTransform());
    for (const run of [...runs].sort((one, other) => one.alpha - other.alpha)) {
      const path = this.line(stroke.points, run);
      paint.globalCompositeOperation = 'destination-out';
      paint.fillStyle = '#000';
      paint.fill(path);
      paint.globalCompositeOperation = 'lighter';
      paint.fillStyle = colour(stroke.rgba, run.alpha);
      paint.fill(path);
    }
    this.canvas.save();
    this.canvas.resetTransform();
    this.canvas.drawImage(veil, 0, 0);
    this.canvas.restore();
  }

  /** Discs and what lies between them as one shape; all parts turn in one direction, so that none cuts a hole. */
  private line(points: Point[], run: Run): Path2D {
    const line = new Path2D();
    for (let i = run.from; i < run.to; i++) {
      this.disc(line, this.x(points[i]), this.y(points[i]), this.radius(points[i]));
      if (i > 0) {
        const [from, to] = [points[i - 1], points[i]];
        between(line, this.x(from), this.y(from), this.radius(from), this.x(to), this.y(to), this.radius(to));
      }
    }
    return line;
  }

  private disc(path: Path2D, x: number, y: number, radius: number) {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
    path.closePath();
  }

  private arrow(stroke: Stroke) {
    const [tail, tip] = stroke.points;
    const [x, y] = [this.x(tip), this.y(tip)];
    const [dx, dy] = [x - this.x(tail), y - this.y(tail)];
    const length = Math.hypot(dx, dy);
    const thickness = this.pixels(stroke.width);
    const arrow = new Path2D();
    if (length === 0) {
      this.disc(arrow, x, y, thickness / 2);
    } else {
      const head = Math.min(headLength * thickness, length);
      const [baseX, baseY] = [x - (dx / length) * head, y - (dy / length) * head];
      const half = thickness / 2;
      this.disc(arrow, this.x(tail), this.y(tail), half);
      between(arrow, this.x(tail), this.y(tail), half, baseX, baseY, half);
      this.disc(arrow, baseX, baseY, half);
      arrow.moveTo(x, y);
      arrow.lineTo(baseX - ((dy / length) * head) / 2, baseY + ((dx / length) * head) / 2);
      arrow.lineTo(baseX + ((dy / length) * head) / 2, baseY - ((dx / length) * head) / 2);
      arrow.closePath();
    }
    this.canvas.fill(arrow);
  }

  private outline(stroke: Stroke) {
    const [one, other] = stroke.points;
    const [left, top] = [Math.min(this.x(one), this.x(other)), Math.min(this.y(one), this.y(other))];
    const [wide, high] = [Math.abs(this.x(one) - this.x(other)), Math.abs(this.y(one) - this.y(other))];
    this.canvas.lineWidth = this.pixels(stroke.width);
    this.canvas.lineJoin = 'round';
    this.canvas.lineCap = 'round';
    this.canvas.beginPath();
    if (stroke.kind === 'box') {
      this.canvas.rect(left, top, wide, high);
    } else {
      this.canvas.ellipse(left + wide / 2, top + high / 2, wide / 2, high / 2, 0, 0, 2 * Math.PI);
    }
    this.canvas.stroke();
  }

  private text(stroke: Stroke) {
    const size = this.pixels(stroke.width);
    this.canvas.font = font(size);
    this.canvas.textBaseline = 'alphabetic';
    let baseline = this.y(stroke.points[0]) + this.canvas.measureText('x').fontBoundingBoxAscent;
    for (const line of lines(stroke.text)) {
      this.canvas.fillText(line, this.x(stroke.points[0]), baseline);
      baseline += size * lineSpacing;
    }
  }

  private x(point: Point): number {
    return point.x * this.height + this.width / 2;
  }

  private y(point: Point): number {
    return this.height / 2 - point.y * this.height;
  }

  private radius(point: Point): number {
    return this.pixels(point.size) / 2;
  }

  private pixels(length: number): number {
    return Math.max(length * this.height, thinnest);
  }
}

function between(path: Path2D, x1: number, y1: number, r1: number, x2: number, y2: number, r2: number) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return;
  const [acrossX, acrossY] = [-(y2 - y1) / length, (x2 - x1) / length];
  path.moveTo(x1 - acrossX * r1, y1 - acrossY * r1);
  path.lineTo(x2 - acrossX * r2, y2 - acrossY * r2);
  path.lineTo(x2 + acrossX * r2, y2 + acrossY * r2);
  path.lineTo(x1 + acrossX * r1, y1 + acrossY * r1);
  path.closePath();
}

/** Points in a row that are equally opaque. */
function runsOf(points: Point[]): Run[] {
  const runs: Run[] = [];
  points.forEach((point, i) => {
    const last = runs.at(-1);
    if (last && last.alpha === point.alpha) {
      last.to = i + 1;
    } else {
      runs.push({ from: i, to: i + 1, alpha: point.alpha });
    }
  });
  return runs;
}

function colour([red, green, blue, opacity]: number[], alpha: number): string {
  const level = (part: number) => Math.round(part * 255);
  return `rgb(${level(red)} ${level(green)} ${level(blue)} / ${opacity * alpha})`;
}
