/* Arrows lead into a grid from anywhere on its page, and Enter follows the link of the row that has the focus. */

import { isOverlaid, isTyping } from './room/own-keys';

/** Where one line is typed, the arrow down has nothing else to do. */
const line = `input[type='text']:not([role='combobox'])`;
const elsewhere = `a, button, summary, video, [tabindex], [role='button'], [role='tab'], [role='menuitem']`;

class RushRowKeys extends HTMLElement {
  private grid: HTMLElement | null = null;

  private readonly enter = (event: KeyboardEvent) => {
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (!isArrow || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || target.matches(elsewhere) || isOverlaid()) return;
    if (isTyping(event) && (event.key === 'ArrowUp' || event.isComposing || !target.matches(line))) return;
    const row = this.grid?.shadowRoot?.querySelector<HTMLElement>(`#items [tabindex='0']`);
    if (!row || this.grid?.hidden) return;
    event.preventDefault();
    row.focus();
  };

  private readonly open = (event: KeyboardEvent) => {
    const target = event.composedPath()[0];
    if (event.key !== 'Enter' || !(target instanceof Element) || !target.closest('#items')) return;
    const cells = target.closest('tr')?.querySelectorAll('slot') ?? [];
    const links = [...cells].flatMap((cell) => cell.assignedElements().map((content) => content.querySelector('a')));
    const link = links.find((one) => one !== null);
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    link.click();
  };

  connectedCallback() {
    document.addEventListener('keydown', this.enter);
    this.grid = document.getElementById(this.getAttribute('grid') ?? '');
    this.grid?.addEventListener('keydown', this.open, true);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.enter);
    this.grid?.removeEventListener('keydown', this.open, true);
  }
}

customElements.define('rush-row-keys', RushRowKeys);
