/* One file of a changeset: its name, what became of it, its lines and the notes that have no line any more. */

import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { DiffFile, Thread } from './diff-model';
import { DiffLines } from './diff-lines';
import { appendVisible } from './diff-text';
import { sizes } from './diff-toolbar';
import type { Drafts } from './line-drafts';
import { LineNotes } from './line-notes';

const LONGEST_AT_ONCE = 4_000;

export const ACTIONS = {
  ADD: { word: 'Added', tone: 'good', icon: 'plus' },
  MODIFY: { word: 'Modified', tone: 'busy', icon: 'edit' },
  DELETE: { word: 'Deleted', tone: 'bad', icon: 'withdrawn' },
  RENAME: { word: 'Renamed', tone: 'care', icon: 'arrow' },
};

const ABOUT_THE_FILE = /^(Mode |\d+ % the same|Symbolic link|Submodule|Executable)/;

/** Why there are no lines. */
function withoutLines(remarks: string[]): string {
  if (remarks.includes('Binary file')) return 'A binary file has no lines to show.';
  return remarks.every((remark) => ABOUT_THE_FILE.test(remark))
    ? 'No line of it changed.'
    : 'What was given with this file is no diff.';
}

/** Text in which nothing hides, for templates. */
export function visible(text: string) {
  const nodes = document.createDocumentFragment();
  appendVisible(nodes, text);
  return nodes;
}

export class ReviewDiffFile extends LitElement {
  static properties = {
    file: { attribute: false },
    isOpen: { state: true },
    viewed: { state: true },
    changedSince: { state: true },
    sideBySide: { state: true },
    spaces: { state: true },
    threads: { attribute: false },
  };

  declare file: DiffFile;
  declare isOpen: boolean;
  declare viewed: boolean;
  declare changedSince: boolean;
  declare sideBySide: boolean;
  declare spaces: boolean;
  declare threads: Thread[];
  declare drafts: Drafts;
  mayWrite = false;
  mayBlock = false;
  startsOpen = true;
  /** The ids of all notes that are written. */
  known: ReadonlySet<string> = new Set();

  private readonly lines = new DiffLines();
  private readonly head = createRef<HTMLElement>();
  private isTold = false;

  constructor() {
    super();
    this.isOpen = true;
    this.viewed = false;
    this.changedSince = false;
    this.sideBySide = false;
    this.spaces = false;
    this.threads = [];
  }

  protected createRenderRoot() {
    return this;
  }

  get size() {
    return (this.file.hunks ?? []).reduce((sum, hunk) => sum + hunk.lines.length, 0);
  }

  private get isHuge() {
    return this.size > LONGEST_AT_ONCE && !this.isTold;
  }

  /** The lines, if they are on the page. */
  get shownLines(): DiffLines | undefined {
    return this.isOpen && !this.isHuge && this.file.hunks?.length ? this.lines : undefined;
  }

  willUpdate(changed: PropertyValues) {
    if (changed.has('file')) {
      this.lines.take(this.file);
      this.lines.drafts = this.drafts;
    }
    this.lines.mayWrite = this.mayWrite;
    this.lines.mayBlock = this.mayBlock;
    if (!this.hasUpdated) this.isOpen = this.startsOpen;
    if (changed.has('sideBySide') || changed.has('spaces')) {
      this.lines.sideBySide = this.sideBySide;
      this.lines.spaces = this.spaces;
      if (this.lines.isConnected) this.lines.build();
    }
  }

  updated(changed: PropertyValues) {
    if (changed.has('threads') || changed.has('isOpen')) this.tellLines();
  }

  private tellLines() {
    const threads = new Map<number, Thread[]>();
    this.threads.forEach((thread) => {
      if (thread.line === undefined || !this.lines.has(thread.line)) return;
      threads.set(thread.line, [...(threads.get(thread.line) ?? []), thread]);
    });
    this.lines.setThreads(threads, this.known);
    this.querySelector<LineNotes>('.without-line')?.settle(this.known);
  }

