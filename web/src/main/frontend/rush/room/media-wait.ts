/* Looks again for a medium that its server does not give yet: work is often announced while it is still rendered or copied. */

import type { Medium } from './medium';

/** How long after its submission a medium may still come; then it counts as gone. */
const patience = 60 * 60 * 1000;
const firstLook = 3_000;
const longest = 30_000;
const growth = 1.5;

export class MediaWait {
  /** When the version was submitted, in milliseconds of this browser's clock; null where nobody waits for anything. */
  submitted: number | null = null;
  private medium: Medium | null = null;
  private pause = firstLook;
  private timer = 0;
  private stopLook = () => {};

  /**
   * @param changed when waiting begins or is given up
   * @param came when the medium can be opened
   */
  constructor(
    private readonly changed: () => void,
    private readonly came: () => void,
  ) {}

  get waits(): boolean {
    return this.medium !== null;
  }

  begin(medium: Medium) {
    this.end();
    if (!this.isYoung) return;
    this.medium = medium;
    this.pause = firstLook;
    this.plan();
  }

  end() {
    window.clearTimeout(this.timer);
    this.stopLook();
    this.medium = null;
  }

  private get isYoung() {
    return this.submitted !== null && Date.now() - this.submitted < patience;
  }

  private plan() {
    this.timer = window.setTimeout(() => this.look(), this.pause);
    this.pause = Math.min(this.pause * growth, longest);
  }

  private look() {
    if (document.hidden) return this.plan();
    if (!this.isYoung) {
      this.end();
      return this.changed();
    }
    const probe = this.medium!.type === 'VIDEO' ? document.createElement('video') : new Image();
    const found = () => {
      this.end();
      this.came();
    };
    const missed = () => {
      this.stopLook();
      this.plan();
    };
    this.stopLook = () => {
      this.stopLook = () => {};
      ['loadedmetadata', 'load'].forEach((name) => probe.removeEventListener(name, found));
      probe.removeEventListener('error', missed);
      probe.removeAttribute('src');
      if (probe instanceof HTMLVideoElement) probe.load();
    };
    ['loadedmetadata', 'load'].forEach((name) => probe.addEventListener(name, found));
    probe.addEventListener('error', missed);
    if (probe instanceof HTMLVideoElement) probe.preload = 'metadata';
    probe.src = this.medium!.url;
  }
}
