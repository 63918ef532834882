/* Hears of what happens to the whole page for as long as an element is part of it. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class DocumentEvents implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly listeners: Record<string, (event: Event) => void>,
  ) {
    host.addController(this);
  }

  hostConnected() {
    Object.entries(this.listeners).forEach(([name, listener]) => document.addEventListener(name, listener));
  }

  hostDisconnected() {
    Object.entries(this.listeners).forEach(([name, listener]) => document.removeEventListener(name, listener));
  }
}
