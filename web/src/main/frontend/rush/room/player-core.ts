/*
 * What the player does and knows. It owns the clock: everything that shows a frame or a time code asks the same one, and
 * nothing of it goes through the server.
 */

import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DocumentEvents } from './document-events';
import type { FrameClock } from './frame-clock';
import { frameWords } from './frame-words';
import { MediaWait } from './media-wait';
import type { FrameRange, Medium, Pin } from './medium';
import type { Rect } from './picture-view';
import { nextPin } from './pins';
import { act } from './player-actions';
import { PlayerNews } from './player-news';
import { Prefetch } from './prefetch';
import { Slowness } from './slowness';
import { Sound } from './sound';
import { StageView } from './stage-view';
import { VideoFrames } from './video-frames';

export abstract class PlayerCore extends LitElement {
  @property({ attribute: false }) pins: Pin[] = [];
  /** What will be looked at next, to be fetched when there is time. */
  @property({ attribute: false }) next: string | null = null;
  /** When the version was submitted, in milliseconds since 1970; what is missing of a young one may still come. */
  @property({ attribute: false })
  set submitted(moment: number | null) {
    this.wait.submitted = moment;
  }

  @state() protected frames: VideoFrames | null = null;
  @state() protected failed = false;
  @state() protected pictured = false;
  @state() protected full = false;
  @state() protected spoken = '';

  protected shown: Medium | null = null;
  protected readonly view = new StageView(() => this.moved(), () => this.act('play-pause'));
  protected readonly sound = new Sound();
  private readonly prefetch = new Prefetch();
  private readonly news = new PlayerNews(this);
  protected readonly slowness = new Slowness(() => this.requestUpdate());
  protected readonly wait = new MediaWait(
    () => this.requestUpdate(),
    () => (this.media = this.shown),
  );
  private resumes = false;
  /** Where it played until somebody began a note, which it goes on from once that is sent. */
  private stoppedForNote: number | null = null;

  get media(): Medium | null {
    return this.shown;
  }

  set media(medium: Medium | null) {
    this.frames?.close();
    this.wait.end();
    this.stoppedForNote = null;
    this.shown = medium;
    this.failed = false;
    this.pictured = false;
    this.spoken = '';
    this.view.expect(medium?.width ?? 16, medium?.height ?? 9);
    this.frames = medium?.type === 'VIDEO' ? this.open(medium) : null;
    this.requestUpdate();
  }

  /** The one on the screen; 0 for an image. */
  get frame(): number {
    return this.frames?.frame ?? 0;
  }

  /** The clock of what is shown; null for an image. */
  get clock(): FrameClock | null {
    return this.frames?.clock ?? null;
  }

  /** Whether the picture on the screen is certain to be that of the frame that is named. */
  get verified(): boolean {
    return this.frames ? this.frames.verified : this.pictured;
  }

  get range(): FrameRange | null {
    return this.frames?.range ?? null;
  }

  /** The marked range, if what is shown is in it. */
  protected get rangeHere(): FrameRange | null {
    const { range, frame } = this;
    return range && range.first <= frame && frame <= range.last ? range : null;
  }

  /** Where the pixels of the picture are now, from the upper left corner of the stage. */
  get pictureRect(): Rect {
    return this.view.rect;
  }

  async seek(frame: number): Promise<boolean> {
    return this.frames ? this.frames.seek(frame) : frame === 0 && this.pictured;
  }

  async play(): Promise<void> {
    await this.frames?.play();
  }

  async pause(): Promise<void> {
    await this.frames?.pause();
  }

  /** Waits until it stands where it was sent last: what is shown before that is on its way. */
  async rest(): Promise<void> {
    await this.frames?.rest();
  }

  /** Stops, and says that somebody wants to say something of the frame that is shown, or of the marked range around it. */
  async wantNote(): Promise<void> {
    const played = (this.frames?.direction ?? 0) > 0;
    await this.pause();
    await this.rest();
    if (played) this.stoppedForNote = this.frames!.goal;
    const claimed = !this.frames || this.frames.claimed;
    const { first, last } = this.rangeHere ?? { first: this.frame, last: this.frame };
    this.news.wantNote(this.shown?.index ?? 0, claimed ? { first, last } : null);
  }

  /** Plays on if it was stopped for the note and nobody has moved it since; answers whether it does. */
  noteSent(): boolean {
    const { frames, stoppedForNote } = this;
    this.stoppedForNote = null;
    if (frames?.direction !== 0 || frames.goal !== stoppedForNote) return false;
    void frames.play();
    return true;
  }

  fit() {
    this.view.fit();
  }

  /** One pixel of the picture on one of the screen. */
  actualSize() {
    this.view.actualSize();
  }

