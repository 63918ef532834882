/* A key that takes the reader to a field of the page; not while they type, behind something open, or want no such keys. */

import { chordsOf, isTyped } from './room/chord';
import { isTypedOff } from './room/keys';
import { isOverlaid, isTyping } from './room/own-keys';

class RushFocusKey extends HTMLElement {
  private readonly hear = (event: KeyboardEvent) => {
    const chord = this.getAttribute('key') ?? '';
    if (!chordsOf(event).includes(chord) || (isTyped(chord) && isTypedOff())) return;
    if (event.defaultPrevented || isTyping(event) || isOverlaid()) return;
    const field = document.getElementById(this.getAttribute('field') ?? '');
    if (!field) return;
    event.preventDefault();
    field.focus();
  };

  connectedCallback() {
    document.addEventListener('keydown', this.hear);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.hear);
  }
}

customElements.define('rush-focus-key', RushFocusKey);