  private get withoutLine() {
    return this.threads.filter((thread) => thread.line === undefined || !this.lines.has(thread.line));
  }

  /** Opens what is needed so that the lines are on the page. */
  async reveal(): Promise<DiffLines | undefined> {
    this.isOpen = true;
    this.isTold = true;
    this.requestUpdate();
    await this.updateComplete;
    return this.shownLines;
  }

  focusHead() {
    this.head.value?.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  refused(id: string, why: string): boolean {
    const top = this.querySelector<LineNotes>('.without-line');
    return this.lines.refused(id, why) || (top?.refused(id, why) ?? false);
  }

  private tell(name: string, detail: unknown) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }

  private header() {
    const { path, oldPath, action, added, removed } = this.file;
    const { word, tone, icon } = ACTIONS[action];
    const open = this.threads.filter((thread) => thread.state === 'OPEN').length;
    return html`<header class="diff-file-head">
      <button
        type="button"
        class="diff-file-toggle"
        aria-expanded=${this.isOpen}
        ${ref(this.head)}
        @click=${() => (this.isOpen = !this.isOpen)}
      >
        <span class="diff-chevron" aria-hidden="true"></span>
        <h3 class="diff-file-name">
          ${oldPath ? html`<span class="faint">${visible(oldPath)} → </span>` : nothing}${visible(path)}
        </h3>
      </button>
      <span class="badge tone-${tone}"><span class="icon icon-${icon}" aria-hidden="true"></span>${word}</span>
      ${open ? html`<span class="diff-notes-count">${open === 1 ? '1 open note' : `${open} open notes`}</span>` : nothing}
      ${this.changedSince ? html`<span class="hint tone-care">Changed since you viewed it</span>` : nothing}
      ${added === undefined ? nothing : sizes(added, removed ?? 0)}
      <label class="diff-viewed"
        ><input
          type="checkbox"
          .checked=${this.viewed}
          @change=${(event: Event) => this.tell('file-viewed', (event.target as HTMLInputElement).checked)}
        />Viewed</label
      >
    </header>`;
  }

  private body() {
    const { hunks, remarks } = this.file;
    if (!hunks) {
      return html`<p class="diff-empty">
        No diff was given, as is usual for binary and very large files. Only the name is known here.
      </p>`;
    }
    if (!hunks.length) {
      return html`${this.remarks()}
        <p class="diff-empty">${withoutLines(remarks ?? [])}</p>`;
    }
    if (this.isHuge) {
      return html`${this.remarks()}
        <div class="diff-empty">
          <p>This diff has ${this.size.toLocaleString()} lines.</p>
          <button type="button" class="diff-button main" @click=${this.reveal}>Show it</button>
        </div>`;
    }
    return html`${this.remarks()}${this.lines}`;
  }

  private remarks() {
    const remarks = (this.file.remarks ?? []).filter((remark) => remark !== 'Binary file');
    if (this.lines.endsLinesWithCrLf) remarks.push('Lines end with CR LF');
    if (!remarks.length) return nothing;
    return html`<ul class="diff-remarks">
      ${remarks.map((remark) => html`<li>${visible(remark)}</li>`)}
    </ul>`;
  }

  render() {
    const lost = this.withoutLine;
    return html`<section class="diff-file ${this.viewed ? 'is-viewed' : ''}" aria-label=${this.file.path}>
      ${this.header()}
      ${this.isOpen
        ? html`<div class="diff-file-body">
            ${lost.length
              ? html`<review-line-notes
                  class="without-line"
                  .onItsLine=${false}
                  .path=${this.file.path}
                  .threads=${lost}
                  .mayWrite=${this.mayWrite}
                  .drafts=${this.drafts}
                ></review-line-notes>`
              : nothing}
            ${this.body()}
          </div>`
        : nothing}
    </section>`;
  }
}

customElements.define('review-diff-file', ReviewDiffFile);
