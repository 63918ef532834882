/* Waits for one key and tells which it was: 'key-pressed' {chord}, or 'key-given-up' {escaped} when the focus goes. */

import { chordsOf, isModifier } from './chord';

class KeyCapture extends HTMLElement {
  private readonly hear = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    event.stopPropagation();
    event.preventDefault();
    if (event.key === 'Escape') {
      this.tell('key-given-up', { escaped: true });
    } else if (!isModifier(event) && !event.repeat && !event.isComposing) {
      const chord = chordsOf(event)[0];
      if (chord === undefined) this.textContent = 'Not that one';
      else this.tell('key-pressed', { chord });
    }
  };

  connectedCallback() {
    this.tabIndex = 0;
    this.setAttribute('role', 'textbox');
    this.textContent = 'Press a key';
    this.addEventListener('keydown', this.hear);
    this.addEventListener('blur', this.giveUp);
    requestAnimationFrame(() => this.focus());
  }

  private readonly giveUp = () => this.tell('key-given-up', { escaped: false });

  disconnectedCallback() {
    this.removeEventListener('keydown', this.hear);
    this.removeEventListener('blur', this.giveUp);
  }

  private tell(name: string, detail: { chord: string } | { escaped: boolean }) {
    if (this.isConnected) this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('key-capture', KeyCapture);
