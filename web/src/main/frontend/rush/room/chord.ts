/* Keys that are pressed together, as text such as Ctrl+Shift+Z: out of what the keyboard says, and for people to read.
   On a Mac, Ctrl is the command key. Letters and signs are what comes out of the keyboard, wherever they are on it. */

const isMac = /^(Mac|iP)/.test(navigator.platform);
const named = /^(Arrow(Left|Right|Up|Down)|Home|End|Page(Up|Down)|Insert|Delete|F([1-9]|1[0-2]))$/;
const modified = /^(Ctrl\+)?(Alt\+)?(Shift\+)?(.+)$/s;

/** What is on a key where the layout writes no character of its own, or one beyond ASCII. */
const printed: Record<string, string> = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
};

const pictures: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page up',
  PageDown: 'Page down',
};

function isCharacter(key: string): boolean {
  return [...key].length === 1;
}

function isLetter(key: string): boolean {
  const capital = key.toUpperCase();
  return isCharacter(key) && capital.length === key.length && capital !== key.toLowerCase();
}

function isSign(key: string | undefined): key is string {
  return key !== undefined && isCharacter(key) && !isLetter(key);
}

function keyOf(event: KeyboardEvent): string | undefined {
  if (event.key === ' ') return 'Space';
  if (named.test(event.key)) return event.key;
  return isCharacter(event.key) ? event.key : undefined;
}

function printedOn(event: KeyboardEvent): string | undefined {
  return /^(Key|Digit)(.)$/.exec(event.code)?.[2] ?? printed[event.code];
}

function text(control: boolean, alt: boolean, shift: boolean, key: string): string {
  const shown = isLetter(key) ? key.toUpperCase() : key;
  return (control ? 'Ctrl+' : '') + (alt ? 'Alt+' : '') + (shift && !isSign(key) ? 'Shift+' : '') + shown;
}

/** Whether the event is about a key that does nothing alone. */
export function isModifier(event: KeyboardEvent): boolean {
  return /^(Control|Alt|AltGraph|Shift|Meta|CapsLock|NumLock|Fn)$/.test(event.key);
}

/** What was pressed, best reading first; nothing if it belongs to the system. */
export function chordsOf(event: KeyboardEvent): string[] {
  if (isMac ? event.ctrlKey : event.metaKey) return [];
  const control = isMac ? event.metaKey : event.ctrlKey;
  const written = keyOf(event);
  if (event.getModifierState('AltGraph')) return isSign(written) ? [written] : [];
  const readings: string[] = [];
  const fallback = printedOn(event);
  // Option writes characters on a Mac, so there the key counts first.
  if (isMac && event.altKey && fallback) readings.push(text(control, true, event.shiftKey, fallback));
  if (written) readings.push(text(control, event.altKey, event.shiftKey, written));
  if (isMac && event.altKey && isSign(written)) readings.push(text(control, false, false, written));
  if (fallback && !(written && /^[\x21-\x7e]+$/.test(written))) {
    readings.push(text(control, event.altKey, event.shiftKey, fallback));
  }
  return readings;
}

/** Whether pressing it in a text would write something. */
export function isTyped(chord: string): boolean {
  const [, control, alt, , key] = modified.exec(chord) ?? [];
  return key !== undefined && isCharacter(key) && !control && !alt;
}

/** As it is written on the keys, one text for each. */
export function capsOf(chord: string): string[] {
  const [, control, alt, shift, key = chord] = modified.exec(chord) ?? [];
  return [
    ...(control ? [isMac ? '⌘' : 'Ctrl'] : []),
    ...(alt ? [isMac ? '⌥' : 'Alt'] : []),
    ...(shift ? [isMac ? '⇧' : 'Shift'] : []),
    pictures[key] ?? key,
  ];
}

export function wordsOf(chord: string): string {
  return capsOf(chord).join(isMac ? '' : '+');
}

/** As aria-keyshortcuts wants it. */
export function ariaOf(chord: string): string {
  const [, control, alt, shift, key = chord] = modified.exec(chord) ?? [];
  return (
    (control ? (isMac ? 'Meta+' : 'Control+') : '') +
    (alt ? 'Alt+' : '') +
    (shift ? 'Shift+' : '') +
    (key === '+' ? 'Plus' : key)
  );
}
