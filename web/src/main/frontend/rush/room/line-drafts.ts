/* What somebody typed and has not sent, kept by the browser until it is. */

export interface Draft {
  /** The id that the note will have, so that sending twice is sending once. */
  id: string;
  text: string;
  blocking: boolean;
}

/** A random id; the browser's own way to one is missing on pages without TLS. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Reads from the browser's storage; where there is none, everything is forgotten. */
export function remembered<T>(key: string, fallback: T): T {
  try {
    const text = localStorage.getItem(key);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

/** Writes to the browser's storage, or takes away what is undefined. */
export function remember(key: string, value: unknown) {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or forbidden: what is on the page stays there.
  }
}

/** The drafts of one person on one item. */
export class Drafts {
  constructor(private readonly prefix: string) {}

  read(place: string): Draft | undefined {
    return remembered<Draft | undefined>(this.prefix + place, undefined);
  }

  write(place: string, draft: Draft | undefined) {
    remember(this.prefix + place, draft?.text ? draft : undefined);
  }

  places(): string[] {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(this.prefix))
        .map((key) => key.slice(this.prefix.length));
    } catch {
      return [];
    }
  }
}
