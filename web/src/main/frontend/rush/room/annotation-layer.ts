/*
 * What is drawn on the picture, and drawing on it. The layer lies over the picture's box as its child in the slot
 * "overlay", so that it moves and grows with it; what it draws is in the picture's own coordinates.
 */

import { LitElement, type PropertyValues } from 'lit';
import { AnnotationActs } from './annotation-acts';
import { annotationControls } from './annotation-controls';
import { AnnotationSheet, type Seen } from './annotation-sheet';
import { layerStyles } from './annotation-styles';
import { DeedOutbox } from './deed-outbox';
import { remember, remembered, type DrawPrefs } from './draw-prefs';
import { DrawingDesk } from './drawing-desk';
import { Hand } from './hand';
import { isOn } from './ink';
import { KeyHints } from './key-hints';
import { Paper } from './paper';
import { PointerMarks } from './pointer-marks';
import type { Step } from './undo-steps';

/** What the layer asks of the element that it lies in. */
interface Player extends HTMLElement {
  frame?: number | null;
  media?: { type: string; rate: unknown } | null;
  range?: { first: number; last: number } | null;
  pause?(): unknown;
  seek?(frame: number): Promise<boolean>;
}

const ghost = 0.4;
const dimmed = 0.25;

/**
 * Fires `drawing-begun {note, media, frame, last}` with the first stroke on some frames, `drawing-saved {note}` once the
 * server has that note, and `drawing-ended {note, empty}` when the next stroke will begin another one.
 */
export class ReviewAnnotations extends LitElement {
  static properties = {
    root: { type: String },
    item: { type: String },
    version: { type: Number },
    media: { type: Number },
    person: { type: String },
    visibility: { type: String },
    readonly: { type: Boolean },
    drawing: { type: Boolean, reflect: true },
    hiding: { type: Boolean, reflect: true },
    prefs: { state: true },
    touch: { state: true },
  };

  static styles = layerStyles;

  /** Below which address strokes are read and written. */
  declare root: string;
  declare item: string;
  declare version: number;
  declare media: number;
  /** Whose strokes are kept in this browser until they are saved. */
  declare person: string;
  /** For whose eyes notes are that drawing begins: TEAM or CLIENT. */
  declare visibility: string;
  declare readonly: boolean;
  declare drawing: boolean;
  declare hiding: boolean;
  declare prefs: DrawPrefs;
  declare touch: boolean;

  sheet?: AnnotationSheet;
  outbox?: DeedOutbox;
  acts?: AnnotationActs;
  readonly paper = new Paper(this);

  private readonly desk = new DrawingDesk(this);
  private readonly marks = new PointerMarks(this);
  private player?: Player;
  private hand?: Hand;
  private focused = '';
  private painting = 0;
  private readonly sizes = new ResizeObserver(() => this.paint());
  private readonly hear = (event: Event) => this.act((event as CustomEvent).detail.action);
  private readonly moved = () => this.paint();
  private readonly shown = () => this.follow();
  private readonly pointed = (event: Event) => this.hover(event as PointerEvent);
  private readonly news = () => {
    this.requestUpdate();
    this.paint();
  };

