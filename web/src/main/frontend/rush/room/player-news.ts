/* What the player tells the rest of the page. */

import type { FrameRange } from './medium';
import type { Rect } from './picture-view';

const settledEvery = 500;

export class PlayerNews {
  private frame = -1;
  private playing = false;
  private settledAt = -settledEvery;
  private timer = 0;

  constructor(private readonly player: HTMLElement) {}

  tellFrame(frame: number) {
    if (frame === this.frame) return;
    this.frame = frame;
    this.fire('frame-shown', { frame });
  }

  tellView(rect: Rect) {
    this.fire('view-changed', { rect });
  }

  /** At most twice a second, and always of the last. */
  tellSettled(media: number, frame: number, verified: boolean) {
    window.clearTimeout(this.timer);
    const wait = Math.max(0, this.settledAt + settledEvery - performance.now());
    this.timer = window.setTimeout(() => {
      this.settledAt = performance.now();
      this.fire('frame-settled', { media, frame, verified });
    }, wait);
  }

  tellPlaying(playing: boolean) {
    if (playing === this.playing) return;
    this.playing = playing;
    if (playing) window.clearTimeout(this.timer);
    this.fire('playing-changed', { playing });
  }

  tellRange(range: FrameRange | null) {
    this.fire('range-set', range);
  }

  /** Without a range where nobody knows which frame it is. */
  wantNote(media: number, range: FrameRange | null) {
    this.fire('note-wanted', { media, first: range?.first ?? null, last: range?.last ?? null });
  }

  choosePin(id: string) {
    this.fire('pin-chosen', { id });
  }

  tellFailure() {
    this.fire('media-failed', {});
  }

  private fire(name: string, detail: unknown) {
    this.player.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
