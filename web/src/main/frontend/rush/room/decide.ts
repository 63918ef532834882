/* Turns the actions that keys stand for into votes, and into steps from item to item. */

export {};

const votes = ['approve', 'approve-with-notes', 'request-changes', 'reject', 'abstain'];

type Field = HTMLElement & { value: string; readonly?: boolean };

/** After this long without an answer a key may vote again. */
const patience = 10_000;

class RushDecide extends HTMLElement {
  private armed = '';
  private sentAt = -patience;
  private field: Field | null = null;

  private readonly hear = (event: Event) => {
    const { action, repeat } = (event as CustomEvent<{ action: string; repeat: boolean }>).detail;
    if (repeat) return;
    if (votes.includes(action)) {
      this.vote(action);
    } else if (action === 'next-item' || action === 'previous-item') {
      this.tell('walk', { forward: action === 'next-item' });
    }
  };

  private readonly type = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && this.armed) {
      event.preventDefault();
      if (this.vote(this.armed)) (event.target as HTMLElement).blur();
    } else if (event.key === 'Escape') {
      this.disarm();
      this.tell('armed', { action: '' });
      (event.target as HTMLElement).blur();
    }
  };

  connectedCallback() {
    document.addEventListener('room-action', this.hear);
    this.field = document.getElementById(this.getAttribute('field') ?? '') as Field | null;
    this.field?.addEventListener('keydown', this.type);
  }

  disconnectedCallback() {
    document.removeEventListener('room-action', this.hear);
    this.field?.removeEventListener('keydown', this.type);
    this.field = null;
  }

  arm(action: string) {
    this.armed = action;
  }

  disarm() {
    this.armed = '';
  }

  /** The vote has been dealt with. */
  settle() {
    this.sentAt = -patience;
  }

  /** True if the vote is on its way; else it waits for its reason, or for the one before. */
  private vote(action: string): boolean {
    if (performance.now() - this.sentAt < patience) return false;
    const reason = this.field?.value ?? '';
    const needs = (this.getAttribute('needs') ?? '').split(' ');
    if (needs.includes(action) && !reason.trim() && this.field && !this.field.readonly) {
      this.arm(action);
      this.field.focus();
      this.field.scrollIntoView({ block: 'nearest' });
      this.tell('armed', { action });
      return false;
    }
    this.disarm();
    this.sentAt = performance.now();
    this.tell('verdict', { action, reason, subject: this.getAttribute('subject') ?? '' });
    return true;
  }

  private tell(name: string, detail: object) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('rush-decide', RushDecide);