  constructor() {
    super();
    Object.assign(this, { root: 'annotations', item: '', person: '', version: 0, media: 0, visibility: 'TEAM' });
    Object.assign(this, { readonly: false, drawing: false, hiding: false, touch: false });
    this.prefs = remembered();
    new KeyHints(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.player = this.parentElement as Player;
    document.addEventListener('room-action', this.hear);
    this.player.addEventListener('frame-shown', this.shown);
    this.player.addEventListener('view-changed', this.moved);
    this.player.addEventListener('pointermove', this.pointed);
    window.addEventListener('resize', this.moved);
    this.sizes.observe(this);
    this.requestUpdate('person');
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('room-action', this.hear);
    this.player?.removeEventListener('frame-shown', this.shown);
    this.player?.removeEventListener('view-changed', this.moved);
    this.player?.removeEventListener('pointermove', this.pointed);
    window.removeEventListener('resize', this.moved);
    this.sizes.disconnect();
    this.acts?.close();
    this.outbox?.close();
    this.acts = this.outbox = this.sheet = undefined;
  }

  /** Something about the notes of the item changed: asks for what is different. */
  refresh() {
    void this.sheet?.refresh();
  }

  /** Shows the strokes of a note before all others; of none with an empty id. */
  noteFocus(note: string) {
    this.focused = note;
    this.paint();
  }

  /** The open note was sent: the next stroke begins another one. */
  endDrawing() {
    this.acts?.end();
  }

  protected willUpdate(changed: PropertyValues) {
    const other = (...names: string[]) => names.some((name) => changed.has(name));
    if (this.isConnected && this.person && this.item && (other('person', 'item', 'version', 'media') || !this.sheet)) {
      this.open(other('person'));
    }
  }

  private open(otherPerson: boolean) {
    this.acts?.close();
    if (otherPerson || !this.outbox) {
      this.outbox?.close();
      this.outbox = new DeedOutbox(this.person, this.root);
      this.outbox.addEventListener('changed', this.news);
      void this.outbox.open();
    }
    this.focused = '';
    this.sheet = new AnnotationSheet(this.root, this.item, this.version, this.media, () => this.frame ?? 0);
    this.sheet.addEventListener('changed', this.news);
    const tell = (type: string, detail: unknown) => this.dispatchEvent(new CustomEvent(type, { detail }));
    this.acts = new AnnotationActs(this.sheet, this.outbox, tell, () => this.visibility);
    void this.sheet.refresh();
  }

  protected firstUpdated(changed: PropertyValues) {
    super.firstUpdated(changed);
    this.hand = new Hand(this.piece('surface'), this.desk);
  }

  protected updated() {
    this.paint();
  }

  render() {
    return annotationControls(this);
  }

  piece<T extends HTMLElement>(id: string): T {
    return this.renderRoot.querySelector<T>(`#${id}`)!;
  }

  // What is shown

  /** Nothing where frames cannot be told from each other: a video whose rate nobody knows. */
  get frame(): number | undefined {
    const { frame, media } = this.player ?? {};
    if (media?.type === 'VIDEO' && !media.rate) return undefined;
    return typeof frame === 'number' && Number.isInteger(frame) ? frame : undefined;
  }

  get range() {
    return this.player?.range;
  }

  get seen(): Seen[] {
    if (this.hiding || this.frame === undefined) return [];
    return this.sheet?.on(this.frame).filter((one) => this.prefs.ghosts || one.carriedFrom === undefined) ?? [];
  }

  private follow() {
    if (this.frame !== undefined) this.acts?.shows(this.frame);
    this.requestUpdate();
    this.paint();
  }

  paint() {
    this.painting ||= requestAnimationFrame(() => {
      this.painting = 0;
      if (!this.isConnected || !this.hasUpdated) return;
      const [dry, wet] = [this.piece<HTMLCanvasElement>('dry'), this.piece<HTMLCanvasElement>('wet')];
      this.paper.measure([dry, wet]);
      const { left, top, width, height } = this.paper.shown;
      const frame = this.piece('frame');
      Object.assign(frame.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
      const rubbed = new Set(this.desk.rubbed.map((one) => one.stroke.id));
      this.paper.draw(
        dry,
        this.seen
          .filter(({ stroke }) => !rubbed.has(stroke.id))
          .map((one) => ({ stroke: one.stroke, alpha: this.strength(one) })),
      );
      this.paintWet();
    });
  }

  /** What is being drawn. */
  paintWet() {
    this.piece('frame').classList.toggle('busy', this.isDrawingNow);
    const stroke = this.hand?.stroke;
    this.paper.draw(this.piece('wet'), stroke ? [{ stroke, alpha: 1 }] : []);
  }

  private strength(one: Seen): number {
    const away = this.focused && one.note !== this.focused ? dimmed : 1;
    return away * (one.carriedFrom === undefined ? 1 : ghost);
  }

  hover(event: PointerEvent) {
    if (this.hasUpdated) this.marks.follow(event);
  }

  // What is done

  private act(action: string) {
    if (action === 'draw') this.turn(!this.drawing);
    if (action === 'undo' || action === 'redo') this.step(action);
    if (action === 'hide-annotations') this.hiding = !this.hiding;
  }

  /** Whoever draws looks at what they draw. */
  beginStroke() {
    this.player?.pause?.();
    this.focused = '';
  }

  get isDrawingNow(): boolean {
    return this.hand?.isBusy === true;
  }

  turn(on: boolean) {
    if (this.readonly && on) return;
    this.drawing = on;
    this.hiding = this.hiding && !on;
    if (on) this.player?.pause?.();
    else this.hand?.drop();
  }

  step(action: 'undo' | 'redo') {
    const step: Step | undefined = action === 'undo' ? this.acts?.undo() : this.acts?.redo();
    const stroke = step?.strokes[0];
    if (stroke && this.frame !== undefined && !isOn(stroke, this.frame)) void this.player?.seek?.(stroke.first);
  }

  choose(prefs: Partial<DrawPrefs>) {
    this.prefs = { ...this.prefs, ...prefs };
    remember(this.prefs);
  }
}

customElements.define('review-annotations', ReviewAnnotations);
