/* Keeps what is being typed into a field in this browser until it was sent; drafts that nobody comes back to go. */

export {};

const prefix = 'rushlight.draft.';
const longest = 30 * 24 * 60 * 60 * 1000;

type Field = HTMLElement & { value: string };

function read(key: string): { text: string; at: number } | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(key: string, text: string) {
  try {
    if (text.trim()) {
      localStorage.setItem(key, JSON.stringify({ text, at: Date.now() }));
    } else {
      localStorage.removeItem(key);
    }
  } catch {
    // A browser that keeps nothing, or is full: the field itself still has the text.
  }
}

function throwOldAway() {
  try {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix) && Date.now() - (read(key)?.at ?? 0) > longest)
      .forEach((key) => localStorage.removeItem(key));
  } catch {
    // As above.
  }
}

class RushDraft extends HTMLElement {
  private name = '';
  private field: Field | null = null;

  private readonly save = () => {
    if (this.name && this.field) write(prefix + this.name, this.field.value);
  };

  connectedCallback() {
    this.field = document.getElementById(this.getAttribute('field') ?? '') as Field | null;
    this.field?.addEventListener('input', this.save);
    throwOldAway();
  }

  disconnectedCallback() {
    this.field?.removeEventListener('input', this.save);
    this.field = null;
  }

  /** Brings back what is kept under this name; what stands in the field stays if it was typed before there was a name. */
  open(name: string) {
    const isFirst = this.name === '';
    this.name = name;
    const text = read(prefix + name)?.text ?? '';
    if (!this.field || this.field.value === text || (isFirst && this.field.value)) return;
    this.field.value = text;
    // As if it was typed, so that the server hears of it.
    this.field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  forget() {
    write(prefix + this.name, '');
  }

  keep(name: string, text: string) {
    write(prefix + name, text);
  }
}

customElements.define('rush-draft', RushDraft);
