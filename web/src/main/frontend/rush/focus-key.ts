/* A key that takes the reader to a field of the page; not while they type, nor behind a dialog. */

const dialogs = 'vaadin-dialog-overlay, vaadin-confirm-dialog-overlay';

function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

class RushFocusKey extends HTMLElement {
  private readonly hear = (event: KeyboardEvent) => {
    const isMeant = event.key === this.getAttribute('key') && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!isMeant || event.defaultPrevented || isTyping(event) || document.querySelector(dialogs)) return;
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
