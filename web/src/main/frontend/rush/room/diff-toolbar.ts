/* What stands above a changeset: how much it is, how it is shown, and the steps through it. */

import { html, nothing, type TemplateResult } from 'lit';
import type { DiffFile } from './diff-model';

export interface Tools {
  files: DiffFile[];
  viewed: number;
  sideBySide: boolean;
  spaces: boolean;
  /** What is read to those who do not see. */
  said: string;
  toFile: (step: 1 | -1) => void;
  toChange: (step: 1 | -1) => void;
  show: (view: { sideBySide: boolean; spaces: boolean }) => void;
}

export function sizes(added: number, removed: number): TemplateResult {
  return html`<span class="diff-size"
    ><span class="for-readers">${added} lines added, ${removed} removed</span
    >${added ? html`<span class="diff-added" aria-hidden="true">+${added.toLocaleString()}</span>` : nothing}${removed
      ? html`<span class="diff-removed" aria-hidden="true">−${removed.toLocaleString()}</span>`
      : nothing}</span
  >`;
}

function stepButton(label: string, icon: string, act: () => void): TemplateResult {
  return html`<button type="button" class="diff-button diff-step" aria-label=${label} title=${label} @click=${act}>
    <span class="diff-step-icon ${icon}" aria-hidden="true"></span>
  </button>`;
}

export function toolbar(tools: Tools): TemplateResult {
  const { files, viewed, sideBySide, spaces } = tools;
  const count = files.length;
  const added = files.reduce((sum, file) => sum + (file.added ?? 0), 0);
  const removed = files.reduce((sum, file) => sum + (file.removed ?? 0), 0);
  const viewButton = (label: string, isIt: boolean) =>
    html`<button
      type="button"
      class="diff-button"
      aria-pressed=${sideBySide === isIt}
      @click=${() => tools.show({ sideBySide: isIt, spaces })}
    >
      ${label}
    </button>`;
  return html`<div class="diff-toolbar">
    <div class="diff-summary">
      <span class="strong">${count === 1 ? '1 file' : `${count} files`}</span>
      ${sizes(added, removed)}
      <span class="progress diff-progress"
        ><progress max=${count} .value=${viewed} aria-hidden="true"></progress>${viewed} of ${count} viewed</span
      >
    </div>
    <div class="diff-tools">
      <div class="diff-button-group" role="group" aria-label="Go to">
        ${stepButton('Previous file', 'double up', () => tools.toFile(-1))}
        ${stepButton('Next file', 'double down', () => tools.toFile(1))}
        ${stepButton('Previous change', 'up', () => tools.toChange(-1))}
        ${stepButton('Next change', 'down', () => tools.toChange(1))}
      </div>
      <div class="diff-button-group diff-view-switch" role="group" aria-label="View">
        ${viewButton('Unified', false)}${viewButton('Side by side', true)}
      </div>
      <button
        type="button"
        class="diff-button"
        aria-pressed=${spaces}
        title="Mark spaces and tabs"
        @click=${() => tools.show({ sideBySide, spaces: !spaces })}
      >
        Whitespace
      </button>
    </div>
    <p class="for-readers" role="status">${tools.said}</p>
  </div>`;
}