  async toggleFullscreen() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await this.requestFullscreen?.();
  }

  toggleLoop() {
    if (this.frames) this.frames.loop = !this.frames.loop;
    this.requestUpdate();
  }

  toggleMuted() {
    this.sound.toggle();
    this.hearSound();
  }

  /** Takes the keyboard to where one types a frame. */
  abstract enterPosition(): void;

  mark(end: 'first' | 'last') {
    const at = this.frames?.goal ?? 0;
    const range = { ...(this.range ?? { first: 0, last: this.clock?.lastFrame ?? at }), [end]: at };
    this.setRange(range.first <= range.last ? range : { first: at, last: at });
  }

  setRange(range: FrameRange | null) {
    this.frames?.mark(range);
    this.news.tellRange(range);
    this.requestUpdate();
  }

  goToNote(direction: 1 | -1) {
    const pin = nextPin(this.ownPins(), this.frames?.goal ?? 0, direction);
    if (pin) this.choose(pin);
  }

  constructor() {
    super();
    new DocumentEvents(this, {
      'room-action': (event) => this.hearAction(event as CustomEvent<{ action: string; repeat?: boolean }>),
      fullscreenchange: () => (this.full = document.fullscreenElement === this),
      visibilitychange: () => this.hearVisibility(),
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.wait.end();
    void this.pause();
  }

  private open(medium: Medium): VideoFrames {
    const frames = new VideoFrames(medium);
    const { video } = frames;
    video.setAttribute('aria-label', medium.name);
    this.sound.applyTo(video);
    video.addEventListener('loadedmetadata', () => this.view.measure(video.videoWidth, video.videoHeight));
    video.addEventListener('error', () => this.frames === frames && this.fail());
    video.addEventListener('canplaythrough', () => this.frames === frames && this.next && this.prefetch.fetch(this.next));
    this.slowness.follow(video);
    frames.addEventListener('shown', () => this.hearShown(frames));
    frames.addEventListener('settled', () => this.hearSettled(frames));
    frames.addEventListener('changed', () => this.hearChanged(frames));
    return frames;
  }

  private hearShown(frames: VideoFrames) {
    if (this.frames !== frames) return;
    this.pictured ||= frames.isReady;
    this.news.tellFrame(frames.frame);
    this.requestUpdate();
  }

  private hearSettled(frames: VideoFrames) {
    if (this.frames !== frames) return;
    this.spoken = frameWords(frames, frames.frame);
    this.news.tellSettled(this.shown!.index, frames.frame, frames.verified);
    this.requestUpdate();
  }

  private hearChanged(frames: VideoFrames) {
    if (this.frames !== frames) return;
    this.news.tellPlaying(frames.direction !== 0);
    this.requestUpdate();
  }

  protected showStill(image: HTMLImageElement) {
    this.pictured = true;
    this.view.measure(image.naturalWidth, image.naturalHeight);
    this.news.tellFrame(0);
    this.news.tellSettled(this.shown!.index, 0, true);
    if (this.next) this.prefetch.fetch(this.next);
  }

  protected fail() {
    this.failed = true;
    this.slowness.end();
    this.wait.begin(this.shown!);
    this.news.tellFailure();
  }

  protected choose(pin: Pin) {
    void this.seek(pin.first);
    this.news.choosePin(pin.id);
  }

  protected ownPins(): Pin[] {
    return this.pins.filter((pin) => pin.media === this.shown?.index);
  }

  protected setVolume(volume: number) {
    this.sound.set(volume, volume === 0);
    this.hearSound();
  }

  private hearSound() {
    if (this.frames) this.sound.applyTo(this.frames.video);
    this.requestUpdate();
  }

  protected beginScrub(frames: VideoFrames) {
    this.resumes = frames.direction > 0;
  }

  protected endScrub(frames: VideoFrames) {
    if (this.resumes) void frames.play();
  }

  /** Where notes are beside the player, they hear what is asked for by key about notes, and tell it where to go. */
  private hearAction({ detail }: CustomEvent<{ action: string; repeat?: boolean }>) {
    if (detail.action.endsWith('note') && document.querySelector('rush-notes')) return;
    this.act(detail.action, detail.repeat === true);
  }

  /** What was shown while nobody looked could not be verified. */
  private hearVisibility() {
    const { frames } = this;
    if (!document.hidden && frames?.isReady && frames.direction === 0) void frames.seek(frames.goal);
  }

  /** A button; notes beside the player hear of theirs as if it was a key. */
  protected press(action: string) {
    if (action === 'note') document.dispatchEvent(new CustomEvent('room-action', { detail: { action, repeat: false } }));
    else this.act(action);
  }

  protected act(action: string, repeated = false) {
    act(this, this.frames, action, repeated);
  }

  private moved() {
    this.requestUpdate();
    this.news.tellView(this.view.rect);
  }
}
