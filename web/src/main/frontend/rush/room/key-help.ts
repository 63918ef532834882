/* The list of keys, above everything: opened by the action help, closed by Escape. */

import { html, LitElement, nothing } from 'lit';
import { wordsOf } from './chord';
import './key-chord';
import { isTypedOff, rows, type Row } from './keys';

/** Whose keys they are, if they can be changed. */
function changer(): Element | null {
  return document.querySelector('review-keys[changeable]');
}

class KeyHelp extends LitElement {
  static properties = { wanted: { state: true } };

  declare wanted: string;

  private readonly renew = () => this.requestUpdate();

  constructor() {
    super();
    this.wanted = '';
  }

  protected createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('room-keys-changed', this.renew);
  }

  disconnectedCallback() {
    document.removeEventListener('room-keys-changed', this.renew);
    super.disconnectedCallback();
  }

  protected firstUpdated() {
    this.dialog().showModal();
  }

  protected render() {
    const groups = this.groups();
    return html`<dialog
      class="key-help"
      aria-labelledby="key-help-title"
      @close=${() => this.remove()}
      @click=${this.closeOutside}
    >
      <header>
        <h2 id="key-help-title">Keys</h2>
        <input
          type="text"
          role="searchbox"
          aria-label="Search keys"
          placeholder="Search"
          autofocus
          .value=${this.wanted}
          @input=${(event: Event) => (this.wanted = (event.target as HTMLInputElement).value)}
        />
        ${changer()
          ? html`<button type="button" class="key-button" @click=${this.change}>Change keys</button>`
          : nothing}
        <button type="button" class="key-button" @click=${() => window.print()}>Print</button>
        <button type="button" class="key-button" @click=${() => this.dialog().close()}>Close</button>
      </header>
      ${isTypedOff()
        ? html`<p class="key-note">Keys that are letters, digits or signs are switched off.</p>`
        : nothing}
      <div class="key-groups">
        ${[...groups].map(
          ([group, members]) =>
            html`<section>
              <h3>${group}</h3>
              <dl>${members.map((row) => this.line(row))}</dl>
            </section>`,
        )}
      </div>
      <p class="key-note" role="status">${groups.size === 0 ? 'No key does that here.' : nothing}</p>
    </dialog>`;
  }

  private line(row: Row) {
    return html`<div>
      <dt>${row.words}</dt>
      <dd>
        ${row.chords.length === 0
          ? html`<span class="key-none">no key</span>`
          : row.chords.map((chord) => html`<key-chord chord=${chord}></key-chord>`)}
      </dd>
    </div>`;
  }

  private groups(): Map<string, Row[]> {
    const words = this.wanted.trim().toLowerCase();
    const groups = new Map<string, Row[]>();
    for (const row of rows()) {
      const text = [row.group, row.words, ...row.chords.map(wordsOf)].join(' ').toLowerCase();
      if (text.includes(words)) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
    }
    return groups;
  }

  private dialog(): HTMLDialogElement {
    return this.querySelector('dialog') as HTMLDialogElement;
  }

  private closeOutside(event: Event) {
    if (event.target === event.currentTarget) this.dialog().close();
  }

  private change() {
    this.dialog().close();
    changer()?.dispatchEvent(new CustomEvent('change-wanted'));
  }
}

customElements.define('key-help', KeyHelp);

document.addEventListener('room-action', (event) => {
  const isHelp = (event as CustomEvent<{ action: string }>).detail.action === 'help';
  if (isHelp && !document.querySelector('key-help')) document.body.append(document.createElement('key-help'));
});
