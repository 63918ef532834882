/* The keyboard of the page: keys become actions, and the parts of the page listen for those.

   Whoever serves an action listens on document for 'room-action' {action, repeat}. Buttons need only attributes:
   data-action="approve" shows the key of an action in the tooltip, data-dispatch="approve" does it on a click. Elements
   inside a shadow root call showHints(root), or chordFor(action) and listen on document for 'room-keys-changed'. */

import { chordsOf, isTyped, wordsOf } from './chord';
import { belongsElsewhere, scrolling } from './own-keys';

export interface Binding {
  action: string;
  words: string;
  group: string;
  chords: string[];
  repeats: boolean;
}

/** A key of the page that somebody else hears, for the list of keys. */
export interface Row {
  words: string;
  group: string;
  chords: string[];
}

const parts = new Set<ReviewKeys>();

/**
 * Keys on a page. Several may be there and count together: one that knows the person's bindings, and one of the page that
 * says what it serves. An element with bindings that does not say what it serves, serves all of them.
 */
export class ReviewKeys extends HTMLElement {
  static observedAttributes = ['bindings', 'rows', 'serves', 'scrolls', 'typed-off'];

  bindings: Binding[] = [];
  rows: Row[] = [];

  /** The ids of actions, with spaces between; null for all. */
  get serves(): string[] | null {
    return this.getAttribute('serves')?.split(' ').filter(Boolean) ?? (this.bindings.length > 0 ? null : []);
  }

  /** Whether the page is read by scrolling, so that what scrolls it stays with the browser. */
  get scrolls(): boolean {
    return this.hasAttribute('scrolls');
  }

  /** Whether letters, digits and signs do nothing. */
  get typedOff(): boolean {
    return this.hasAttribute('typed-off');
  }

  connectedCallback() {
    parts.add(this);
    changed();
  }

  disconnectedCallback() {
    parts.delete(this);
    changed();
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null) {
    if (name === 'bindings' || name === 'rows') this[name] = JSON.parse(value ?? '[]');
    if (this.isConnected && before !== value) changed();
  }
}

let announced = false;

/** To be called too by whoever sets the property bindings by hand. */
export function changed() {
  if (announced) return;
  announced = true;
  queueMicrotask(() => {
    announced = false;
    document.dispatchEvent(new CustomEvent('room-keys-changed'));
  });
}

export function isTypedOff(): boolean {
  return [...parts].some((part) => part.typedOff);
}

function isServed(action: string): boolean {
  return [...parts].some((part) => part.serves === null || part.serves?.includes(action));
}

/** What works on this page, each with the keys that work. */
export function bindings(): Binding[] {
  const person = [...parts].reverse().find((part) => part.bindings.length > 0);
  const scrolls = [...parts].some((part) => part.scrolls);
  const off = isTypedOff();
  return (person?.bindings ?? [])
    .filter((binding) => isServed(binding.action))
    .map((binding) => ({
      ...binding,
      chords: binding.chords.filter((chord) => !(scrolls && scrolling.test(chord)) && !(off && isTyped(chord))),
    }));
}

/** Every key of this page, for the list of keys. */
export function rows(): Row[] {
  const off = isTypedOff();
  const fixed = [...parts].flatMap((part) => part.rows);
  return [
    ...fixed.map((row) => ({ ...row, chords: row.chords.filter((chord) => !(off && isTyped(chord))) })),
    ...bindings(),
  ];
}

/** The first key of an action as it is written on keyboards, such as "Shift+A"; undefined if there is none here. */
export function chordFor(action: string): string | undefined {
  const chord = bindings().find((binding) => binding.action === action)?.chords[0];
  return chord === undefined ? undefined : wordsOf(chord);
}

/** What a tooltip says: the words, and the key behind them. */
export function withKey(words: string, action: string): string {
  const chord = chordFor(action);
  return chord === undefined ? words : `${words} (${chord})`;
}

/** Does an action, as if its key were pressed. */
export function act(action: string, repeat = false) {
  document.dispatchEvent(new CustomEvent('room-action', { detail: { action, repeat } }));
}

function hear(event: KeyboardEvent) {
  const known = bindings();
  for (const chord of chordsOf(event)) {
    const binding = known.find((one) => one.chords.includes(chord));
    if (!binding) continue;
    if (belongsElsewhere(event, chord)) return;
    event.preventDefault();
    if (!event.repeat || binding.repeats) act(binding.action, event.repeat);
    return;
  }
}

function hearClick(event: MouseEvent) {
  const button = event
    .composedPath()
    .find((one): one is HTMLElement => one instanceof HTMLElement && one.dataset.dispatch !== undefined);
  if (button?.dataset.dispatch) act(button.dataset.dispatch);
}

document.addEventListener('keydown', hear);
document.addEventListener('click', hearClick);
customElements.define('review-keys', ReviewKeys);
