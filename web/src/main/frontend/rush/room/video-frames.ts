/*
 * A video as frames: which one is on the screen, going to one and making sure of it, playing forwards, backwards and in
 * circles. Fires "shown" for every frame, "settled" when the video stands still, and "changed" for everything else.
 */

import { FrameClock } from './frame-clock';
import { FrameSeeker, type SeekTarget } from './frame-seeker';
import { type FrameRange, type Medium, clockOf } from './medium';
import { PresentedFrames } from './presented-frames';

/** Where nobody says how fast a video runs, it is searched in steps of a 25th of a second, which are called no frames. */
const unclaimed = { num: 25, den: 1 };
const fastest = 8;
const firstFramePatience = 1_500;
const offGridBy = 0.1;

export class VideoFrames extends EventTarget implements SeekTarget {
  readonly video = document.createElement('video');
  /** Whether the numbers are those of frames. */
  readonly claimed: boolean;
  clock: FrameClock;
  /** The one on the screen. */
  frame = 0;
  /** Whether some frame came at a time that this rate does not know. */
  offGrid = false;
  /** 1 forwards, -1 backwards, 0 standing still. */
  direction = 0;
  /** How much faster than the chosen speed it runs. */
  shuttle = 1;
  speed = 1;
  range: FrameRange | null = null;
  /** The frames that did not make it to the screen since the video was last started. */
  dropped = 0;

  private readonly presented: PresentedFrames;
  private readonly seeker: FrameSeeker;
  private readonly firstFrame: Promise<void>;
  private tellFirstFrame: () => void = () => {};
  private firstTime: number | null = null;
  private droppedBefore = 0;
  private turn = 0;
  private asked: number | null = null;
  private way: Promise<unknown> = Promise.resolve();
  private looping = false;

  constructor(private readonly medium: Medium) {
    super();
    this.claimed = Boolean(medium.rate);
    this.clock = this.clockFor(null);
    this.firstFrame = new Promise((resolve) => (this.tellFirstFrame = resolve));
    this.presented = new PresentedFrames(this.video, (time) => this.hear(time));
    this.seeker = new FrameSeeker(this.video, this.presented, this);
    this.video.preload = 'auto';
    this.video.playsInline = true;
    this.video.addEventListener('loadedmetadata', () => this.measure());
    this.video.addEventListener('loadeddata', () => this.awaitFirstFrame());
    this.video.addEventListener('ended', () => this.reachEnd());
    // Whoever waits for a frame of what cannot be loaded waits no longer.
    this.video.addEventListener('error', () => this.tellFirstFrame());
    this.video.src = medium.url;
  }

  get exact(): boolean {
    return this.claimed && this.presented.exact;
  }

  get isReady(): boolean {
    return this.firstTime !== null;
  }

  /** False when the frame on the screen may be another than the one that was asked for. */
  get verified(): boolean {
    return this.seeker.verified && this.exact && !this.offGrid;
  }

  /** Where it is going, or else where it is. */
  get goal(): number {
    return this.asked ?? this.frame;
  }

  get loop(): boolean {
    return this.looping;
  }

  set loop(looping: boolean) {
    this.looping = looping;
    this.video.loop = looping && !this.range;
  }

  mark(range: FrameRange | null) {
    this.range = range;
    this.loop = this.looping;
  }

  timeOf(frame: number, offset = -0.02): number {
    return (this.firstTime ?? 0) + this.clock.seekTime(frame) + offset * this.clock.begin(1);
  }

  /** Stands still on a frame; true when it is certain that it is shown. */
  async seek(frame: number): Promise<boolean> {
    this.halt();
    return this.go(frame);
  }

  async pause(): Promise<void> {
    if (this.direction !== 0) await this.seek(this.frame);
  }

  /** Waits until it stands where it was sent last. */
  async rest(): Promise<void> {
    let way: Promise<unknown> | null = null;
    while (this.asked !== null && way !== this.way) {
      way = this.way;
      await way;
    }
  }

  step(frames: number): Promise<boolean> {
    return this.seek(this.goal + frames);
  }

  /** Plays at the chosen speed; asked again in the same direction, twice as fast as before. */
  faster(direction: 1 | -1) {
    const shuttle = this.direction === direction ? Math.min(this.shuttle * 2, fastest) : 1;
    return this.play(direction, shuttle);
  }

  async play(direction: 1 | -1 = 1, shuttle = 1): Promise<void> {
    this.halt();
    const turn = this.turn;
    this.direction = direction;
    this.shuttle = shuttle;
    this.droppedBefore = this.droppedEver();
    this.dropped = 0;
    this.fire('changed');
    const start = this.start(direction);
    if (start !== this.frame) await this.go(start);
    if (turn !== this.turn) return;
    if (direction < 0) {
      await this.runBackwards(turn);
    } else {
      this.video.playbackRate = this.speed * shuttle;
      await this.video.play().catch(() => (turn === this.turn ? this.pause() : undefined));
    }
  }

