/* What is typed on the lines of a changeset and not sent: the server has to know that it would be lost with the page. */

import { html, type TemplateResult } from 'lit';
import type { LineComposer } from './line-composer';

interface Unsent {
  label: string;
  text: string;
}

export class LineTyping {
  private kept: Unsent[] = [];
  private isTyping = false;
  private telling = 0;

  /** @param page hears `line-typing` whenever that begins or ends */
  constructor(private readonly page: HTMLElement) {
    page.addEventListener('line-typed', () => this.tellSoon());
  }

  private get composers(): LineComposer[] {
    return [...this.page.querySelectorAll<LineComposer>('review-line-composer')].filter((composer) => composer.typed);
  }

  /** Once the page has drawn what became of the composer. */
  private tellSoon() {
    window.clearTimeout(this.telling);
    this.telling = window.setTimeout(() => {
      const typing = this.composers.length > 0;
      if (typing === this.isTyping) return;
      this.isTyping = typing;
      this.page.dispatchEvent(new CustomEvent('line-typing', { detail: { typing } }));
    });
  }

  /** Remembers what stands there before the page is cleared. */
  keep() {
    this.kept = this.composers.map(({ label, typed }) => ({ label, text: typed }));
  }

  /** What stays to be copied. */
  toCopy(): TemplateResult {
    return html`${this.kept.map(
      ({ label, text }) => html`<section class="diff-file line-composer">
        <textarea readonly rows="4" aria-label=${label} .value=${text}></textarea>
      </section>`,
    )}`;
  }
}
