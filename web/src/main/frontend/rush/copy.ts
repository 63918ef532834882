/* One line of text and a button that copies it; where the browser forbids that, it selects the text instead. */

class RushCopy extends HTMLElement {
  static observedAttributes = ['text'];

  private readonly code = document.createElement('code');
  private readonly button = document.createElement('button');

  constructor() {
    super();
    this.button.type = 'button';
    this.button.textContent = 'Copy';
    this.button.addEventListener('click', () => this.copy());
  }

  connectedCallback() {
    if (!this.code.isConnected) this.append(this.code, this.button);
    this.show();
  }

  attributeChangedCallback() {
    this.show();
  }

  private show() {
    this.code.textContent = this.getAttribute('text') ?? '';
  }

  private async copy() {
    try {
      await navigator.clipboard.writeText(this.code.textContent ?? '');
      this.say('Copied');
    } catch {
      window.getSelection()?.selectAllChildren(this.code);
      this.say('Press Ctrl+C');
    }
  }

  private say(words: string) {
    this.button.textContent = words;
    window.setTimeout(() => (this.button.textContent = 'Copy'), 2000);
  }
}

customElements.define('rush-copy', RushCopy);
