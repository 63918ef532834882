/* Hears of every frame that a video puts on the screen. */

type Hear = (mediaTime: number) => void;

/** Whether browsers tell which frame they show; without it, times are only near the truth. */
export function tellsFrames(video: HTMLVideoElement): boolean {
  return typeof video.requestVideoFrameCallback === 'function';
}

export class PresentedFrames {
  /** Whether the times are those of frames, not of the clock that plays them. */
  readonly exact: boolean;
  /** How many were heard of so far. */
  count = 0;
  private callback = 0;
  private waiting: Array<() => void> = [];

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly hear: Hear,
  ) {
    this.exact = tellsFrames(video);
    if (this.exact) {
      this.listen();
    } else {
      ['loadeddata', 'seeked', 'pause', 'timeupdate'].forEach((name) => video.addEventListener(name, this.look));
    }
  }

  /** True after the next frame was shown, false when none came in time. */
  next(milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const shown = () => {
        window.clearTimeout(timer);
        resolve(true);
      };
      const timer = window.setTimeout(() => {
        this.waiting = this.waiting.filter((other) => other !== shown);
        resolve(false);
      }, milliseconds);
      this.waiting.push(shown);
    });
  }

  stop() {
    if (this.exact) this.video.cancelVideoFrameCallback(this.callback);
    ['loadeddata', 'seeked', 'pause', 'timeupdate'].forEach((name) => this.video.removeEventListener(name, this.look));
  }

  private listen() {
    this.callback = this.video.requestVideoFrameCallback((_, metadata) => {
      this.listen();
      this.tell(metadata.mediaTime);
    });
  }

  private readonly look = () => this.tell(this.video.currentTime);

  private tell(mediaTime: number) {
    this.count++;
    this.hear(mediaTime);
    const waiting = this.waiting;
    this.waiting = [];
    waiting.forEach((shown) => shown());
  }
}
