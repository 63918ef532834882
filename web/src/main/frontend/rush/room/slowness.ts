/* Says when one waits for a video so long that it should be seen. */

const unnoticed = 300;

export class Slowness {
  shows = false;
  private timer = 0;

  constructor(private readonly changed: () => void) {}

  follow(video: HTMLVideoElement) {
    ['loadstart', 'waiting', 'seeking'].forEach((name) => video.addEventListener(name, () => this.begin()));
    ['playing', 'seeked', 'loadeddata', 'canplay', 'pause', 'emptied', 'error'].forEach((name) => video.addEventListener(name, () => this.end()));
  }

  end() {
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.show(false);
  }

  private begin() {
    this.timer ||= window.setTimeout(() => this.show(true), unnoticed);
  }

  private show(shows: boolean) {
    if (this.shows === shows) return;
    this.shows = shows;
    this.changed();
  }
}
