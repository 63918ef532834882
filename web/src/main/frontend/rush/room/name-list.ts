/* Completes names after an @: which are offered, which is marked, and what is put into the text. */

import type { ReactiveControllerHost } from 'lit';

export interface Name {
  username: string;
  displayName: string;
}

const begun = /(?:^|[^\p{L}\p{N}_.@/-])@([\p{L}\p{N}_.@-]{0,40})$/u;
const pause = 120;

export class NameList {
  names: Name[] = [];
  marked = 0;
  private request = 0;
  private timer = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly ask: (beginning: string, request: number) => void,
    private readonly put: (name: string, from: number, to: number) => void,
  ) {}

  get open(): boolean {
    return this.names.length > 0;
  }

  /** Looks at what stands before the caret. */
  look(area: HTMLTextAreaElement) {
    window.clearTimeout(this.timer);
    const found = this.beginning(area);
    const request = ++this.request;
    if (found === undefined) {
      this.close();
    } else {
      this.timer = window.setTimeout(() => this.ask(found, request), pause);
    }
  }

  private beginning(area: HTMLTextAreaElement): string | undefined {
    if (area.selectionStart !== area.selectionEnd) return undefined;
    return begun.exec(area.value.slice(0, area.selectionStart))?.[1];
  }

  /** What was found; an answer to what is not asked any more is not for us. */
  offer(request: number, names: Name[]) {
    if (request !== this.request) return;
    this.names = names;
    this.marked = 0;
    this.host.requestUpdate();
  }

  close() {
    window.clearTimeout(this.timer);
    this.request++;
    this.names = [];
    this.host.requestUpdate();
  }

  /** Says whether the key was meant for the list. */
  press(event: KeyboardEvent, area: HTMLTextAreaElement): boolean {
    if (!this.open || event.isComposing) return false;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        this.marked = (this.marked + step + this.names.length) % this.names.length;
        this.host.requestUpdate();
        break;
      }
      case 'Enter':
      case 'Tab':
        if (event.shiftKey || event.ctrlKey || event.metaKey) return false;
        this.choose(this.names[this.marked], area);
        break;
      case 'Escape':
        this.close();
        break;
      default:
        return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  choose(name: Name, area: HTMLTextAreaElement) {
    const beginning = this.beginning(area) ?? '';
    const to = area.selectionStart;
    this.close();
    this.put(`@${name.username} `, to - beginning.length - 1, to);
  }
}
