/* The threads on one line of code, and the place to write another. */

import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../ago';
import type { Note, Thread } from './diff-model';
import type { Drafts } from './line-drafts';
import { LineComposer } from './line-composer';
import './line-composer';

export class LineNotes extends LitElement {
  static properties = {
    path: {},
    line: { type: Number },
    threads: { attribute: false },
    composing: { type: Boolean },
    mayWrite: { type: Boolean },
    mayBlock: { type: Boolean },
    answering: { state: true },
    opened: { state: true },
  };

  declare path: string;
  declare line: number;
  declare threads: Thread[];
  declare composing: boolean;
  declare mayWrite: boolean;
  declare mayBlock: boolean;
  declare drafts?: Drafts;
  /** Whether the line itself is above; otherwise every thread says where it belongs. */
  onItsLine = true;
  declare private answering: ReadonlySet<string>;
  declare private opened: ReadonlySet<string>;

  constructor() {
    super();
    this.path = '';
    this.line = 0;
    this.threads = [];
    this.composing = false;
    this.mayWrite = false;
    this.mayBlock = false;
    this.answering = new Set();
    this.opened = new Set();
  }

  protected createRenderRoot() {
    return this;
  }

  willUpdate(changed: Map<string, unknown>) {
    if (!changed.has('threads')) return;
    const unsent = this.threads.filter((thread) => this.drafts?.read(`answer/${thread.id}`)).map((thread) => thread.id);
    if (unsent.length) this.answering = new Set([...this.answering, ...unsent]);
  }

  get isEmpty() {
    return !this.composing && this.threads.length === 0;
  }

  compose() {
    this.composing = true;
    void this.updateComplete.then(() => this.querySelector<LineComposer>('.line-note-new')?.focusText());
  }

  /** The server refused what was sent under this id, or an act on the note of this id. */
  refused(id: string, why: string): boolean {
    const composer = Array.from(this.querySelectorAll<LineComposer>('review-line-composer')).find(
      (known) => known.noteId === id,
    );
    composer?.refuse(why);
    return composer !== undefined;
  }

  /** Closes the places whose notes are there now. */
  settle(known: ReadonlySet<string>) {
    this.querySelectorAll<LineComposer>('review-line-composer').forEach((composer) => {
      if (!known.has(composer.noteId)) return;
      const hadFocus = composer.contains(document.activeElement);
      composer.done();
      if (composer.classList.contains('line-note-new')) this.composing = false;
      else this.answer(composer.place.replace('answer/', ''), false);
      if (hadFocus) this.dispatchEvent(new CustomEvent('left', { bubbles: true }));
    });
  }

  private act(name: string, detail: Record<string, unknown>) {
    this.dispatchEvent(new CustomEvent('note-act', { bubbles: true, detail: { name, detail } }));
  }

  private answer(id: string, open: boolean) {
    const answering = new Set(this.answering);
    if (open) answering.add(id);
    else answering.delete(id);
    this.answering = answering;
    if (open) {
      void this.updateComplete.then(() =>
        this.querySelector<LineComposer>(`[data-answer="${CSS.escape(id)}"]`)?.focusText(),
      );
    }
  }

  private close() {
    this.composing = false;
    this.dispatchEvent(new CustomEvent('left', { bubbles: true }));
  }

  private note(note: Note) {
    return html`<div class="line-note">
      <div class="line-note-head">
        <span class="strong">${note.author}</span>
        <rush-ago class="faint" at=${note.at}></rush-ago>
        ${note.edited ? html`<span class="faint">edited</span>` : nothing}
      </div>
      <p class="line-note-text">${note.deleted ? html`<span class="faint">This note was deleted.</span>` : note.text}</p>
    </div>`;
  }

