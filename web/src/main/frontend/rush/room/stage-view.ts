/* The picture on its stage: follows the size of both, and what wheel, fingers and buttons do to it. */

import { PictureGestures } from './picture-gestures';
import { PictureView, type Rect } from './picture-view';

/** From this many pixels of the screen for each of the picture's, one wants to see them. */
const closeUp = 3;

export class StageView {
  private readonly view = new PictureView();

  constructor(
    private readonly moved: () => void,
    private readonly clicked: () => void,
  ) {}

  attach(stage: HTMLElement, ground: HTMLElement) {
    new PictureGestures(ground, this.view, this.moved, this.clicked);
    new ResizeObserver(([entry]) => {
      this.view.resizeStage(entry.contentRect);
      this.moved();
    }).observe(stage);
  }

  get rect(): Rect {
    return this.view.rect;
  }

  get style(): Record<string, string> {
    const { left, top, width, height } = this.view.rect;
    return { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
  }

  get isFitted(): boolean {
    return this.view.isFitted;
  }

  get isCloseUp(): boolean {
    return this.screenPixels >= closeUp;
  }

  get percent(): string {
    return `${Math.round(this.screenPixels * 100)}%`;
  }

  /** Begins anew with a picture of this size. */
  expect(width: number, height: number) {
    this.view.fit();
    this.view.resizePicture({ width, height });
  }

  measure(width: number, height: number) {
    this.view.resizePicture({ width, height });
    this.moved();
  }

  fit() {
    this.view.fit();
    this.moved();
  }

  /** One pixel of the picture on one of the screen. */
  actualSize() {
    this.view.zoomTo(1 / window.devicePixelRatio);
    this.moved();
  }

  private get screenPixels(): number {
    return this.view.magnification * window.devicePixelRatio;
  }
}
