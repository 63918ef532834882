/* The frames of a video from left to right, with the notes on them: shows where it stands, and goes where one points. */

import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { FrameClock } from './frame-clock';
import type { FrameRange, Pin } from './medium';
import { pinName, pinShape } from './pins';
import { playerLook } from './player-look';
import { reviewTimelineLook } from './review-timeline-look';
import './timeline-preview';

@customElement('review-timeline')
export class ReviewTimeline extends LitElement {
  @property({ attribute: false }) clock: FrameClock | null = null;
  @property({ attribute: false }) count = 0;
  @property({ attribute: false }) frame = 0;
  @property({ attribute: false }) range: FrameRange | null = null;
  @property({ attribute: false }) pins: Pin[] = [];
  @property({ attribute: false }) previewUrl: string | null = null;
  /** Where to seek for a frame. */
  @property({ attribute: false }) timeOf: (frame: number) => number = () => 0;
  /** What a frame is called, for the eye and for the ear. */
  @property({ attribute: false }) words: (frame: number) => string = String;
  @property({ attribute: false }) label: (frame: number) => string = String;
  @property({ attribute: false }) name: (frame: number) => string = String;

  @state() private pointed: number | null = null;
  private lastPointed: number | null = null;
  @state() private width = 0;
  private scrubbing = false;
  private readonly watch = new ResizeObserver(([entry]) => (this.width = entry.contentRect.width));

  static styles = [playerLook, reviewTimelineLook];

  connectedCallback() {
    super.connectedCallback();
    this.watch.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watch.disconnect();
  }

  willUpdate(changed: Map<string, unknown>) {
    if (changed.has('previewUrl')) this.lastPointed = null;
    this.lastPointed = this.pointed ?? this.lastPointed;
  }

  render() {
    return html`
      <div
        class="track"
        role="slider"
        tabindex="0"
        aria-label="Frames"
        aria-valuemin=${this.clock?.sourceFrame(0) ?? 0}
        aria-valuemax=${this.clock?.sourceFrame(Math.max(0, this.count - 1)) ?? 0}
        aria-valuenow=${this.clock?.sourceFrame(this.frame) ?? 0}
        aria-valuetext=${this.words(this.frame)}
        @pointerdown=${this.press}
        @pointermove=${this.point}
        @pointerup=${this.letGo}
        @pointercancel=${this.letGo}
        @pointerleave=${this.leave}
        @mousedown=${(event: Event) => event.preventDefault()}
        @keydown=${this.key}
      >
        <div class="rail">
          <div class="past" style=${styleMap({ width: this.at(this.frame + 0.5) })}></div>
          <div class="ticks" style=${styleMap(this.ticks())}></div>
        </div>
        ${this.range
          ? html`<div class="marked" style=${styleMap(this.extent(this.range))}></div>`
          : nothing}
        ${this.pins.map((pin) =>
          pin.last > pin.first
            ? html`<div class="span ${pinShape(pin).tone}" style=${styleMap(this.extent(pin))}></div>`
            : nothing,
        )}
        ${this.pointed === null
          ? nothing
          : html`<div class="pointed" style=${styleMap({ left: this.at(this.pointed + 0.5) })}></div>`}
        ${this.count > 0
          ? html`<div class="head" style=${styleMap({ left: this.at(this.frame + 0.5) })}></div>`
          : nothing}
      </div>
      ${this.pins.map((pin) => this.pin(pin))}
      ${this.lastPointed === null ? nothing : this.preview(this.lastPointed)}
    `;
  }

  private pin(pin: Pin) {
    const shape = pinShape(pin);
    const name = pinName(pin, this.name);
    return html`<button
      class="pin ${shape.tone}"
      style=${styleMap({ left: `calc(0.875rem + (100% - 1.75rem) * ${this.share(pin.first + 0.5)})` })}
      aria-label=${name}
      title=${name}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.fire('pin', pin)}
    >
      ${shape.drawing}
    </button>`;
  }

  /** Once there, it stays, unseen, with what it has loaded. */
  private preview(frame: number) {
    const half = 80;
    const left = Math.min(Math.max(14 + this.share(frame + 0.5) * this.width, half + 4), this.width + 28 - half - 4);
    return html`<timeline-preview
      ?hidden=${this.pointed === null}
      style=${styleMap({ left: `${left - half}px`, width: `${2 * half}px` })}
      .url=${this.previewUrl}
      .time=${this.timeOf(frame)}
      .words=${this.label(frame)}
    ></timeline-preview>`;
  }

  private share(frames: number): number {
    return this.count > 0 ? Math.min(frames / this.count, 1) : 0;
  }

  private at(frames: number): string {
    return `${this.share(frames) * 100}%`;
  }

  private extent(range: FrameRange) {
    return { left: this.at(range.first), width: `${this.share(range.last + 1 - range.first) * 100}%` };
  }

  /** A mark for each frame where there is room, else for each tenth or hundredth. */
  private ticks(): Record<string, string> {
    const each = this.width / Math.max(1, this.count);
    const step = [1, 10, 100, 1000].find((frames) => frames * each >= 6);
    if (!step) return {};
    const wide = `${(step / this.count) * 100}%`;
    return { background: `linear-gradient(90deg, #000 1px, transparent 1px) 0 0 / ${wide} 100%` };
  }

  private frameAt(event: PointerEvent): number {
    const track = this.renderRoot.querySelector('.track')!.getBoundingClientRect();
    const frame = Math.floor(((event.clientX - track.left) / track.width) * this.count);
    return Math.min(Math.max(frame, 0), Math.max(0, this.count - 1));
  }

  private press(event: PointerEvent) {
    if (event.button !== 0 || this.count === 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.scrubbing = true;
    this.fire('scrub-begin');
    this.point(event);
  }

  private point(event: PointerEvent) {
    if (this.count === 0) return;
    const frame = this.frameAt(event);
    this.pointed = event.pointerType === 'touch' && !this.scrubbing ? null : frame;
    if (this.scrubbing) this.fire('scrub', frame);
  }

  private letGo(event: PointerEvent) {
    if (!this.scrubbing) return;
    this.scrubbing = false;
    if (event.pointerType === 'touch') this.pointed = null;
    this.fire('scrub-end');
  }

  private leave() {
    if (!this.scrubbing) this.pointed = null;
  }

  /** The keys of a slider, heard only while it has the focus. */
  private key(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const move = new Map([
      ['ArrowLeft', this.frame - 1],
      ['ArrowDown', this.frame - 1],
      ['ArrowRight', this.frame + 1],
      ['ArrowUp', this.frame + 1],
      ['PageDown', this.frame - 10],
      ['PageUp', this.frame + 10],
      ['Home', 0],
      ['End', this.count - 1],
    ]).get(event.key);
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.fire('step-to', Math.min(Math.max(move, 0), Math.max(0, this.count - 1)));
  }

  private fire(name: string, detail?: unknown) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
