/* Words that were typed and not sent yet, kept by this browser: per person and item ("room"), and per field in it. */

export interface Draft {
  text: string;
  about: string;
  at: number;
}

const prefix = 'rushlight.draft:';
const longest = 60 * 24 * 60 * 60 * 1000;

function key(room: string, name: string): string {
  return `${prefix}${room}:${name}`;
}

function parse(stored: string | null): Draft | undefined {
  try {
    const draft = JSON.parse(stored ?? '') as Draft;
    return typeof draft.text === 'string' && typeof draft.about === 'string' ? draft : undefined;
  } catch {
    return undefined;
  }
}

export function readDraft(room: string, name: string): Draft | undefined {
  try {
    return parse(localStorage.getItem(key(room, name)));
  } catch {
    return undefined; // a browser that keeps nothing
  }
}

/** Says whether it is kept: a browser may be told to keep nothing, or have no room left. */
export function keepDraft(room: string, name: string, text: string, about: string): boolean {
  try {
    localStorage.setItem(key(room, name), JSON.stringify({ text, about, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(room: string, name: string) {
  try {
    localStorage.removeItem(key(room, name));
  } catch {
    // Nothing was kept.
  }
}

/** The fields of a room of which drafts are kept. */
export function draftsIn(room: string): string[] {
  const start = key(room, '');
  try {
    return Object.keys(localStorage)
      .filter((known) => known.startsWith(start))
      .map((known) => known.slice(start.length));
  } catch {
    return [];
  }
}

function forgetTheOldest() {
  try {
    Object.keys(localStorage)
      .filter((known) => known.startsWith(prefix))
      .filter((known) => Date.now() - (parse(localStorage.getItem(known))?.at ?? 0) > longest)
      .forEach((known) => localStorage.removeItem(known));
  } catch {
    // Nothing was kept.
  }
}

forgetTheOldest();
