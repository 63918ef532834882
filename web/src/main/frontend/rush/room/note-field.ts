/*
 * The field in which a note is written. The words stay here, and are kept as a draft, until the server says that they are
 * saved; Enter sends, an @ asks for names, and files come by drop, paste and button.
 */

import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { dropDraft, draftsIn, keepDraft, readDraft } from './drafts';
import { FileTray, sizeWords, type Piece } from './file-tray';
import { NameList, type Name } from './name-list';
import { noteFieldStyle } from './note-field-style';

const patience = 10_000;

/** What went to the server and was not answered yet. */
interface Sending {
  number: number;
  text: string;
  about: string;
  files: Piece[];
  room: string;
  draft: string;
}

interface Player extends HTMLElement {
  wantNote?(): Promise<void>;
  noteSent?(): boolean;
}

export class NoteField extends LitElement {
  static styles = noteFieldStyle;

  static properties = {
    label: {},
    placeholder: {},
    room: {},
    draft: {},
    about: {},
    initial: {},
    send: {},
    longest: { type: Number },
    files: { type: Number },
    largest: { type: Number },
    asks: { type: Boolean },
    cancellable: { type: Boolean },
    pending: { state: true },
    complaint: { state: true },
    elsewhere: { state: true },
    dropping: { state: true },
  };

  declare label: string;
  declare placeholder: string;
  declare room: string;
  declare draft: string;
  declare about: string;
  declare initial: string;
  declare send: string;
  declare longest: number;
  declare files: number;
  declare largest: number;
  declare asks: boolean;
  declare cancellable: boolean;
  declare pending: boolean;
  declare complaint: string;
  declare elsewhere: string;
  declare dropping: boolean;

  private readonly tray = new FileTray(this);
  private readonly names = new NameList(
    this,
    (beginning, request) => this.tell('note-names', { beginning, request }),
    (name, from, to) => this.put(name, from, to),
  );
  private toldTyping = false;
  /** What the server hears next comes after it has heard where the player is, or words would go to another place. */
  private placed: Promise<unknown> = Promise.resolve();
  private quiet = false;
  /** The caret stayed here when the last note was sent, while the player goes on. */
  private playsOn = false;
  private waiting = 0;
  private sends: Sending[] = [];
  private lastNumber = 0;
  private isSaved = false;

  constructor() {
    super();
    this.label = '';
    this.placeholder = '';
    this.room = '';
    this.draft = '';
    this.about = '';
    this.initial = '';
    this.send = 'Send';
    this.longest = 10_000;
    this.files = 0;
    this.largest = 0;
    this.asks = false;
    this.cancellable = false;
    this.pending = false;
    this.complaint = '';
    this.elsewhere = '';
    this.dropping = false;
  }

  private get area(): HTMLTextAreaElement {
    return this.renderRoot.querySelector('textarea')!;
  }

  /* What the server calls */

  /** These words are saved; the files that were sent with them go to this address. What came since stays. */
  async sent(uploads: string, number: number) {
    const sending = this.answered(number, '');
    if (!sending) return;
    this.isSaved = true;
    if (this.isHere(sending)) this.takeOut(sending);
    else this.forget(sending);
    this.playsOn = this.asks && (this.player?.noteSent?.() ?? false);
    if (uploads) await this.tray.sendTo(uploads, sending.files);
    this.doneIfNothingIsLeft();
  }

  refused(why: string, number: number) {
    this.answered(number, why);
    // Whoever went on to write elsewhere meanwhile stays there.
    const focused = document.activeElement;
    if (focused === document.body || this.contains(focused)) this.focusField();
  }

  offer(request: number, names: Name[]) {
    this.names.offer(request, names);
  }

  /** Puts the caret here without asking where the player is: whoever calls this knows. */
  async focusField() {
    await this.updateComplete;
    this.quiet = true;
    this.area.focus();
    this.quiet = false;
  }

  /* What the page calls */

  /** Begins a note at the current frame. */
  want() {
    this.askPlayer();
    this.focusField();
  }

