/*
 * The player of a version's media. It owns the clock: everything that shows a frame or a time code asks the same one, and
 * nothing of it goes through the server.
 */

import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { DocumentEvents } from './document-events';
import type { FrameClock } from './frame-clock';
import { frameLabel, frameWords } from './frame-words';
import type { FrameRange, Medium, Pin } from './medium';
import type { Rect } from './picture-view';
import { nextPin } from './pins';
import { act } from './player-actions';
import { playerLook } from './player-look';
import { PlayerNews } from './player-news';
import { flags, trouble } from './player-words';
import { Prefetch } from './prefetch';
import { reviewPlayerLook } from './review-player-look';
import type { ReviewPosition } from './review-position';
import './review-position';
import './review-timeline';
import './review-transport';
import './frame-check';
import { Slowness } from './slowness';
import { Sound } from './sound';
import { StageView } from './stage-view';
import { VideoFrames } from './video-frames';

@customElement('review-player')
export class ReviewPlayer extends LitElement {
  static styles = [playerLook, reviewPlayerLook];

  @property({ attribute: false }) pins: Pin[] = [];
  /** What will be looked at next, to be fetched when there is time. */
  @property({ attribute: false }) next: string | null = null;

  @state() private frames: VideoFrames | null = null;
  @state() private failed = false;
  @state() private pictured = false;
  @state() private full = false;
  @state() private spoken = '';
  @query('.stage') readonly stage!: HTMLElement;
  @query('.ground') private ground!: HTMLElement;
  @query('review-position') private position!: ReviewPosition | null;

  private shown: Medium | null = null;
  private readonly view = new StageView(() => this.moved(), () => this.act('play-pause'));
  private readonly sound = new Sound();
  private readonly prefetch = new Prefetch();
  private readonly news = new PlayerNews(this);
  private readonly slowness = new Slowness(() => this.requestUpdate());
  private resumes = false;

  get media(): Medium | null {
    return this.shown;
  }

