/* Who else wants a key: fields, open overlays, and controls that work with it themselves. */

const typing = `input:not([type='range'], [type='checkbox'], [type='radio'], [type='button'], [type='submit'],
  [type='reset'], [type='color'], [type='file'], [type='image']), textarea, select, [role='textbox'],
  [role='searchbox'], [role='combobox'], [role='spinbutton'], [role='listbox'], [role='menu'], [role='tree'], key-capture`;

const overlays = `dialog[open], [aria-modal='true'], vaadin-app-layout[overlay][drawer-opened]`;

/** Controls, and what they do themselves while they have the focus. */
const controls: [string, RegExp][] = [
  [`button, summary, [role='button'], [role='checkbox'], [role='switch'], input:not([type='range'])`, /^Space$/],
  [`[role='menubar'], [role='tablist'], [role='radiogroup'], [type='radio']`, /^(Space|Home|End|Arrow.+)$/],
  [`[role='slider'], [type='range'], [role='separator'][tabindex]`, /(Home|End|Page.+|Arrow.+)$/],
  [`[role='grid'], [role='treegrid']`, /(Space|Home|End|Page.+|Arrow.+)$/],
  [`video[controls], audio[controls]`, /^(Space|Home|End|Arrow.+)$/],
];

export const scrolling = /^(Space|Home|End|Page.+|Arrow(Up|Down))$/;

export function isOverlaid(): boolean {
  return (
    document.querySelector(overlays) !== null ||
    [...document.body.children].some(
      (child) =>
        /^vaadin-.*-overlay$/.test(child.localName) &&
        child.localName !== 'vaadin-tooltip-overlay' &&
        child.hasAttribute('opened'),
    )
  );
}

function path(event: Event): HTMLElement[] {
  return event.composedPath().filter((one): one is HTMLElement => one instanceof HTMLElement);
}

export function isTyping(event: KeyboardEvent): boolean {
  return (
    event.isComposing ||
    event.keyCode === 229 || // an input method that does not say so
    path(event).some((element) => element.isContentEditable || element.matches(typing))
  );
}

function scrolls(element: HTMLElement | undefined): boolean {
  if (!element || element === document.body || element === document.documentElement) return false;
  return element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY);
}

function wants(element: HTMLElement, chord: string): boolean {
  const claimed = element.dataset.ownKeys?.split(' ') ?? [];
  return (
    claimed.includes('*') ||
    claimed.includes(chord) ||
    controls.some(([selector, keys]) => keys.test(chord) && element.matches(selector))
  );
}

/**
 * Whether the key is somebody else's: a field that is typed in, something open above the page, a control that has the
 * focus, or an element that claims it with data-own-keys ("Space ArrowLeft", "*" for all).
 */
export function belongsElsewhere(event: KeyboardEvent, chord: string): boolean {
  if (event.defaultPrevented || isTyping(event) || isOverlaid()) return true;
  const elements = path(event);
  return (
    elements.some((element) => wants(element, chord)) || (scrolling.test(chord) && scrolls(elements[0]))
  );
}