  take(files: Iterable<File>) {
    if (this.files > 0) this.complaint = this.tray.take(files, this.files, this.largest);
  }

  /* Drafts */

  protected updated(changes: PropertyValues<this>) {
    if (changes.has('room') || changes.has('draft') || changes.has('initial')) {
      this.load();
    } else if (changes.has('about')) {
      this.keep();
    }
  }

  private load() {
    const kept = readDraft(this.room, this.draft);
    this.area.value = kept?.text ?? this.initial ?? '';
    this.toldTyping = false;
    this.complaint = '';
    this.pending = false;
    window.clearTimeout(this.waiting);
    this.elsewhere = this.draftElsewhere();
    this.resize();
    this.tellTyping();
    if (kept) this.resume(kept.about);
  }

  private resume(about: string) {
    this.about = about;
    this.tell('note-draft', { about });
  }

  private keep() {
    const text = this.area.value;
    if (!this.room) return;
    if (!text.trim() || text === this.initial) {
      dropDraft(this.room, this.draft);
    } else if (!keepDraft(this.room, this.draft, text, this.about)) {
      this.complaint = 'This browser keeps no drafts: send before you leave.';
    }
  }

  /** A draft that was begun on another version. */
  private draftElsewhere(): string {
    const isOfAVersion = /^v\d+$/;
    if (!isOfAVersion.test(this.draft)) return '';
    return draftsIn(this.room).find((name) => isOfAVersion.test(name) && name !== this.draft) ?? '';
  }

  private bring() {
    const kept = readDraft(this.room, this.elsewhere);
    dropDraft(this.room, this.elsewhere);
    if (kept) {
      const before = this.area.value;
      this.area.value = before.trim() ? `${before}\n${kept.text}` : kept.text;
      if (!before.trim()) this.resume(kept.about);
    }
    this.elsewhere = this.draftElsewhere();
    this.changed();
    this.focusField();
  }

  private discard() {
    dropDraft(this.room, this.elsewhere);
    this.elsewhere = this.draftElsewhere();
    this.focusField();
  }

  /* Typing */

  private typed() {
    if (this.playsOn) this.askPlayer();
    this.complaint = '';
    this.changed();
    this.names.look(this.area);
  }

  private changed() {
    this.keep();
    this.resize();
    this.tellTyping();
  }

  private tellTyping() {
    const typing = this.area.value.trim() !== '';
    if (typing !== this.toldTyping) {
      this.toldTyping = typing;
      void this.placed.then(() => this.tell('note-typing', { typing }));
    }
  }

  private put(text: string, from: number, to: number) {
    this.area.setRangeText(text, from, to, 'end');
    this.area.focus();
    this.changed();
  }

