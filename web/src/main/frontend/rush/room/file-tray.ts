/* The files that wait for their note to be saved, and those that are on their way to it. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface Piece {
  readonly id: string;
  readonly file: File;
  readonly name: string;
  readonly picture: string;
  /** Where it is being sent; empty while it waits for its note. */
  to: string;
  progress: number;
  trouble: string;
  request?: XMLHttpRequest;
}

function newId(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Browsers offer no more than this on plain http.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export class FileTray implements ReactiveController {
  pieces: Piece[] = [];
  private readonly warn = (event: BeforeUnloadEvent) => {
    if (this.pieces.length > 0) event.preventDefault();
  };

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected() {
    window.addEventListener('beforeunload', this.warn);
  }

  hostDisconnected() {
    window.removeEventListener('beforeunload', this.warn);
  }

  get waiting(): Piece[] {
    return this.pieces.filter((piece) => !piece.to);
  }

  /** Takes files, and answers with what it says of those that it does not take. */
  take(files: Iterable<File>, most: number, largest: number): string {
    const refused: string[] = [];
    for (const file of files) {
      if (file.size > largest) refused.push(`“${file.name}” is larger than ${sizeWords(largest)}.`);
      else if (file.size === 0) refused.push(`“${file.name}” is empty.`);
      else if (this.waiting.length >= most) refused.push(`“${file.name}” is one too many: a note may have ${most} files.`);
      else this.add(file);
    }
    this.host.requestUpdate();
    return refused.join(' ');
  }

  private add(file: File) {
    const shown = /^image\/(png|jpeg|gif|webp)$/.test(file.type);
    this.pieces.push({
      id: newId(),
      file,
      name: file.name,
      picture: shown ? URL.createObjectURL(file) : '',
      to: '',
      progress: 0,
      trouble: '',
    });
  }

  remove(piece: Piece) {
    piece.request?.abort();
    if (piece.picture) URL.revokeObjectURL(piece.picture);
    this.pieces = this.pieces.filter((other) => other !== piece);
    this.host.requestUpdate();
  }

  /** Sends those of them that still wait, one after the other. */
  async sendTo(to: string, pieces: Piece[]) {
    const going = this.waiting.filter((piece) => pieces.includes(piece));
    going.forEach((piece) => (piece.to = to));
    this.host.requestUpdate();
    for (const piece of going) await this.send(piece);
  }

  async send(piece: Piece) {
    if (!this.pieces.includes(piece)) return;
    piece.trouble = '';
    piece.progress = 0;
    this.host.requestUpdate();
    const trouble = await this.put(piece);
    piece.request = undefined;
    if (trouble) {
      piece.trouble = trouble;
      this.host.requestUpdate();
    } else {
      this.remove(piece);
    }
  }

  private put(piece: Piece): Promise<string> {
    return new Promise((settle) => {
      const request = new XMLHttpRequest();
      piece.request = request;
      request.open('PUT', new URL(piece.to + piece.id, document.baseURI));
      request.setRequestHeader('X-Rushlight-Page', 'notes');
      request.setRequestHeader('X-File-Name', encodeURIComponent(piece.name));
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.upload.onprogress = (event) => {
        piece.progress = event.total ? event.loaded / event.total : 0;
        this.host.requestUpdate();
      };
      request.onload = () => settle(request.status === 201 ? '' : FileTray.reason(request));
      request.onerror = () => settle('The connection was lost.');
      request.onabort = () => settle('');
      request.send(piece.file);
    });
  }

  private static reason(request: XMLHttpRequest): string {
    try {
      return `${(JSON.parse(request.responseText) as { error: string }).error}.`;
    } catch {
      return `The server answered ${request.status}.`;
    }
  }
}
