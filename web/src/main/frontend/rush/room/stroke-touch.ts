/* Which stroke lies under the pointer. Lengths are in heights of the picture, as in the strokes. */

import { lines } from './brush';
import type { Point, Stroke } from './ink';

type Place = { x: number; y: number };

const letterWidth = 0.6;
const lineSpacing = 1.2;

function distance(place: Place, from: Place, to: Place): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((place.x - from.x) * dx + (place.y - from.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(place.x - from.x - t * dx, place.y - from.y - t * dy);
}

function isOnLine(points: Point[], place: Place, reach: number): boolean {
  return points.some((point, i) => distance(place, points[Math.max(0, i - 1)], point) <= point.size / 2 + reach);
}

function isOnBox([one, other]: Point[], width: number, place: Place, reach: number): boolean {
  const corners = [one, { x: other.x, y: one.y }, other, { x: one.x, y: other.y }];
  return corners.some((corner, i) => distance(place, corner, corners[(i + 1) % 4]) <= width / 2 + reach);
}

function isOnEllipse([one, other]: Point[], width: number, place: Place, reach: number): boolean {
  const [wide, high] = [Math.abs(other.x - one.x) / 2, Math.abs(other.y - one.y) / 2];
  const [x, y] = [place.x - (one.x + other.x) / 2, place.y - (one.y + other.y) / 2];
  const [across, up] = [wide || 1e-6, high || 1e-6];
  const from = Math.hypot(x / across, y / up);
  // How far the ring is away, measured along the line from its middle.
  return Math.abs(from - 1) * (from === 0 ? Math.min(across, up) : Math.hypot(x, y) / from) <= width / 2 + reach;
}

function isOnText(stroke: Stroke, place: Place, reach: number): boolean {
  const text = lines(stroke.text);
  const wide = Math.max(...text.map((line) => line.length)) * letterWidth * stroke.width;
  const high = ((text.length - 1) * lineSpacing + 1.2) * stroke.width;
  const [at] = stroke.points;
  return (
    place.x >= at.x - reach && place.x <= at.x + wide + reach && place.y <= at.y + reach && place.y >= at.y - high - reach
  );
}

/** Whether the place is on the stroke, or no farther away from it than that. */
export function touches(stroke: Stroke, place: Place, reach: number): boolean {
  switch (stroke.kind) {
    case 'pen':
    case 'arrow':
      return isOnLine(stroke.points, place, reach);
    case 'box':
      return isOnBox(stroke.points, stroke.width, place, reach);
    case 'ellipse':
      return isOnEllipse(stroke.points, stroke.width, place, reach);
    case 'text':
      return isOnText(stroke, place, reach);
  }
}
