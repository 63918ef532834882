/* The player of a version's media, as it looks: stage, timeline, transport. */

import { html, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import './frame-check';
import { frameLabel, frameName, frameWords } from './frame-words';
import type { Pin } from './medium';
import { PlayerCore } from './player-core';
import { playerLook } from './player-look';
import { coming, flags, trouble } from './player-words';
import { reviewPlayerLook } from './review-player-look';
import type { ReviewPosition } from './review-position';
import './review-position';
import './review-timeline';
import './review-transport';
import type { VideoFrames } from './video-frames';

/** A poster that its server does not give is no picture either. */
const hide = (event: Event) => ((event.target as HTMLElement).hidden = true);
const reveal = (event: Event) => ((event.target as HTMLElement).hidden = false);

@customElement('review-player')
export class ReviewPlayer extends PlayerCore {
  static styles = [playerLook, reviewPlayerLook];

  @query('.stage') readonly stage!: HTMLElement;
  @query('.ground') private ground!: HTMLElement;
  @query('review-position') private position!: ReviewPosition | null;

  firstUpdated() {
    this.view.attach(this.stage, this.ground);
  }

  enterPosition() {
    this.position?.begin();
  }

  render() {
    const poster = this.pictured ? null : (this.shown?.poster ?? null);
    const state = [this.view.isCloseUp ? 'near' : '', this.pictured || this.failed ? '' : 'loading', this.failed ? 'still-here' : ''];
    return html`
      <div class="stage">
        <div class="ground ${this.view.isFitted ? '' : 'zoomed'}">
          <div class="picture ${state.join(' ')}" style=${styleMap(this.view.style)}>
            ${this.medium()} ${poster ? html`<img class="poster" src=${poster} alt="" draggable="false" @error=${hide} @load=${reveal} />` : nothing}
            <slot name="overlay"></slot>
          </div>
        </div>
        ${this.failed ? this.lack() : flags(this.frames)}
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

  private lack() {
    const words = this.wait.waits ? coming : trouble;
    return words(this.shown!.type, () => (this.media = this.shown));
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
      .name=${(frame: number) => frameName(frames, frame)}
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
        .inRange=${this.rangeHere !== null}
        .muted=${this.sound.muted}
        .volume=${this.sound.volume}
        .zoom=${this.view.percent}
        .fitted=${this.view.isFitted}
        .full=${this.full}
        .dropped=${frames?.dropped ?? 0}
        @act=${(event: CustomEvent<string>) => this.press(event.detail)}
        @speed=${(event: CustomEvent<number>) => frames?.setSpeed(event.detail)}
        @volume=${(event: CustomEvent<number>) => this.setVolume(event.detail)}
      ></review-transport>
    `;
  }
}
