/* How loud it is, remembered in this browser. */

const key = 'rushlight.sound';

export class Sound {
  volume = 1;
  muted = false;

  constructor() {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
      if (kept.volume >= 0 && kept.volume <= 1) this.volume = kept.volume;
      this.muted = kept.muted === true;
    } catch {
      // What cannot be read is not missed.
    }
  }

  toggle() {
    this.set(this.volume, !this.muted);
  }

  set(volume: number, muted: boolean) {
    this.volume = volume;
    this.muted = muted;
    try {
      localStorage.setItem(key, JSON.stringify({ volume, muted }));
    } catch {
      // Then it holds until the page is left.
    }
  }

  applyTo(video: HTMLVideoElement) {
    video.volume = this.volume;
    video.muted = this.muted;
  }
}
