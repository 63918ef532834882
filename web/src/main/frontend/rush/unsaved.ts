/* While it says that something is unsaved, the browser asks before it reloads or closes the page. */

class RushUnsaved extends HTMLElement {
  private readonly warn = (event: BeforeUnloadEvent) => {
    if (this.hasAttribute('unsaved')) event.preventDefault();
  };

  connectedCallback() {
    window.addEventListener('beforeunload', this.warn);
  }

  disconnectedCallback() {
    window.removeEventListener('beforeunload', this.warn);
  }
}

customElements.define('rush-unsaved', RushUnsaved);
