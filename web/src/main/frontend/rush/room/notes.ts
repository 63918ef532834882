/* The notes of a page hear what is asked for by key, and take files that are dropped anywhere on them. */

import { draftsIn } from './drafts';
import type { NoteField } from './note-field';

interface Player extends HTMLElement {
  frame: number;
  media?: { index: number };
}

class RushNotes extends HTMLElement {
  private readonly act = (event: Event) => {
    switch ((event as CustomEvent<{ action: string }>).detail.action) {
      case 'note':
        this.field?.want();
        break;
      case 'previous-note':
        this.step(false);
        break;
      case 'next-note':
        this.step(true);
        break;
    }
  };

  /** A file that is dropped beside a field must not replace the page, and with it all that was typed. */
  private readonly guard = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files') || event.defaultPrevented) return;
    event.preventDefault();
    const isOnNotes = event.composedPath().includes(this);
    if (event.type === 'drop' && isOnNotes) this.field?.take(event.dataTransfer.files);
    else event.dataTransfer.dropEffect = isOnNotes ? 'copy' : 'none';
  };

  connectedCallback() {
    document.addEventListener('room-action', this.act);
    window.addEventListener('dragover', this.guard);
    window.addEventListener('drop', this.guard);
  }

  disconnectedCallback() {
    document.removeEventListener('room-action', this.act);
    window.removeEventListener('dragover', this.guard);
    window.removeEventListener('drop', this.guard);
  }

  /** Answers with the fields of this room of which drafts are kept. */
  tellDrafts(room: string) {
    const names = draftsIn(room);
    if (names.length > 0) this.tell('note-drafts', { names: names.join(',') });
  }

  private get field(): NoteField | null {
    return this.querySelector<NoteField>('#new-note');
  }

  private step(forward: boolean) {
    const player = document.querySelector<Player>('review-player');
    this.tell('note-step', { forward, media: player?.media?.index ?? -1, frame: player?.frame ?? -1 });
  }

  private tell(type: string, detail: object) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define('rush-notes', RushNotes);
