/* One chord as caps: <key-chord chord="Ctrl+Shift+Z">. */

import { capsOf, wordsOf } from './chord';

class KeyChord extends HTMLElement {
  static observedAttributes = ['chord'];

  attributeChangedCallback() {
    const chord = this.getAttribute('chord') ?? '';
    this.setAttribute('role', 'img');
    this.setAttribute('aria-label', wordsOf(chord));
    this.replaceChildren(
      ...capsOf(chord).map((cap) => {
        const key = document.createElement('kbd');
        key.textContent = cap;
        return key;
      }),
    );
  }
}

customElements.define('key-chord', KeyChord);
