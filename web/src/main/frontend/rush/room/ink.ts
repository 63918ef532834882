/* Strokes as the browser holds them, and as they travel: in the coordinates and commands of docs/annotations.md. */

export type Kind = 'pen' | 'arrow' | 'box' | 'ellipse' | 'text';

export interface Point {
  x: number;
  y: number;
  size: number;
  alpha: number;
}

export interface Stroke {
  id: string;
  first: number;
  last: number;
  kind: Kind;
  /** Red, green, blue and opacity, each from 0 to 1. */
  rgba: number[];
  /** In heights of the picture: the thickness under full pressure, or the height of a line of text. */
  width: number;
  points: Point[];
  text: string;
}

export interface Frames {
  frame: number;
  frameEnd?: number;
  annotation_commands: Command[];
}

export type Command = Record<string, unknown> & { OTIO_SCHEMA: string; uuid: string };

export const mostPoints = 5000;
export const longestText = 1000;

/** Works without a secure context, too: studios run this on plain http. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function inSteps(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

export function isOn(stroke: { first: number; last: number }, frame: number): boolean {
  return stroke.first <= frame && frame <= stroke.last;
}

const shapes: Record<string, Kind> = {
  ArrowAnnotation: 'arrow',
  RectangleAnnotation: 'box',
  EllipseAnnotation: 'ellipse',
  TextAnnotation: 'text',
};

function name(command: Command): string {
  return command.OTIO_SCHEMA.replace(/[.]\d+$/, '');
}

/** The strokes that such commands draw; the server has seen to it that they are well formed. */
export function read(frames: Frames[]): Stroke[] {
  return frames.flatMap((entry) => {
    const seen = { first: entry.frame, last: entry.frameEnd ?? entry.frame };
    const strokes = new Map<string, Stroke>();
    for (const command of entry.annotation_commands) obey(command, seen, strokes);
    return [...strokes.values()];
  });
}

function obey(command: Command, seen: { first: number; last: number }, strokes: Map<string, Stroke>) {
  const what = name(command);
  const begin = { id: command.uuid, ...seen, rgba: command.rgba as number[], text: '' };
  if (what === 'PaintStart') {
    strokes.set(command.uuid, { ...begin, kind: 'pen', width: command.width as number, points: [] });
  } else if (what === 'PaintPoint') {
    strokes.get(command.uuid)?.points.push(...vertices(command.points as Record<string, number[]>));
  } else if (what in shapes) {
    strokes.set(command.uuid, { ...begin, ...shape(shapes[what], command) });
  }
}

function vertices({ x, y, size, alpha }: Record<string, number[]>): Point[] {
  return x.map((value, i) => ({ x: value, y: y[i], size: size[i], alpha: alpha ? alpha[i] : 1 }));
}

function shape(kind: Kind, command: Command): Pick<Stroke, 'kind' | 'width' | 'points' | 'text'> {
  const width = kind === 'text' ? (command.font_size as number) * (command.scale as number) : (command.size as number);
  const places = kind === 'text' ? ['position'] : kind === 'arrow' ? ['start', 'end'] : ['min', 'max'];
  const points = places.map((place) => {
    const [x, y] = command[place] as number[];
    return { x, y, size: width, alpha: 1 };
  });
  return { kind, width, points, text: kind === 'text' ? (command.text as string) : '' };
}

/** The commands that draw a stroke, with the frames that it is seen on. */
export function write(stroke: Stroke): Frames {
  return { frame: stroke.first, frameEnd: stroke.last, annotation_commands: commands(stroke) };
}

function commands(stroke: Stroke): Command[] {
  const { id: uuid, rgba, width: size, points } = stroke;
  const place = (i: number) => [inSteps(points[i].x), inSteps(points[i].y)];
  switch (stroke.kind) {
    case 'pen':
      return [
        { OTIO_SCHEMA: 'PaintStart.1', uuid, rgba, type: 'color', brush: 'circle', visible: true, width: size },
        { OTIO_SCHEMA: 'PaintPoint.1', uuid, points: columns(points) },
        { OTIO_SCHEMA: 'PaintEnd.1', uuid },
      ];
    case 'arrow':
      return [{ OTIO_SCHEMA: 'ArrowAnnotation.1', uuid, rgba, start: place(0), end: place(1), size }];
    case 'box':
      return [{ OTIO_SCHEMA: 'RectangleAnnotation.1', uuid, rgba, min: place(0), max: place(1), size }];
    case 'ellipse':
      return [{ OTIO_SCHEMA: 'EllipseAnnotation.1', uuid, rgba, min: place(0), max: place(1), size }];
    case 'text':
      return [
        {
          OTIO_SCHEMA: 'TextAnnotation.1',
          uuid,
          rgba,
          text: stroke.text,
          position: place(0),
          font_size: size,
          scale: 1,
          rotation: 0,
        },
      ];
  }
}

function columns(points: Point[]) {
  const each = (value: (point: Point) => number) => points.map((point) => inSteps(value(point)));
  return {
    OTIO_SCHEMA: 'PaintVertices.1',
    x: each((point) => point.x),
    y: each((point) => point.y),
    size: each((point) => point.size),
    alpha: each((point) => point.alpha),
  };
}