  setSpeed(speed: number) {
    this.speed = speed;
    this.video.playbackRate = speed * this.shuttle;
    this.fire('changed');
  }

  close() {
    this.halt();
    this.presented.stop();
    this.tellFirstFrame();
    this.video.removeAttribute('src');
    this.video.load();
  }

  private clockFor(duration: number | null): FrameClock {
    return clockOf(this.claimed ? this.medium : { ...this.medium, rate: unclaimed, frames: null }, duration)!;
  }

  private measure() {
    this.clock = this.clockFor(this.video.duration);
    this.fire('changed');
  }

  /** Some browsers paint nothing until they are sent somewhere. */
  private async awaitFirstFrame() {
    if (this.isReady || (await this.presented.next(firstFramePatience)) || this.isReady || document.hidden) return;
    this.video.currentTime = 0;
  }

  private hear(mediaTime: number) {
    const isFirst = this.firstTime === null;
    // The first frame of some files is not at 0.
    this.firstTime ??= this.exact ? mediaTime : 0;
    const time = mediaTime - this.firstTime;
    const position = this.clock.position(time);
    if (this.exact && Math.abs(position - Math.round(position)) > offGridBy) this.offGrid = true;
    // A playing clock that is no frame's is somewhere within the frame, not at its beginning.
    this.frame = this.clock.frameAt(this.presented.exact ? time : time - this.clock.begin(1) / 2 + 1e-6);
    if (this.direction > 0) this.dropped = this.droppedEver() - this.droppedBefore;
    this.fire('shown');
    if (isFirst) this.begin();
    if (this.direction > 0 && this.range && this.frame >= this.range.last) this.reachEnd();
  }

  private begin() {
    this.tellFirstFrame();
    this.fire('changed');
    if (this.direction === 0 && this.asked === null) void this.go(this.frame);
  }

  private go(frame: number): Promise<boolean> {
    const asked = this.clock.land(Math.round(frame)).frame;
    this.asked = asked;
    const way = this.reach(asked);
    this.way = way;
    return way;
  }

  private async reach(asked: number): Promise<boolean> {
    await this.firstFrame;
    if (!this.isReady) return this.giveUp();
    const reached = await this.seeker.to(asked);
    if (this.seeker.goal === null && this.asked !== null) {
      this.asked = null;
      if (this.direction === 0) this.fire('settled');
    }
    return reached && this.exact && !this.offGrid;
  }

  private giveUp(): boolean {
    this.asked = null;
    return false;
  }

  private halt() {
    this.turn++;
    const moved = this.direction !== 0;
    this.direction = 0;
    this.shuttle = 1;
    if (!this.video.paused) this.video.pause();
    if (moved) this.fire('changed');
  }

  private start(direction: number): number {
    const first = this.range?.first ?? 0;
    const last = this.range?.last ?? this.clock.lastFrame;
    const inside = direction > 0 ? this.frame >= first && this.frame < last : this.frame > first && this.frame <= last;
    if (inside || !this.isReady) return this.frame;
    return direction > 0 ? first : last;
  }

  private reachEnd() {
    if (this.direction <= 0) return;
    if (!this.looping) {
      void this.seek(this.range?.last ?? this.clock.lastFrame);
    } else if (!this.video.seeking) {
      this.video.currentTime = this.timeOf(this.range?.first ?? 0);
      if (this.video.paused || this.video.ended) void this.video.play();
    }
  }

  /** Browsers do not play backwards: one frame after the other is sought, as many as there is time for. */
  private async runBackwards(turn: number) {
    let from = this.frame;
    let began = performance.now();
    while (turn === this.turn) {
      const passed = ((performance.now() - began) / 1000) * this.speed * this.shuttle;
      const first = this.range?.first ?? 0;
      const target = Math.max(first, from - Math.floor(this.clock.position(passed)));
      if (target === this.frame && target > first) {
        await new Promise((resolve) => window.requestAnimationFrame(resolve));
        continue;
      }
      if (target !== this.frame) await this.go(target);
      if (turn !== this.turn || target > first) continue;
      if (!this.looping) return void this.seek(first);
      from = this.range?.last ?? this.clock.lastFrame;
      await this.go(from);
      began = performance.now();
    }
  }

  private droppedEver(): number {
    return this.video.getVideoPlaybackQuality?.().droppedVideoFrames ?? 0;
  }

  private fire(name: string) {
    this.dispatchEvent(new Event(name));
  }
}
