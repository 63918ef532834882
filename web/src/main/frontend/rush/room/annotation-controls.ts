/* The parts of the annotation layer: two canvases, the surface that takes the pen, and what can be pressed and read. */

import { html, nothing, type TemplateResult } from 'lit';
import type { ReviewAnnotations } from './annotation-layer';
import type { Seen } from './annotation-sheet';
import { said } from './annotation-state';
import './draw-bar';
import type { BarDeed } from './draw-bar';
import { icon } from './draw-icons';
import { widths, type DrawPrefs } from './draw-prefs';

/** The list of notes says what is meant by them; this says that there are drawings, and whose. */
function summary(seen: Seen[]): string {
  if (seen.length === 0) return 'Nothing is drawn on this frame';
  const authors = [...new Set(seen.map((one) => one.author))].join(', ');
  return `${seen.length} ${seen.length === 1 ? 'stroke' : 'strokes'} on this frame, by ${authors}`;
}

function ring(layer: ReviewAnnotations): string {
  if (layer.prefs.tool === 'eraser') return '12px';
  return `${Math.max(5, widths[layer.prefs.width].line * layer.paper.box.height)}px`;
}

function corner(layer: ReviewAnnotations): TemplateResult {
  const hide = layer.hiding ? 'Show drawings' : 'Hide drawings';
  return html`<div class="corner">
    <button
      type="button"
      id="hide"
      data-action="hide-annotations"
      title=${hide}
      aria-label=${hide}
      aria-pressed=${String(layer.hiding)}
      ?hidden=${(layer.sheet?.seen.length ?? 0) === 0}
      @click=${() => (layer.hiding = !layer.hiding)}
    >
      ${icon(layer.hiding ? 'hidden' : 'seen')}
    </button>
    <button
      type="button"
      id="draw"
      data-action="draw"
      title="Draw on the picture"
      ?hidden=${layer.readonly || layer.frame === undefined}
      @click=${() => layer.turn(true)}
    >
      ${icon('draw')} Draw
    </button>
  </div>`;
}

function bar(layer: ReviewAnnotations): TemplateResult {
  const deed = (event: CustomEvent<BarDeed>) => {
    if (event.detail === 'done') layer.turn(false);
    else layer.step(event.detail);
  };
  return html`<review-draw-bar
    id="bar"
    .prefs=${layer.prefs}
    .canUndo=${layer.acts?.steps.canUndo ?? false}
    .canRedo=${layer.acts?.steps.canRedo ?? false}
    .withGhosts=${layer.sheet?.seen.some((one) => one.carriedFrom !== undefined) ?? false}
    .withFinger=${layer.touch}
    @prefs-chosen=${(event: CustomEvent<Partial<DrawPrefs>>) => layer.choose(event.detail)}
    @bar-deed=${deed}
  ></review-draw-bar>`;
}

function state(layer: ReviewAnnotations): TemplateResult | typeof nothing {
  const { outbox, sheet, acts } = layer;
  if (!outbox || !sheet) return nothing;
  const { words, tone, refused } = said(outbox, layer.item);
  if (refused) {
    return html`<div class="chip bad" id="state" role="status">
      <span>${words}</span>
      <button type="button" id="again" @click=${() => outbox.again(refused)}>Draw it as a new note</button>
      <button type="button" id="discard" @click=${() => outbox.discard(refused)}>Discard</button>
    </div>`;
  }
  if (tone !== 'good' || (layer.drawing && acts?.any)) {
    return html`<div class="chip ${tone}" id="state" role="status">${words}</div>`;
  }
  if (sheet.failed) {
    return html`<div class="chip care" id="state" role="status">
      <span>The drawings could not be loaded</span>
      <button type="button" id="reload" @click=${() => layer.refresh()}>Try again</button>
    </div>`;
  }
  return sheet.truncated
    ? html`<div class="chip care" id="state" role="status">So much is drawn here that not all of it is shown</div>`
    : nothing;
}

/** What is pressed here is not pressed on the picture below. */
const keep = (event: Event) => event.preventDefault();

export function annotationControls(layer: ReviewAnnotations): TemplateResult {
  return html`
    <canvas id="dry" role="img" aria-label=${summary(layer.seen)}></canvas>
    <canvas id="wet" aria-hidden="true"></canvas>
    <div id="surface" data-tool=${layer.prefs.tool}></div>
    <div id="words"></div>
    <div id="ring" style="--ring:${ring(layer)}" hidden></div>
    <div id="who" hidden></div>
    <div id="frame" class="frame ${layer.prefs.low ? 'low' : ''}" @pointerdown=${keep}>
      ${layer.drawing ? bar(layer) : corner(layer)}
      <div class="gap"></div>
      ${state(layer)}
    </div>
  `;
}