  private resize() {
    const area = this.area;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 2}px`;
  }

  private press(event: KeyboardEvent) {
    if (this.names.press(event, this.area)) return;
    // On a touch screen there is no Shift+Enter, so Enter is the new line there.
    const sends = event.ctrlKey || event.metaKey || (!event.shiftKey && !event.altKey && !this.isTouched());
    if (event.key === 'Enter' && sends && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.cancellable) this.cancel();
      else this.area.blur();
    }
  }

  private isTouched(): boolean {
    return window.matchMedia('(hover: none) and (pointer: coarse)').matches;
  }

  private submit() {
    if (this.pending) return;
    this.names.close();
    this.complaint = '';
    this.pending = true;
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => {
      this.pending = false;
      this.complaint = 'No answer yet. Your words are kept; send them again, they are saved only once.';
    }, patience);
    const { room, draft } = this;
    const number = ++this.lastNumber;
    // Without an answer it is told as the same note again, whatever the server has made of it.
    const about = this.sends.find((sending) => this.isHere(sending))?.about ?? this.about;
    const text = this.area.value;
    this.sends.push({ number, text, about, files: this.tray.waiting, room, draft });
    void this.placed.then(() => this.tell('note-send', { text, about, number }));
  }

  /** Answers come in order. */
  private answered(number: number, complaint: string): Sending | undefined {
    const sending = this.sends.find((one) => one.number === number);
    this.sends = this.sends.filter((one) => one.number > number);
    if (this.sends.length === 0) {
      window.clearTimeout(this.waiting);
      this.pending = false;
      if (!sending || this.isHere(sending)) this.complaint = complaint;
    }
    return sending;
  }

  private isHere({ room, draft }: Sending): boolean {
    return room === this.room && draft === this.draft;
  }

  private takeOut({ text, about }: Sending) {
    const { area } = this;
    // What was sent again meanwhile waits for the answer to that, and what changes an earlier note is kept whole.
    if (this.sends.length === 0) {
      if (area.value === text) area.value = '';
      else if (about && area.value.startsWith(text)) area.value = area.value.slice(text.length);
    }
    this.toldTyping = false;
    this.changed();
  }

  /** Another draft is shown by now. */
  private forget({ text, room, draft }: Sending) {
    if (readDraft(room, draft)?.text === text) dropDraft(room, draft);
    this.elsewhere = this.draftElsewhere();
  }

  /** Leaves the field; the draft of what stands there is kept. */
  private cancel() {
    // What is on its way cannot be called back, and its answer has to find the field.
    if (!this.pending) this.tell('note-done', {});
  }

  private get player(): Player | null {
    return document.querySelector<Player>('review-player');
  }

  private askPlayer() {
    const { player } = this;
    this.playsOn = false;
    this.placed = this.placed.then(() => player?.wantNote?.()).catch(() => {});
  }

  private entered() {
    if (this.asks && !this.quiet && !this.area.value.trim()) this.askPlayer();
  }

  private left(event: FocusEvent) {
    if (!this.renderRoot.contains(event.relatedTarget as Node | null)) this.names.close();
  }

  /* Files */

  private pasted(event: ClipboardEvent) {
    const data = event.clipboardData;
    // Office programs put a picture of the words beside the words.
    if (!this.files || !data || data.files.length === 0 || data.getData('text/plain')) return;
    event.preventDefault();
    this.take(Array.from(data.files, NoteField.named));
  }

  /** What comes out of the clipboard is always called the same. */
  private static named(file: File): File {
    const moment = new Date().toTimeString().slice(0, 8).replace(/:/g, '-');
    return file.name === 'image.png' ? new File([file], `Pasted ${moment}.png`, { type: file.type }) : file;
  }

  private dragged(event: DragEvent) {
    if (!this.files || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dropping = true;
  }

  private dropped(event: DragEvent) {
    this.dropping = false;
    if (!this.files || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    event.stopPropagation();
    this.take(event.dataTransfer.files);
  }

  private picked(event: Event) {
    const input = event.target as HTMLInputElement;
    this.take(input.files ?? []);
    input.value = '';
    this.focusField();
  }

  private async again(piece: Piece) {
    await this.tray.send(piece);
    this.doneIfNothingIsLeft();
  }

  private without(piece: Piece) {
    const wasOnItsWay = piece.to !== '';
    this.tray.remove(piece);
    if (wasOnItsWay || this.isSaved) this.doneIfNothingIsLeft();
  }

  private doneIfNothingIsLeft() {
    const isLeft = this.tray.pieces.length > 0 || this.area.value.trim() !== '' || this.sends.length > 0;
    if (!isLeft) this.tell('note-done', {});
  }

  private tell(type: string, detail: object) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /* Looks */

  render() {
    const open = this.names.open;
    return html`
      ${this.elsewhere ? this.unsent() : nothing}
      <div
        class="box ${this.dropping ? 'dropping' : ''}"
        @dragover=${this.dragged}
        @dragleave=${() => (this.dropping = false)}
        @drop=${this.dropped}
      >
        <textarea
          rows="2"
          aria-label=${this.label}
          aria-describedby="hint complaint"
          aria-autocomplete="list"
          aria-controls=${open ? 'names' : nothing}
          aria-activedescendant=${open ? `name-${this.names.marked}` : nothing}
          aria-expanded=${open ? 'true' : nothing}
          role=${open ? 'combobox' : nothing}
          placeholder=${this.placeholder}
          maxlength=${this.longest}
          ?readonly=${this.pending}
          @input=${this.typed}
          @keydown=${this.press}
          @click=${() => this.names.look(this.area)}
          @focus=${this.entered}
          @blur=${this.left}
          @paste=${this.pasted}
        ></textarea>
        ${open ? this.offered() : nothing} ${this.tray.pieces.length ? this.pieces() : nothing}
        <div class="foot">
          <span class="options"><slot name="options"></slot></span>
          <span class="buttons">
            ${this.files ? this.attach() : nothing}
            ${this.cancellable
              ? html`<button type="button" class="plain" id="cancel" ?disabled=${this.pending} @click=${this.cancel}>Cancel</button>`
              : nothing}
            <button type="button" class="send" id="send" ?disabled=${this.pending} @click=${this.submit}>
              ${this.pending ? 'Saving…' : this.send}
            </button>
          </span>
        </div>
      </div>
      <div class="complaint" id="complaint" role="alert">${this.complaint}</div>
      <div class="hint" id="hint">Enter sends · Shift+Enter begins a new line</div>
      <div class="for-readers" role="status">${open ? `${this.names.names.length} names, arrow keys choose` : ''}</div>
    `;
  }

  private unsent() {
    return html`<div class="unsent">
      <span>You began a note on ${this.elsewhere} and did not send it.</span>
      <button type="button" class="plain" id="bring" @click=${this.bring}>Bring it here</button>
      <button type="button" class="plain" id="discard" @click=${this.discard}>Discard</button>
    </div>`;
  }

  private offered() {
    return html`<ul class="names" id="names" role="listbox" aria-label="People">
      ${this.names.names.map(
        (name, index) =>
          html`<li
            id="name-${index}"
            role="option"
            aria-selected=${index === this.names.marked}
            @mousedown=${(event: Event) => event.preventDefault()}
            @click=${() => this.names.choose(name, this.area)}
          >
            <span class="display">${name.displayName}</span> <span class="soft">@${name.username}</span>
          </li>`,
      )}
    </ul>`;
  }

  private attach() {
    return html`<button
        type="button"
        class="plain icon"
        id="attach"
        title="Attach files; they can be dropped and pasted, too"
        aria-label="Attach files"
        @click=${() => this.renderRoot.querySelector<HTMLInputElement>('input')!.click()}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M13.2 7.4l-5.3 5.3a3.2 3.2 0 01-4.6-4.6l5.6-5.6a2.1 2.1 0 013 3L6.4 11a1 1 0 01-1.5-1.5l4.9-4.8"
          />
        </svg></button
      ><input type="file" multiple hidden @change=${this.picked} />`;
  }

  private pieces() {
    return html`<ul class="pieces" aria-label="Files">
      ${this.tray.pieces.map((piece) => this.piece(piece))}
    </ul>`;
  }

  private piece(piece: Piece) {
    const percent = Math.round(piece.progress * 100);
    return html`<li class=${piece.trouble ? 'failed' : ''}>
      ${piece.picture ? html`<img src=${piece.picture} alt="" />` : html`<span class="sheet" aria-hidden="true"></span>`}
      <span class="piece-words">
        <span class="piece-name">${piece.name}</span>
        <span class="soft">
          ${piece.trouble || (piece.to ? `${percent} %` : sizeWords(piece.file.size))}
        </span>
        ${piece.to && !piece.trouble
          ? html`<progress max="100" value=${percent} aria-label="${piece.name} is being sent"></progress>`
          : nothing}
      </span>
      ${piece.trouble
        ? html`<button type="button" class="plain" @click=${() => this.again(piece)}>Try again</button>`
        : nothing}
      <button
        type="button"
        class="plain icon"
        title="Remove"
        aria-label="Remove ${piece.name}"
        @click=${() => this.without(piece)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
      </button>
    </li>`;
  }
}

customElements.define('note-field', NoteField);
