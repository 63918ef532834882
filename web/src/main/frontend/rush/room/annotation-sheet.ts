/*
 * All that is drawn on one medium of a version, as far as this page knows: what the server told, then what it has taken
 * since, then what it does not have yet.
 */

import type { Deed } from './deed-shelf';
import { isOn, read, type Stroke } from './ink';

/** A stroke with what there is to say about it. */
export interface Seen {
  stroke: Stroke;
  note: string;
  author: string;
  own: boolean;
  /** The older version that it was drawn on, if it was. */
  carriedFrom?: number;
  waiting?: boolean;
  refused?: string;
}

interface Told {
  truncated: boolean;
  notes: { note: string; author: string; own: boolean; version: number; resolved: boolean }[];
  strokes: { uuid: string; note: number; frame: number; frameEnd: number }[];
}

const atOnce = 40;
const nothing: Told = { truncated: false, notes: [], strokes: [] };

export class AnnotationSheet extends EventTarget {
  /** In the order of drawing. */
  seen: Seen[] = [];
  failed = false;

  private told = nothing;
  private tag = '';
  private readonly known = new Map<string, Stroke>();
  private recent: { deed: Deed; at: number }[] = [];
  private waiting: Deed[] = [];
  private running?: Promise<void>;
  private again = false;

  constructor(
    private readonly root: string,
    readonly item: string,
    readonly version: number,
    readonly media: number,
    /** What is drawn near this frame is read first. */
    private readonly frame: () => number,
  ) {
    super();
  }

  get truncated(): boolean {
    return this.told.truncated;
  }

  on(frame: number): Seen[] {
    return this.seen.filter(({ stroke }) => isOn(stroke, frame));
  }

  /** Asks the server what is different; whoever asks while it does is answered by the next time. */
  refresh(): Promise<void> {
    this.again = true;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** What the server does not have yet. */
  wait(deeds: Deed[]) {
    this.waiting = deeds.filter((deed) => this.isHere(deed));
    this.compose();
  }

  /** The server has it now, but has not told so yet. */
  took(deed: Deed) {
    if (!this.isHere(deed)) return;
    this.recent.push({ deed, at: performance.now() });
    void this.refresh();
  }

  private isHere(deed: Deed): boolean {
    return deed.item === this.item && deed.version === this.version && deed.media === this.media;
  }

  private async run() {
    while (this.again) {
      this.again = false;
      try {
        await this.ask();
        await this.fill();
        this.failed = false;
      } catch {
        this.failed = true;
      }
      this.compose();
    }
  }

  private address(query = ''): URL {
    return new URL(`${this.root}/sheets/${this.item}/${this.version}/${this.media}${query}`, document.baseURI);
  }

  private async ask() {
    const begun = performance.now();
    const response = await fetch(this.address(), {
      cache: 'no-store',
      headers: this.tag ? { 'If-None-Match': this.tag } : {},
    });
    if (response.status === 304) {
      this.forget(begun);
      return;
    }
    if (!response.ok) throw new Error(`The server answered ${response.status}`);
    this.told = (await response.json()) as Told;
    this.tag = response.headers.get('ETag') ?? '';
    this.forget(begun);
  }

  /** The server's answer holds what it had taken before it was asked. */
  private forget(before: number) {
    this.recent
      .filter(({ at }) => at < before)
      .flatMap(({ deed }) => deed.strokes)
      .forEach((stroke) => this.known.set(stroke.id, stroke));
    this.recent = this.recent.filter(({ at }) => at >= before);
  }

  private async fill() {
    const asked = new Set<string>();
    for (let lacking = this.lacking(asked); lacking.length > 0; lacking = this.lacking(asked)) {
      const batch = lacking.slice(0, atOnce);
      const response = await fetch(this.address(`?strokes=${batch.join(',')}`));
      if (!response.ok) throw new Error(`The server answered ${response.status}`);
      const answer = await response.json();
      const strokes = read(answer.frames);
      strokes.forEach((stroke) => this.known.set(stroke.id, stroke));
      // Of a batch that was too much at once the rest is asked for again; what is gone is not.
      if (!answer.truncated || strokes.length === 0) batch.forEach((id) => asked.add(id));
      this.compose();
    }
  }

  private lacking(asked: Set<string>): string[] {
    const frame = this.frame();
    const away = (mark: { frame: number; frameEnd: number }) =>
      Math.max(mark.frame - frame, frame - mark.frameEnd, 0);
    return this.told.strokes
      .filter(({ uuid }) => !this.known.has(uuid) && !asked.has(uuid))
      .sort((one, other) => away(one) - away(other))
      .map(({ uuid }) => uuid);
  }

  private compose() {
    const seen = new Map<string, Seen>();
    for (const mark of this.told.strokes) {
      const stroke = this.known.get(mark.uuid);
      const { note, author, own, version } = this.told.notes[mark.note];
      const carriedFrom = version === this.version ? undefined : version;
      if (stroke) seen.set(mark.uuid, { stroke, note, author, own, carriedFrom });
    }
    this.recent.forEach(({ deed }) => done(deed, seen, false));
    this.waiting.forEach((deed) => done(deed, seen, true));
    this.seen = [...seen.values()];
    this.dispatchEvent(new Event('changed'));
  }
}

function done(deed: Deed, seen: Map<string, Seen>, waiting: boolean) {
  for (const stroke of deed.strokes) {
    if (deed.kind === 'take-back') {
      if (deed.refused === undefined) seen.delete(stroke.id);
    } else if (!seen.has(stroke.id)) {
      seen.set(stroke.id, { stroke, note: deed.note, author: 'You', own: true, waiting, refused: deed.refused });
    }
  }
}
