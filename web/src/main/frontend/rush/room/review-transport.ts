/* The player's buttons. Each is one action of the item page; the keys that do the same are bound elsewhere. */

import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { KeyHints } from './key-hints';
import { type IconName, icon } from './player-icons';
import { playerLook } from './player-look';
import { reviewTransportLook } from './review-transport-look';

const speeds = [0.25, 0.5, 1, 1.5, 2];

@customElement('review-transport')
export class ReviewTransport extends LitElement {
  @property({ attribute: false }) moving = true;
  /** 1, -1 or 0, times how much faster than the chosen speed. */
  @property({ attribute: false }) pace = 0;
  @property({ attribute: false }) speed = 1;
  @property({ attribute: false }) looping = false;
  @property({ attribute: false }) marked = false;
  @property({ attribute: false }) inRange = false;
  @property({ attribute: false }) muted = false;
  @property({ attribute: false }) volume = 1;
  @property({ attribute: false }) zoom = '';
  @property({ attribute: false }) fitted = true;
  @property({ attribute: false }) full = false;
  @property({ attribute: false }) dropped = 0;

  static styles = [playerLook, reviewTransportLook];

  constructor() {
    super();
    new KeyHints(this);
  }

  render() {
    return html`
      <div class="group centre">${this.moving ? this.motion() : nothing}</div>
      <div class="group right">
        <div class="group tools">
          ${this.moving && this.dropped > 0
            ? html`<span class="dropped" title="Frames that this computer was too slow to show since play began"
                >${this.dropped} dropped</span
              >`
            : nothing}
          ${this.moving ? this.speedMenu() : nothing} ${this.zoomButton()} ${this.moving ? this.sound() : nothing}
        </div>
        <div class="group ends">
          ${this.button('note', 'note', this.inRange ? 'Note on the marked range' : 'Note here')}
          ${document.fullscreenEnabled
            ? this.button('fullscreen', this.full ? 'window' : 'fullscreen', this.full ? 'Leave full screen' : 'Full screen')
            : nothing}
        </div>
      </div>
    `;
  }

  private zoomButton() {
    const action = this.fitted ? 'actual-size' : 'fit';
    return html`<button
      class="zoom"
      title=${this.fitted ? 'Show each pixel as one pixel of the screen' : 'Fit the picture into the stage'}
      data-action=${action}
      @mousedown=${keepFocus}
      @click=${() => this.act(action)}
    >
      ${this.fitted ? 'Fit' : this.zoom}
    </button>`;
  }

  private motion() {
    const playing = this.pace !== 0;
    return html`
      ${this.button('mark-in', 'markIn', 'Mark the first frame of a range', { wide: true })}
      ${this.button('mark-out', 'markOut', 'Mark the last frame of a range', { wide: true })}
      ${this.button('clear-range', 'clear', 'Clear the range', { wide: true, disabled: !this.marked })}
      <span class="gap wide"></span>
      ${this.button('first', 'first', 'First frame')} ${this.button('step-back', 'stepBack', 'One frame back')}
      <button
        class="play"
        title=${playing ? 'Pause' : 'Play'}
        aria-label=${playing ? 'Pause' : 'Play'}
        data-action="play-pause"
        @mousedown=${keepFocus}
        @click=${() => this.act('play-pause')}
      >
        ${icon(playing ? 'pause' : 'play')}
      </button>
      ${this.button('step-forward', 'stepForward', 'One frame on')} ${this.button('last', 'last', 'Last frame')}
      <span class="gap wide"></span>
      ${this.button('loop', 'loop', this.marked ? 'Play the range in a loop' : 'Play in a loop', {
        pressed: this.looping,
      })}
      <span class="pace wide">${Math.abs(this.pace) > 1 || this.pace < 0 ? `${this.pace}×`.replace('-', '−') : ''}</span>
    `;
  }

  private speedMenu() {
    return html`<select
      aria-label="Speed"
      title="Speed"
      @change=${(event: Event) => this.fire('speed', Number((event.target as HTMLSelectElement).value))}
    >
      ${speeds.map((speed) => html`<option value=${speed} ?selected=${speed === this.speed}>${speed}×</option>`)}
    </select>`;
  }

  private sound() {
    return html`
      ${this.button('mute', this.muted ? 'muted' : 'volume', this.muted ? 'Sound on' : 'Sound off', {
        pressed: this.muted,
      })}
      <input
        class="volume"
        type="range"
        min="0"
        max="1"
        step="0.05"
        aria-label="Volume"
        .value=${String(this.muted ? 0 : this.volume)}
        @input=${(event: Event) => this.fire('volume', Number((event.target as HTMLInputElement).value))}
      />
    `;
  }

  private button(
    action: string,
    symbol: IconName,
    words: string,
    more: { pressed?: boolean; disabled?: boolean; wide?: boolean } = {},
  ) {
    return html`<button
      class=${more.wide ? 'wide' : ''}
      title=${words}
      aria-label=${words}
      aria-pressed=${more.pressed === undefined ? nothing : more.pressed}
      ?disabled=${more.disabled ?? false}
      data-action=${action}
      @mousedown=${keepFocus}
      @click=${() => this.act(action)}
    >
      ${icon(symbol)}
    </button>`;
  }

  private act(action: string) {
    this.fire('act', action);
  }

  private fire(name: string, detail: unknown) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** A click leaves the keyboard where it was, so that Space goes on playing and pausing. */
function keepFocus(event: Event) {
  event.preventDefault();
}
