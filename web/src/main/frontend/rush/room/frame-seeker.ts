/*
 * Brings a video to a frame and makes sure that it got there. One seek runs at a time; of those wanted meanwhile only the
 * last is made.
 */

import type { PresentedFrames } from './presented-frames';

/**
 * Where to look within a frame, in frames from its middle. The first is a hair before it: where a file counts time in whole
 * frames, browsers round the middle up, to the next one.
 */
const nudges = [-0.02, 0.25, -0.25];
/** How long nothing may come after a seek, and how long nothing better than another frame, in milliseconds. */
const patience = 1_000;
const patienceWithOther = 120;
const seekPatience = 10_000;

export interface SeekTarget {
  /** Whether what is shown can be told at all. */
  readonly exact: boolean;
  /** The one on the screen. */
  frame: number;
  /** The time of a place in a frame, counted in frames from the frame's middle. */
  timeOf(frame: number, offset: number): number;
}

export class FrameSeeker {
  private wanted: number | null = null;
  private running: Promise<void> = Promise.resolve();
  private reached = false;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly presented: PresentedFrames,
    private readonly target: SeekTarget,
  ) {}

  /** Whether the last seek showed the frame that it was made for. */
  get verified(): boolean {
    return this.reached;
  }

  /** Where the video is going, if it is going somewhere. */
  get goal(): number | null {
    return this.wanted;
  }

  /** True when just this frame is shown; false when another is, or nobody can tell, or another was wanted since. */
  async to(frame: number): Promise<boolean> {
    const idle = this.wanted === null;
    this.wanted = frame;
    if (idle) this.running = this.run();
    await this.running;
    return this.reached && this.target.frame === frame;
  }

  private async run() {
    for (let goal = this.wanted; goal !== null; goal = this.wanted) {
      this.reached = await this.reach(goal);
      if (this.wanted === goal) this.wanted = null;
    }
  }

  private async reach(goal: number): Promise<boolean> {
    for (const nudge of nudges) {
      const before = this.presented.count;
      await this.place(this.target.timeOf(goal, nudge));
      if (!this.target.exact) return false;
      while (this.wanted === goal && this.target.frame !== goal) {
        const wait = this.presented.count > before ? patienceWithOther : patience;
        if (document.hidden || !(await this.presented.next(wait))) break;
      }
      if (this.target.frame === goal) return true;
      if (document.hidden || this.wanted !== goal) return false;
    }
    return false;
  }

  private place(time: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        window.clearTimeout(timer);
        ['seeked', 'error', 'emptied'].forEach((name) => this.video.removeEventListener(name, done));
        resolve();
      };
      const timer = window.setTimeout(done, seekPatience);
      ['seeked', 'error', 'emptied'].forEach((name) => this.video.addEventListener(name, done));
      this.video.currentTime = time;
    });
  }
}
