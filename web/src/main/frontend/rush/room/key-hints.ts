/* Shows the keys of actions where their buttons are: data-action="approve" brings them into title and aria-keyshortcuts. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ariaOf } from './chord';
import { bindings, withKey } from './keys';

/** What the page says in a tooltip by itself, if anything, and what was made of it. */
const tooltips = new WeakMap<Element, { own: string | null; shown: string | null }>();
const roots = new Map<Document | ShadowRoot, MutationObserver>();

function put(element: Element, name: string, value: string | null) {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function hint(element: HTMLElement) {
  const action = element.dataset.action ?? '';
  const chords = bindings().find((binding) => binding.action === action)?.chords ?? [];
  const title = element.getAttribute('title');
  const known = tooltips.get(element);
  const own = title !== null && title !== known?.shown ? title : (known?.own ?? null);
  const words = own ?? element.getAttribute('aria-label');
  const shown = chords.length > 0 ? withKey(words ?? element.textContent?.trim() ?? '', action) : words;
  tooltips.set(element, { own, shown });
  put(element, 'title', shown);
  put(element, 'aria-keyshortcuts', chords.length > 0 ? chords.map(ariaOf).join(' ') : null);
}

function hintIn(root: ParentNode) {
  root.querySelectorAll<HTMLElement>('[data-action]').forEach(hint);
}

function follow(changes: MutationRecord[]) {
  for (const change of changes) {
    const near = change.target instanceof HTMLElement ? change.target.closest<HTMLElement>('[data-action]') : null;
    if (near) hint(near);
    for (const added of change.addedNodes) {
      if (!(added instanceof HTMLElement)) continue;
      if (added.dataset.action !== undefined) hint(added);
      hintIn(added);
    }
  }
}

/** Keeps the hints in a root up to date. */
export function showHints(root: Document | ShadowRoot) {
  if (roots.has(root)) return;
  const watch = new MutationObserver(follow);
  roots.set(root, watch);
  hintIn(root);
  watch.observe(root, {
    childList: true,
    subtree: true,
    attributeFilter: ['data-action', 'title', 'aria-label'],
  });
}

function forget(root: Document | ShadowRoot) {
  roots.get(root)?.disconnect();
  roots.delete(root);
}

/** Keeps the hints of an element's own buttons up to date, as long as it is on the page. */
export class KeyHints implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }) {
    host.addController(this);
  }

  hostConnected() {
    showHints(this.root);
  }

  hostDisconnected() {
    forget(this.root);
  }

  private get root(): ShadowRoot {
    return this.host.renderRoot as ShadowRoot;
  }
}

document.addEventListener('room-keys-changed', () => roots.forEach((_, root) => hintIn(root)));
showHints(document);
