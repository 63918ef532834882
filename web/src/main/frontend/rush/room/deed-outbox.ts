/*
 * Sends what was drawn to the server, one deed after the other, and does not stop trying. Each may arrive twice: strokes
 * and notes have ids of their own, so that there is one of each all the same.
 */

import { openShelf, type Deed, type DeedShelf } from './deed-shelf';
import { randomId, write, type Stroke } from './ink';

export type Word = 'saved' | 'saving' | 'offline' | 'signed-out';

export interface Redrawn {
  note: string;
  strokes: Map<string, Stroke>;
}

const firstPause = 1000;
const longestPause = 30_000;
const longestWait = 20_000;
const slow = 400;

type Answer = { taken: true } | { again: Word } | { refused: string; gone: boolean };

/**
 * Fires `changed` whenever something is kept, taken or refused, `taken` with the deed that the server has now, and
 * `redrawn` when strokes that could not be put back were drawn anew under other ids.
 */
export class DeedOutbox extends EventTarget {
  /** What the server does not have yet, of this person on any item. */
  deeds: Deed[] = [];
  word: Word = 'saved';

  private shelf?: DeedShelf;
  private keeping = Promise.resolve();
  private busy = false;
  private pause = 0;
  private timer = 0;
  private readonly wake = () => this.go();

  constructor(
    private readonly person: string,
    private readonly root: string,
  ) {
    super();
  }

  get lasting(): boolean {
    return this.shelf?.lasting ?? true;
  }

  /** Deeds that arrived here before the shelf was open keep their place behind those of an earlier visit. */
  async open() {
    window.addEventListener('online', this.wake);
    const shelf = await openShelf();
    const earlier = await shelf.all(this.person).catch(() => []);
    this.shelf = shelf;
    const early = this.deeds;
    this.deeds = [...earlier, ...early];
    await Promise.all(early.map((deed) => this.keep(deed)));
    this.changed();
    this.go();
  }

  close() {
    window.removeEventListener('online', this.wake);
    window.clearTimeout(this.timer);
    this.shelf = undefined;
  }

  add(deed: Omit<Deed, 'person'>) {
    const mine = { ...deed, person: this.person };
    this.deeds.push(mine);
    this.changed();
    if (this.shelf) void this.keep(mine).then(() => this.go());
  }

  /** Whoever drew it gives it up. */
  async discard(deed: Deed) {
    this.remove(deed);
    this.changed();
  }

  /** Draws anew what was refused, as another note. */
  async again(deed: Deed) {
    await this.redraw(deed);
    this.go();
  }

  /** One after the other, so that the order of the keys is that of the deeds. */
  private keep(deed: Deed): Promise<void> {
    this.keeping = this.keeping.then(async () => {
      try {
        deed.key = await this.shelf?.keep(deed);
      } catch {
        // No room on this disk: it is kept in the page, and sent from there.
      }
    });
    return this.keeping;
  }

  private remove(deed: Deed) {
    this.deeds = this.deeds.filter((other) => other !== deed);
    if (deed.key !== undefined) void this.shelf?.drop(deed.key).catch(() => undefined);
  }

  private changed() {
    this.dispatchEvent(new Event('changed'));
  }

  private say(word: Word) {
    if (this.word === word) return;
    this.word = word;
    this.changed();
  }

  private go() {
    window.clearTimeout(this.timer);
    if (!this.busy && this.shelf) void this.send();
  }

  private async send() {
    this.busy = true;
    const saving = window.setTimeout(() => this.say('saving'), this.word === 'saved' ? slow : 0);
    try {
      for (let deed = this.next(); deed && this.shelf; deed = this.next()) {
        if (!(await this.isOwed(deed))) {
          this.remove(deed);
          continue;
        }
        const answer = await this.post(deed);
        if ('again' in answer) return this.later(answer.again);
        this.pause = 0;
        await this.settle(deed, answer);
      }
      if (!this.next()) this.say('saved');
    } finally {
      window.clearTimeout(saving);
      this.busy = false;
    }
    this.changed();
  }

  private next(): Deed | undefined {
    return this.deeds.find((deed) => deed.refused === undefined);
  }

  /** Another window of this browser may have sent it meanwhile. */
  private async isOwed(deed: Deed): Promise<boolean> {
    if (deed.key === undefined) return true;
    return (await this.shelf?.has(deed.key).catch(() => true)) ?? true;
  }

  private async settle(deed: Deed, answer: Exclude<Answer, { again: Word }>) {
    if ('taken' in answer) {
      this.remove(deed);
      this.dispatchEvent(new CustomEvent('taken', { detail: deed }));
    } else if (deed.kind === 'put-back' && answer.gone) {
      await this.redraw(deed);
    } else if (deed.kind === 'take-back' && answer.gone) {
      this.remove(deed);
    } else {
      deed.refused = answer.refused;
      await this.keep(deed);
    }
    this.changed();
  }

  private async redraw(deed: Deed) {
    const strokes = new Map(deed.strokes.map((stroke) => [stroke.id, { ...stroke, id: randomId() }]));
    const note = randomId();
    const { key, refused, ...rest } = deed;
    const fresh: Deed = { ...rest, kind: 'draw', note, strokes: [...strokes.values()] };
    this.deeds = this.deeds.map((other) => (other === deed ? fresh : other));
    await this.keep(fresh);
    if (key !== undefined) await this.shelf?.drop(key).catch(() => undefined);
    this.dispatchEvent(new CustomEvent<Redrawn>('redrawn', { detail: { note, strokes } }));
    this.changed();
  }

  private later(word: Word) {
    this.say(word);
    this.pause = Math.min(longestPause, this.pause ? this.pause * 2 : firstPause);
    this.timer = window.setTimeout(this.wake, this.pause * (0.75 + Math.random() / 2));
  }

  private async post(deed: Deed): Promise<Answer> {
    const path = `${this.root}/strokes/${deed.item}/${deed.note}${deed.kind === 'draw' ? '' : `/${this.way(deed)}`}`;
    try {
      const response = await fetch(new URL(path, document.baseURI), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Rushlight-Page': 'annotations' },
        body: JSON.stringify(body(deed)),
        signal: AbortSignal.timeout(longestWait),
      });
      return await this.read(response);
    } catch {
      return { again: 'offline' };
    }
  }

  private way(deed: Deed): string {
    return deed.kind === 'take-back' ? 'taken-back' : 'put-back';
  }

  private async read(response: Response): Promise<Answer> {
    if (response.ok) return { taken: true };
    if (response.status === 401) return { again: 'signed-out' };
    if (response.status === 408 || response.status === 429) return { again: 'saving' };
    if (response.status >= 500) return { again: 'offline' };
    const said = await response.json().catch(() => ({}));
    const gone = response.status === 404 || response.status === 409;
    return { refused: String(said.error ?? `The server answered ${response.status}`), gone };
  }
}

function body(deed: Deed): unknown {
  return deed.kind === 'draw'
    ? {
        version: deed.version,
        media: deed.media,
        visibility: deed.visibility,
        format: 'ori.syncevent/1',
        frames: deed.strokes.map(write),
      }
    : { version: deed.version, strokes: deed.strokes.map((stroke) => stroke.id) };
}
