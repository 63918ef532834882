/* Keeps what was drawn in this browser until the server has it, also over a reload and while offline. */

import type { Stroke } from './ink';

/** Something done to strokes that the server is to hear of. */
export interface Deed {
  /** Given by the shelf; deeds are done in the order of their keys. */
  key?: number;
  person: string;
  item: string;
  note: string;
  kind: 'draw' | 'take-back' | 'put-back';
  version: number;
  media: number;
  visibility: string;
  strokes: Stroke[];
  /** Why the server does not want it; it waits for whoever drew it to say what becomes of it. */
  refused?: string;
}

export interface DeedShelf {
  /** Whether what is kept here is still there after a reload. */
  readonly lasting: boolean;
  all(person: string): Promise<Deed[]>;
  keep(deed: Deed): Promise<number>;
  has(key: number): Promise<boolean>;
  drop(key: number): Promise<void>;
}

const database = 'rushlight-drawing';
const store = 'deeds';

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

class BrowserShelf implements DeedShelf {
  readonly lasting = true;

  constructor(private readonly opened: IDBDatabase) {}

  async all(person: string): Promise<Deed[]> {
    const deeds = await answer<Deed[]>(this.store('readonly').index('person').getAll(person));
    return deeds.sort((one, other) => one.key! - other.key!);
  }

  async keep(deed: Deed): Promise<number> {
    return (await answer(this.store('readwrite').put(deed))) as number;
  }

  async has(key: number): Promise<boolean> {
    return (await answer(this.store('readonly').count(key))) > 0;
  }

  async drop(key: number): Promise<void> {
    await answer(this.store('readwrite').delete(key));
  }

  private store(mode: IDBTransactionMode): IDBObjectStore {
    return this.opened.transaction(store, mode).objectStore(store);
  }
}

/** For browsers that keep nothing: private windows, or a full disk. */
class PageShelf implements DeedShelf {
  readonly lasting = false;
  private readonly deeds = new Map<number, Deed>();
  private last = 0;

  async all(person: string): Promise<Deed[]> {
    return [...this.deeds.values()].filter((deed) => deed.person === person);
  }

  async keep(deed: Deed): Promise<number> {
    const key = deed.key ?? ++this.last;
    this.deeds.set(key, { ...deed, key });
    return key;
  }

  async has(key: number): Promise<boolean> {
    return this.deeds.has(key);
  }

  async drop(key: number): Promise<void> {
    this.deeds.delete(key);
  }
}

export async function openShelf(): Promise<DeedShelf> {
  try {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(store, { keyPath: 'key', autoIncrement: true }).createIndex('person', 'person');
    };
    return new BrowserShelf(await answer(request));
  } catch {
    return new PageShelf();
  }
}
