/* A changeset to read: its files, how they are shown, and the way from change to change. */

import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import './diff-file';
import type { ReviewDiffFile } from './diff-file';
import type { DiffFile, Thread } from './diff-model';
import { filterField, notesWithoutFile, type State, waiting } from './diff-parts';
import { toolbar } from './diff-toolbar';
import { fileTree, inOrderOfFolders } from './diff-tree';
import { Viewed } from './diff-viewed';
import { Walk } from './diff-walk';
import { Drafts, remember, remembered } from './line-drafts';
import type { LineNotes } from './line-notes';
import { LineTyping } from './line-typing';

const OPEN_AT_ONCE = 12_000;
const VIEW = 'rushlight.diff.view';
const NARROW = 576;

class ReviewDiff extends LitElement {
  static properties = {
    source: {},
    reader: {},
    item: {},
    threads: {},
    mayWrite: { type: Boolean },
    mayBlock: { type: Boolean },
    state: { state: true },
    filter: { state: true },
    sideBySide: { state: true },
    spaces: { state: true },
    said: { state: true },
    complaint: { state: true },
    isNarrow: { state: true },
  };

  declare source: string;
  declare reader: string;
  declare item: string;
  declare threads: string;
  declare mayWrite: boolean;
  declare mayBlock: boolean;
  declare private state: State;
  declare private filter: string;
  declare private sideBySide: boolean;
  declare private spaces: boolean;
  declare private said: string;
  declare private complaint: string;
  declare private isNarrow: boolean;

  private files: DiffFile[] = [];
  private notes: Thread[] = [];
  private known: ReadonlySet<string> = new Set();
  private drafts = new Drafts('');
  private viewed = new Viewed('');
  private readonly typing = new LineTyping(this);
  private readonly walk = new Walk();
  private readonly width = new ResizeObserver(() => (this.isNarrow = this.clientWidth < NARROW));
  private readonly hear = (event: Event) => this.acted(event as CustomEvent<{ action: string }>);

  constructor() {
    super();
    this.threads = '[]';
    this.mayWrite = false;
    this.mayBlock = false;
    this.state = 'loading';
    this.filter = '';
    const view = remembered(VIEW, { sideBySide: false, spaces: false });
    this.sideBySide = view.sideBySide;
    this.spaces = view.spaces;
    this.said = '';
    this.complaint = '';
    this.isNarrow = false;
    this.addEventListener('note-act', (event) => {
      const { name, detail } = (event as CustomEvent<{ name: string; detail: unknown }>).detail;
      this.dispatchEvent(new CustomEvent(name, { detail }));
    });
  }

