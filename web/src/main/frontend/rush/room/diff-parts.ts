/* Parts around the files of a changeset: what is said while there are none, and what belongs to none of them. */

import { html, nothing, type TemplateResult } from 'lit';
import type { DiffFile, Thread } from './diff-model';
import type { Drafts } from './line-drafts';
import './line-notes';

export type State = 'loading' | 'failed' | 'gone' | 'closed' | 'shown';

/** What stands there as long as the files do not. */
export function waiting(state: Exclude<State, 'shown' | 'closed'>, tryAgain: () => void): TemplateResult {
  switch (state) {
    case 'loading':
      return html`<div class="diff-empty" role="status"><span class="diff-loading">Fetching the files…</span></div>`;
    case 'gone':
      return html`<p class="diff-empty" role="status">The files of this version are not kept any more.</p>`;
    case 'failed':
      return html`<div class="diff-empty" role="alert">
        <p>The files could not be fetched.</p>
        <button type="button" class="diff-button main" @click=${tryAgain}>Try again</button>
      </div>`;
  }
}

export function filterField(value: string, typed: (text: string) => void): TemplateResult {
  return html`<input
    type="search"
    class="diff-filter"
    placeholder="Filter files"
    aria-label="Filter files"
    .value=${value}
    @input=${(event: Event) => typed((event.target as HTMLInputElement).value)}
  />`;
}

/** The notes on files that this version does not touch. */
export function notesWithoutFile(
  files: DiffFile[],
  notes: Thread[],
  mayWrite: boolean,
  drafts: Drafts,
): TemplateResult | typeof nothing {
  const paths = new Set(files.flatMap((file) => [file.path, file.oldPath]));
  const lost = notes.filter((thread) => !paths.has(thread.path));
  if (!lost.length) return nothing;
  return html`<section class="diff-file">
    <p class="diff-empty">Notes on files that this version does not touch</p>
    <review-line-notes
      class="without-file"
      .onItsLine=${false}
      .path=${'other files'}
      .threads=${lost}
      .mayWrite=${mayWrite}
      .drafts=${drafts}
    ></review-line-notes>
  </section>`;
}
