/* Where the player stands: source frame and time code, in which one also types where to go, and the count from 0. */

import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type FrameClock, adjustmentWords } from './frame-clock';
import { KeyHints } from './key-hints';
import { playerLook } from './player-look';

@customElement('review-position')
export class ReviewPosition extends LitElement {
  @property({ attribute: false }) clock: FrameClock | null = null;
  @property({ attribute: false }) frame = 0;
  /** Whether the numbers are those of frames; else there is a time only. */
  @property({ attribute: false }) claimed = true;
  @property({ attribute: false }) approximate = false;
  @state() private message = '';
  @query('#source') private source!: HTMLInputElement | null;
  private typing: HTMLInputElement | null = null;
  private fading = 0;

  static styles = [
    playerLook,
    css`
      :host {
        position: relative;
        display: flex;
        align-items: center;
        gap: 0.375rem;
        white-space: nowrap;
      }

      label {
        position: relative;
        display: block;
      }

      input {
        height: 2rem;
        padding: 0 0.5rem;
        border: 1px solid var(--edge);
        border-radius: 6px;
        background: #0c0c0c;
        color: var(--ink);
        text-align: center;
      }

      input:hover {
        border-color: rgb(255 255 255 / 22%);
      }

      input[aria-invalid='true'] {
        border-color: var(--must);
      }

      #source {
        width: 5rem;
        font-size: 0.9375rem;
        font-weight: 600;
      }

      #timecode {
        width: 6.5rem;
      }

      .near {
        position: absolute;
        inset: 0 auto 0 0.4375rem;
        color: var(--care);
        font-size: 0.9375rem;
        font-weight: 600;
        line-height: 2rem;
      }

      .count,
      .time {
        min-width: 5.5rem;
        padding-inline: 0.25rem;
        color: var(--ink-faint);
      }

      @container player (max-width: 64rem) {
        .count {
          display: none;
        }
      }

      .message {
        position: absolute;
        bottom: calc(100% + 0.5rem);
        left: 0;
        z-index: 2;
        width: max-content;
        max-width: 22rem;
        padding: 0.375rem 0.625rem;
        border: 1px solid var(--edge);
        border-radius: 6px;
        background: #2a2a2a;
        color: var(--ink);
        white-space: normal;
      }

      .message:empty {
        display: none;
      }
    `,
  ];

  constructor() {
    super();
    new KeyHints(this);
  }

  render() {
    if (!this.claimed) {
      return html`<span class="time" title="Nobody says how many frames a second this video has, so there are no frame numbers"
        >${secondsWords(this.clock?.begin(this.frame) ?? 0)} · no frame rate</span
      >`;
    }
    return html`
      <label>
        <span class="for-readers">Frame</span>
        ${this.approximate
          ? html`<span class="near" title="This may not be exactly the frame that is shown">≈</span>`
          : nothing}
        ${this.field('source', 'Frame. Type 1044, f43, +10 or a time code to go there')}
      </label>
      <label>
        <span class="for-readers">Time code</span>
        ${this.field('timecode', 'Time code. Type 1044, f43, +10 or a time code to go there')}
      </label>
      <span class="count" title="Counted from 0">f${this.frame}${this.clock?.frames ? ` / ${this.clock.frames}` : ''}</span>
      <div class="message" role="status">${this.message}</div>
    `;
  }

  updated() {
    const { clock, frame } = this;
    if (!clock || !this.claimed) return;
    this.renderRoot.querySelectorAll('input').forEach((field) => {
      if (field === this.typing) return;
      const text = field.id === 'source' ? String(clock.sourceFrame(frame)) : clock.timecode(frame);
      if (field.value !== text) field.value = text;
    });
  }

  /** Takes the keyboard to where one types a frame. */
  begin() {
    this.source?.focus();
  }

  private field(id: string, title: string) {
    return html`<input
      id=${id}
      title=${title}
      data-action="go-to"
      autocomplete="off"
      spellcheck="false"
      maxlength="24"
      aria-invalid=${this.message !== '' && this.typing?.id === id}
      @focus=${(event: Event) => this.enter(event.target as HTMLInputElement)}
      @blur=${() => this.leave()}
      @input=${() => (this.message = '')}
      @keydown=${this.key}
    />`;
  }

  private enter(field: HTMLInputElement) {
    this.typing = field;
    field.select();
  }

  private leave() {
    this.typing = null;
    this.message = '';
    this.requestUpdate();
  }

  private key(event: KeyboardEvent) {
    // What is typed here is meant for here.
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') this.typing?.blur();
    if (event.key === 'Enter') this.go((event.target as HTMLInputElement).value);
  }

  private go(typed: string) {
    window.clearTimeout(this.fading);
    const landing = this.clock?.read(typed, this.frame);
    if (!landing) {
      this.message = `“${typed}” is none of 1044, f43, +10, -5 and 00:00:01:19.`;
      return;
    }
    const { typing } = this;
    typing?.blur();
    this.message = landing.adjustments.map((each) => `${adjustmentWords[each]}.`).join(' ');
    this.fading = window.setTimeout(() => (this.message = ''), 4_000);
    this.dispatchEvent(new CustomEvent('go', { detail: landing.frame }));
  }
}

/** Such as 1:02.5, minutes and seconds. */
export function secondsWords(seconds: number): string {
  const tenths = Math.floor(seconds * 10);
  return `${Math.floor(tenths / 600)}:${String(Math.floor(tenths / 10) % 60).padStart(2, '0')}.${tenths % 10}`;
}