  protected createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    // Before others hear it: a note on the line that has the focus is written there.
    document.addEventListener('room-action', this.hear, { capture: true });
    this.width.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('room-action', this.hear, { capture: true });
    this.width.disconnect();
  }

  willUpdate(changed: PropertyValues) {
    if (changed.has('reader') || changed.has('item')) {
      this.drafts = new Drafts(`rushlight.draft/${this.reader}/${this.item}/`);
      this.viewed = new Viewed(`rushlight.viewed/${this.reader}/${this.item}`);
    }
    if (changed.has('threads')) {
      this.notes = JSON.parse(this.threads) as Thread[];
      this.complaint = '';
      this.known = new Set(this.notes.flatMap((thread) => [thread.id, ...thread.answers.map((answer) => answer.id)]));
    }
    if (changed.has('sideBySide') || changed.has('spaces')) {
      remember(VIEW, { sideBySide: this.sideBySide, spaces: this.spaces });
    }
  }

  updated(changed: PropertyValues) {
    if (changed.has('source') && this.source) void this.load();
    if ((changed.has('state') || changed.has('mayWrite')) && this.state === 'shown' && this.mayWrite) this.openDrafts();
    if (changed.has('threads')) this.querySelector<LineNotes>('.without-file')?.settle(this.known);
  }

  private async load() {
    this.state = 'loading';
    try {
      const answer = await fetch(new URL(this.source, document.baseURI), { headers: { Accept: 'application/json' } });
      if (!answer.ok) {
        this.state = answer.status === 404 ? 'gone' : 'failed';
        return;
      }
      this.files = inOrderOfFolders(((await answer.json()) as { files: DiffFile[] }).files);
      this.state = 'shown';
    } catch {
      this.state = 'failed';
    }
  }

  /** What was typed before and not sent is where it was; what was sent after all is forgotten. */
  private openDrafts() {
    this.drafts.places().forEach((place) => {
      const isWritten = this.known.has(this.drafts.read(place)?.id ?? '');
      if (isWritten) this.drafts.write(place, undefined);
      const [, line, path] = /^line\/(\d+)\/(.*)$/s.exec(place) ?? [];
      if (!path || isWritten) return;
      void this.fileOf(path)
        ?.reveal()
        .then((lines) => lines?.compose(Number(line), undefined, false));
    });
  }

  // For the server

  /** Brings a line into view. */
  async show(path: string, line: number) {
    this.filter = '';
    await this.updateComplete;
    const file = this.fileOf(path);
    const lines = await file?.reveal();
    if (!lines?.showLine(line)) file?.focusHead();
  }

  /** Nothing can be read here any more; what is being typed stays to be copied. */
  close() {
    this.typing.keep();
    this.files = [];
    this.notes = [];
    this.state = 'closed';
  }

  refused(id: string, why: string) {
    const lost = this.querySelector<LineNotes>('.without-file');
    const isShown = this.everyFile().some((file) => file.refused(id, why)) || lost?.refused(id, why);
    if (!isShown) this.complaint = why;
  }

  // Moving

  private everyFile(): ReviewDiffFile[] {
    return [...this.querySelectorAll<ReviewDiffFile>('review-diff-file')];
  }

  private shownFiles(): ReviewDiffFile[] {
    return this.everyFile().filter((file) => !file.hidden);
  }

  private fileOf(path: string): ReviewDiffFile | undefined {
    return this.everyFile().find((known) => known.file.path === path || known.file.oldPath === path);
  }

  private toChange(step: 1 | -1) {
    void this.walk.toChange(this.shownFiles(), step).then((where) => (this.said = where));
  }

  private toFile(step: 1 | -1) {
    this.said = this.walk.toFile(this.shownFiles(), step);
  }

  private acted(event: CustomEvent<{ action: string }>) {
    const acts: Record<string, () => unknown> = {
      note: () => this.shownFiles().some((file) => file.shownLines?.composeAtFocus()),
      'step-forward': () => this.toChange(1),
      'step-back': () => this.toChange(-1),
      'ten-forward': () => this.toFile(1),
      'ten-back': () => this.toFile(-1),
    };
    const act = acts[event.detail.action];
    if (act && act() !== false) event.stopImmediatePropagation();
  }

  private choose(file: DiffFile) {
    const shown = this.fileOf(file.path);
    if (shown && !shown.viewed) shown.isOpen = true;
    shown?.focusHead();
  }

  private view(file: DiffFile, isViewed: boolean) {
    this.viewed.tick(file, isViewed);
    const shown = this.fileOf(file.path);
    if (shown) shown.isOpen = !isViewed;
    this.requestUpdate();
  }

  // Drawing

  private matching(): DiffFile[] {
    const words = this.filter.toLowerCase().split(/\s+/).filter(Boolean);
    return this.files.filter((file) => words.every((word) => file.path.toLowerCase().includes(word)));
  }

  private threadsOf(file: DiffFile): Thread[] {
    return this.notes.filter((thread) => thread.path === file.path || thread.path === file.oldPath);
  }

  private list(files: DiffFile[]) {
    const listed = files.map((file) => ({
      file,
      viewed: this.viewed.has(file),
      openNotes: this.threadsOf(file).filter((thread) => thread.state === 'OPEN').length,
    }));
    const filter = this.files.length > 3 ? filterField(this.filter, (typed) => (this.filter = typed)) : nothing;
    return html`<nav class="diff-list" aria-label="Files">
      ${filter}
      ${files.length ? fileTree(listed, (file) => this.choose(file)) : html`<p class="diff-empty">No file matches.</p>`}
    </nav>`;
  }

  private shown() {
    if (!this.files.length) return html`<p class="diff-empty">This changeset came without files.</p>`;
    const files = this.matching();
    const matching = new Set(files);
    let open = 0;
    const tools = {
      files: this.files,
      viewed: this.files.filter((file) => this.viewed.has(file)).length,
      sideBySide: this.sideBySide,
      spaces: this.spaces,
      said: files.length ? this.said : 'No file matches',
      toFile: (step: 1 | -1) => this.toFile(step),
      toChange: (step: 1 | -1) => this.toChange(step),
      show: ({ sideBySide, spaces }: { sideBySide: boolean; spaces: boolean }) => {
        this.sideBySide = sideBySide;
        this.spaces = spaces;
      },
    };
    return html`${toolbar(tools)}
      <p class="diff-complaint" role="alert">${this.complaint || nothing}</p>
      <div class="diff-columns">
        ${this.files.length > 1 ? this.list(files) : nothing}
        <div class="diff-files">
          ${notesWithoutFile(this.files, this.notes, this.mayWrite, this.drafts)}
          ${repeat(
            this.files,
            (file) => file,
            (file) => {
              open += (file.hunks ?? []).reduce((sum, hunk) => sum + hunk.lines.length, 0);
              return this.fileElement(file, !matching.has(file), open <= OPEN_AT_ONCE);
            },
          )}
        </div>
      </div>`;
  }

  private fileElement(file: DiffFile, isHidden: boolean, mayOpen: boolean) {
    const isViewed = this.viewed.has(file);
    return html`<review-diff-file
      ?hidden=${isHidden}
      .file=${file}
      .drafts=${this.drafts}
      .mayWrite=${this.mayWrite}
      .mayBlock=${this.mayBlock}
      .known=${this.known}
      .threads=${this.threadsOf(file)}
      .viewed=${isViewed}
      .changedSince=${this.viewed.hadAnother(file)}
      .sideBySide=${this.sideBySide && !this.isNarrow}
      .spaces=${this.spaces}
      .startsOpen=${mayOpen && !isViewed}
      @file-viewed=${(event: CustomEvent<boolean>) => this.view(file, event.detail)}
    ></review-diff-file>`;
  }

  render() {
    if (this.state === 'closed') return this.typing.toCopy();
    return this.state === 'shown' ? this.shown() : waiting(this.state, () => this.load());
  }
}

customElements.define('review-diff', ReviewDiff);
