/* Where on the stage the picture lies: fitted, or enlarged and moved. Pure geometry, in CSS pixels. */

export interface Size {
  width: number;
  height: number;
}

export interface Rect extends Size {
  left: number;
  top: number;
}

const largest = 32;

export class PictureView {
  private stage: Size = { width: 0, height: 0 };
  private picture: Size = { width: 16, height: 9 };
  /** Null while the picture is fitted into the stage, however large that becomes. */
  private scale: number | null = null;
  private x = 0;
  private y = 0;

  get isFitted(): boolean {
    return this.scale === null;
  }

  get magnification(): number {
    return this.scale ?? this.fitting;
  }

  get rect(): Rect {
    const width = this.picture.width * this.magnification;
    const height = this.picture.height * this.magnification;
    return {
      left: (this.stage.width - width) / 2 + this.x,
      top: (this.stage.height - height) / 2 + this.y,
      width,
      height,
    };
  }

  resizeStage(stage: Size) {
    this.stage = stage;
    this.keepInside();
  }

  resizePicture(picture: Size) {
    if (picture.width <= 0 || picture.height <= 0) return;
    this.picture = picture;
    this.keepInside();
  }

  fit() {
    this.scale = null;
    this.x = 0;
    this.y = 0;
  }

  /** Makes the picture larger or smaller; smaller than the stage it does not become, but fitted. */
  zoomBy(factor: number, atX: number, atY: number) {
    const scale = this.magnification * factor;
    if (factor >= 1 || scale > this.fitting) {
      this.zoomTo(scale, atX, atY);
    } else {
      this.fit();
    }
  }

  /** Gives the picture this many CSS pixels for each of its own; what is at the point of the stage stays there. */
  zoomTo(scale: number, atX = this.stage.width / 2, atY = this.stage.height / 2) {
    const before = this.rect;
    const fresh = Math.min(Math.max(scale, 1 / largest), largest);
    const grown = fresh / this.magnification;
    this.scale = fresh;
    this.x = atX - (atX - before.left) * grown - (this.stage.width - before.width * grown) / 2;
    this.y = atY - (atY - before.top) * grown - (this.stage.height - before.height * grown) / 2;
    this.keepInside();
  }

  pan(x: number, y: number) {
    if (this.isFitted) return;
    this.x += x;
    this.y += y;
    this.keepInside();
  }

  private get fitting(): number {
    const { width, height } = this.stage;
    return width > 0 && height > 0 ? Math.min(width / this.picture.width, height / this.picture.height) : 1;
  }

  /** A part of the picture always stays on the stage. */
  private keepInside() {
    const { width, height } = this.rect;
    const beyondX = Math.max(0, (width + this.stage.width) / 2 - Math.min(64, width / 2));
    const beyondY = Math.max(0, (height + this.stage.height) / 2 - Math.min(64, height / 2));
    this.x = Math.min(Math.max(this.x, -beyondX), beyondX);
    this.y = Math.min(Math.max(this.y, -beyondY), beyondY);
  }
}
