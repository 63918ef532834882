/* Where a note or an answer on a line of code is typed. What is typed is kept by the browser until it is sent. */

import { html, LitElement, nothing } from 'lit';
import { type Draft, type Drafts, randomId } from './line-drafts';

export class LineComposer extends LitElement {
  static properties = {
    label: {},
    place: {},
    sendWord: {},
    mayBlock: { type: Boolean },
    text: { state: true },
    blocking: { state: true },
    busy: { state: true },
    complaint: { state: true },
  };

  declare label: string;
  declare place: string;
  declare sendWord: string;
  declare mayBlock: boolean;
  declare drafts?: Drafts;
  declare private text: string;
  declare private blocking: boolean;
  declare private busy: boolean;
  declare private complaint: string;

  private ownId = randomId();

  constructor() {
    super();
    this.label = 'Note';
    this.place = '';
    this.sendWord = 'Add note';
    this.mayBlock = false;
    this.text = '';
    this.blocking = false;
    this.busy = false;
    this.complaint = '';
  }

  protected createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    const draft = this.drafts?.read(this.place);
    if (draft && !this.text) {
      this.ownId = draft.id;
      this.text = draft.text;
      this.blocking = draft.blocking;
      this.tell();
    }
  }

  /** The id that the note has once it is written. */
  get noteId() {
    return this.ownId;
  }

  /** What stands there and was not sent. */
  get typed() {
    return this.text.trim() ? this.text : '';
  }

  focusText() {
    void this.updateComplete.then(() => this.querySelector('textarea')?.focus({ preventScroll: false }));
  }

  /** The server says why not; what was typed stays. */
  refuse(why: string) {
    this.busy = false;
    this.complaint = why;
    this.focusText();
  }

  /** It is written: nothing is left to keep. */
  done() {
    this.drafts?.write(this.place, undefined);
    this.ownId = randomId();
    this.text = '';
    this.blocking = false;
    this.busy = false;
    this.complaint = '';
    this.tell();
  }

  private tell() {
    this.dispatchEvent(new CustomEvent('line-typed', { bubbles: true }));
  }

  private keep() {
    const draft: Draft = { id: this.ownId, text: this.text, blocking: this.blocking };
    this.drafts?.write(this.place, draft);
  }

  private changed(event: Event) {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.complaint = '';
    this.keep();
    this.tell();
  }

  private send() {
    if (this.busy) return;
    if (!this.text.trim()) {
      this.complaint = 'Type something first';
      this.focusText();
      return;
    }
    this.busy = true;
    this.complaint = '';
    const detail = { id: this.ownId, text: this.text, blocking: this.blocking };
    this.dispatchEvent(new CustomEvent('composed', { detail }));
  }

  private cancel() {
    this.tell();
    this.dispatchEvent(new CustomEvent('cancelled'));
  }

  private key(event: KeyboardEvent) {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.cancel();
    }
  }

  protected updated() {
    const area = this.querySelector('textarea');
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight + 2, 320)}px`;
  }

  render() {
    return html`<div class="line-composer">
      <textarea
        rows="2"
        aria-label=${this.label}
        aria-invalid=${this.complaint ? 'true' : 'false'}
        placeholder=${this.label}
        maxlength="10000"
        .value=${this.text}
        ?readonly=${this.busy}
        @input=${this.changed}
        @keydown=${this.key}
      ></textarea>
      <p class="line-composer-complaint" role="alert">${this.complaint || nothing}</p>
      <div class="line-composer-foot">
        <span class="line-composer-hint">Enter sends, Shift+Enter begins a new line</span>
        ${this.mayBlock
          ? html`<label class="line-composer-block"
              ><input
                type="checkbox"
                .checked=${this.blocking}
                @change=${(event: Event) => {
                  this.blocking = (event.target as HTMLInputElement).checked;
                  this.keep();
                }}
              />Blocks approval</label
            >`
          : nothing}
        <button type="button" class="diff-button" @click=${this.cancel}>Close</button>
        <button type="button" class="diff-button main" ?disabled=${this.busy} @click=${this.send}>
          ${this.busy ? 'Sending…' : this.sendWord}
        </button>
      </div>
    </div>`;
  }
}

customElements.define('review-line-composer', LineComposer);