  set media(medium: Medium | null) {
    this.frames?.close();
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

  /** Stops at the frame that is shown, or at the marked range, and says that somebody wants to say something of it. */
  async wantNote(): Promise<void> {
    await this.pause();
    const claimed = !this.frames || this.frames.claimed;
    const { first, last } = this.range ?? { first: this.frame, last: this.frame };
    this.news.wantNote(this.shown?.index ?? 0, claimed ? { first, last } : null);
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

  enterPosition() {
    this.position?.begin();
  }

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
    void this.pause();
  }

  firstUpdated() {
    this.view.attach(this.stage, this.ground);
  }

  render() {
    const poster = this.pictured ? null : (this.shown?.poster ?? null);
    const state = [this.view.isCloseUp ? 'near' : '', this.pictured || this.failed ? '' : 'loading', this.failed ? 'still-here' : ''];
    return html`
      <div class="stage">
        <div class="ground ${this.view.isFitted ? '' : 'zoomed'}">
          <div class="picture ${state.join(' ')}" style=${styleMap(this.view.style)}>
            ${this.medium()} ${poster ? html`<img class="poster" src=${poster} alt="" draggable="false" />` : nothing}
            <slot name="overlay"></slot>
          </div>
        </div>
        ${this.failed ? trouble(this.shown!.type, () => (this.media = this.shown)) : flags(this.frames)}
        ${this.slowness.shows ? html`<div class="spinner" role="status" aria-label="Loading"></div>` : nothing}
      </div>
      ${this.frames ? this.timeline(this.frames) : nothing}
      <div class="bar ${this.frames ? '' : 'still'}">${this.controls()}</div>
      <div class="foot"><slot name="facts"></slot><frame-check></frame-check></div>
      <div class="for-readers" aria-live="polite">${this.spoken}</div>
    `;
  }

  private medium() {
    if (this.frames) return this.frames.video;
    if (!this.shown) return nothing;
    return html`<img
      class="still"
      src=${this.shown.url}
      alt=${this.shown.name}
      decoding="async"
      draggable="false"
      @load=${(event: Event) => this.showStill(event.target as HTMLImageElement)}
      @error=${() => this.fail()}
    />`;
  }

  private timeline(frames: VideoFrames) {
    return html`<review-timeline
      .clock=${frames.clock}
      .count=${frames.clock.frames ?? 0}
      .frame=${frames.goal}
      .range=${frames.range}
      .pins=${this.ownPins()}
      .previewUrl=${this.failed ? null : this.shown!.url}
      .timeOf=${(frame: number) => frames.timeOf(frame)}
      .words=${(frame: number) => frameWords(frames, frame)}
      .label=${(frame: number) => frameLabel(frames, frame)}
      @scrub-begin=${() => this.beginScrub(frames)}
      @scrub=${(event: CustomEvent<number>) => void frames.seek(event.detail)}
      @scrub-end=${() => this.endScrub(frames)}
      @step-to=${(event: CustomEvent<number>) => void frames.seek(event.detail)}
      @pin=${(event: CustomEvent<Pin>) => this.choose(event.detail)}
    ></review-timeline>`;
  }

  private controls() {
    const { frames } = this;
    return html`
      ${frames
        ? html`<review-position
            .clock=${frames.clock}
            .frame=${frames.frame}
            .claimed=${frames.claimed}
            .approximate=${frames.isReady && frames.direction === 0 && !frames.verified}
            @go=${(event: CustomEvent<number>) => void frames.seek(event.detail)}
          ></review-position>`
        : html`<span>Frame ${this.shown?.startFrame ?? ''}</span>`}
      <review-transport
        .moving=${frames !== null}
        .pace=${frames ? frames.direction * frames.shuttle : 0}
        .speed=${frames?.speed ?? 1}
        .looping=${frames?.loop ?? false}
        .marked=${this.range !== null}
        .muted=${this.sound.muted}
        .volume=${this.sound.volume}
        .zoom=${this.view.percent}
        .fitted=${this.view.isFitted}
        .full=${this.full}
        .dropped=${frames?.dropped ?? 0}
        @act=${(event: CustomEvent<string>) => this.act(event.detail)}
        @speed=${(event: CustomEvent<number>) => frames?.setSpeed(event.detail)}
        @volume=${(event: CustomEvent<number>) => this.setVolume(event.detail)}
      ></review-transport>
    `;
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

  private showStill(image: HTMLImageElement) {
    this.pictured = true;
    this.view.measure(image.naturalWidth, image.naturalHeight);
    this.news.tellFrame(0);
    this.news.tellSettled(this.shown!.index, 0, true);
    if (this.next) this.prefetch.fetch(this.next);
  }

  private fail() {
    this.failed = true;
    this.slowness.end();
    this.news.tellFailure();
  }

  private choose(pin: Pin) {
    void this.seek(pin.first);
    this.news.choosePin(pin.id);
  }

  private ownPins(): Pin[] {
    return this.pins.filter((pin) => pin.media === this.shown?.index);
  }

  private setVolume(volume: number) {
    this.sound.set(volume, volume === 0);
    this.hearSound();
  }

  private hearSound() {
    if (this.frames) this.sound.applyTo(this.frames.video);
    this.requestUpdate();
  }

  private beginScrub(frames: VideoFrames) {
    this.resumes = frames.direction > 0;
  }

  private endScrub(frames: VideoFrames) {
    if (this.resumes) void frames.play();
  }

  private hearAction({ detail }: CustomEvent<{ action: string; repeat?: boolean }>) {
    this.act(detail.action, detail.repeat === true);
  }

  /** What was shown while nobody looked could not be verified. */
  private hearVisibility() {
    const { frames } = this;
    if (!document.hidden && frames?.isReady && frames.direction === 0) void frames.seek(frames.goal);
  }

  private act(action: string, repeated = false) {
    act(this, this.frames, action, repeated);
  }

  private moved() {
    this.requestUpdate();
    this.news.tellView(this.view.rect);
  }
}
