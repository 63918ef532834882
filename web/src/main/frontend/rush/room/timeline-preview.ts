/* The picture of the frame that one points at, from a second video that is sought while the first stands still. */

import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { playerLook } from './player-look';

@customElement('timeline-preview')
export class TimelinePreview extends LitElement {
  @property({ attribute: false }) url: string | null = null;
  @property({ attribute: false }) time = 0;
  @property({ attribute: false }) words = '';
  @state() private pictured = false;
  private sought = -1;

  static styles = [
    playerLook,
    css`
      :host {
        display: block;
        text-align: center;
      }

      video,
      .waiting {
        display: block;
        width: 100%;
        aspect-ratio: 16 / 9;
        border: 1px solid rgb(255 255 255 / 22%);
        border-radius: 6px;
        background: #000;
        object-fit: contain;
      }

      .hidden {
        display: none;
      }

      .words {
        display: inline-block;
        margin: 0.25rem 0;
        padding: 0 0.5rem;
        border-radius: 4px;
        background: rgb(0 0 0 / 82%);
        color: #ececec;
        font-size: 0.75rem;
        line-height: 1.25rem;
        white-space: nowrap;
      }
    `,
  ];

  render() {
    return html`
      ${this.url
        ? html`<video
            class=${this.pictured ? '' : 'hidden'}
            muted
            playsinline
            preload="auto"
            aria-hidden="true"
            src=${this.url}
            @loadeddata=${this.follow}
            @seeked=${this.arrive}
          ></video>`
        : nothing}
      ${this.pictured || !this.url ? nothing : html`<div class="waiting"></div>`}
      <div class="words">${this.words}</div>
    `;
  }

  updated() {
    this.follow();
  }

  private get video(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('video');
  }

  private arrive() {
    this.pictured = true;
    this.follow();
  }

  /** One seek at a time, and always to the latest place. */
  private follow() {
    const video = this.video;
    if (!video || video.readyState < HTMLMediaElement.HAVE_METADATA || video.seeking || this.sought === this.time) return;
    this.sought = this.time;
    video.currentTime = this.time;
  }
}