  private place(thread: Thread) {
    if (this.onItsLine && !thread.from) return nothing;
    const isElsewhere = this.path !== thread.path;
    const where = this.onItsLine ? '' : isElsewhere ? `${thread.path}, line ${thread.saidLine}` : `Line ${thread.saidLine}`;
    const from = thread.from ? `unresolved from v${thread.from}` : '';
    const quote = !this.onItsLine && thread.quote ? html`<code class="line-note-quote">${thread.quote}</code>` : nothing;
    const gone = this.onItsLine ? '' : thread.from && thread.quote ? 'this line is gone' : 'not shown in this diff';
    return html`<div class="line-note-place">${[where, from, gone].filter(Boolean).join(' · ')}${quote}</div>`;
  }

  private thread(thread: Thread) {
    const isResolved = thread.state === 'RESOLVED';
    if (isResolved && !this.opened.has(thread.id)) {
      const count = thread.answers.length + 1;
      return html`<div class="line-thread resolved">
        <button
          type="button"
          class="diff-button"
          aria-expanded="false"
          @click=${() => (this.opened = new Set([...this.opened, thread.id]))}
        >
          <span class="icon icon-approve" aria-hidden="true"></span>Resolved${thread.resolvedBy
            ? ` by ${thread.resolvedBy}`
            : ''}
          · ${count} ${count === 1 ? 'note' : 'notes'}
        </button>
      </div>`;
    }
    return html`<article class="line-thread ${isResolved ? 'resolved' : ''} ${thread.blocking ? 'blocking' : ''}">
      ${this.place(thread)}
      ${thread.blocking || thread.client
        ? html`<div class="line-note-marks">
            ${thread.blocking
              ? html`<span class="badge tone-bad"
                  ><span class="icon icon-warning" aria-hidden="true"></span>Blocks approval</span
                >`
              : nothing}
            ${thread.client ? html`<span class="badge tone-busy">Clients see it</span>` : nothing}
          </div>`
        : nothing}
      ${this.note(thread)}
      ${thread.answers.length
        ? html`<div class="line-answers">${repeat(thread.answers, (answer) => answer.id, (answer) => this.note(answer))}</div>`
        : nothing}
      ${this.foot(thread, isResolved)}
    </article>`;
  }

  private foot(thread: Thread, isResolved: boolean) {
    if (thread.state === 'DELETED') return nothing;
    if (this.answering.has(thread.id)) {
      return html`<review-line-composer
        data-answer=${thread.id}
        label=${`Answer ${thread.author}`}
        sendWord="Answer"
        place=${`answer/${thread.id}`}
        .drafts=${this.drafts}
        @composed=${(event: CustomEvent) => this.act('note-answered', { ...event.detail, to: thread.id })}
        @cancelled=${() => this.answer(thread.id, false)}
      ></review-line-composer>`;
    }
    const settle = isResolved ? 'note-reopened' : 'note-resolved';
    return html`<div class="line-note-acts">
      ${this.mayWrite
        ? html`<button type="button" class="diff-button" @click=${() => this.answer(thread.id, true)}>Answer</button>`
        : nothing}
      ${thread.mayResolve
        ? html`<button type="button" class="diff-button" @click=${() => this.act(settle, { id: thread.id })}>
            ${isResolved ? 'Reopen' : 'Resolve'}
          </button>`
        : nothing}
    </div>`;
  }

  render() {
    if (this.isEmpty) return nothing;
    return html`<div class="line-notes" role="group" aria-label=${`Notes on ${this.onItsLine ? `line ${this.line}` : this.path}`}>
      ${repeat(
        this.threads,
        (thread) => thread.id,
        (thread) => this.thread(thread),
      )}
      ${this.composing
        ? html`<review-line-composer
            class="line-note-new"
            label=${`Note on line ${this.line}`}
            place=${`line/${this.line}/${this.path}`}
            .mayBlock=${this.mayBlock}
            .drafts=${this.drafts}
            @composed=${(event: CustomEvent) =>
              this.act('note-written', { ...event.detail, path: this.path, line: this.line })}
            @cancelled=${this.close}
          ></review-line-composer>`
        : nothing}
    </div>`;
  }
}

customElements.define('review-line-notes', LineNotes);
