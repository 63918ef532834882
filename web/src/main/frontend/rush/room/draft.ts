/* Keeps what is being typed into a field in this browser until it was sent; drafts that nobody comes back to go. */

export {};

const prefix = 'rushlight.draft.';
const longest = 30 * 24 * 60 * 60 * 1000;

type Field = HTMLElement & { value: string; readonly?: boolean };

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

  /** From now on the field is for this; what was typed for another name is kept there. */
  open(name: string) {
    if (this.name && this.name !== name) this.put('');
    this.name = name;
    this.bring();
  }

  /** Brings back what is kept, unless something stands there, or nothing can be typed. */
  bring() {
    const text = read(prefix + this.name)?.text;
    if (text && this.field && !this.field.value && !this.field.readonly) this.put(text);
  }

  /** As if it was typed, so that the server hears of it; the draft itself stays as it is. */
  private put(text: string) {
    if (!this.field || this.field.value === text) return;
    this.field.removeEventListener('input', this.save);
    this.field.value = text;
    this.field.dispatchEvent(new Event('input', { bubbles: true }));
    this.field.addEventListener('input', this.save);
  }

  forget() {
    write(prefix + this.name, '');
  }

  keep(name: string, text: string) {
    write(prefix + name, text);
  }
}

customElements.define('rush-draft', RushDraft);
