/* Fetches the beginning of what will be looked at next, once there is nothing else to load. */

const images = /\.(avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$/i;

export class Prefetch {
  private kept: HTMLVideoElement | HTMLImageElement | null = null;
  private url: string | null = null;

  fetch(url: string) {
    if (url === this.url) return;
    this.url = url;
    if (images.test(new URL(url, document.baseURI).pathname)) {
      this.kept = new Image();
    } else {
      const video = document.createElement('video');
      video.preload = 'auto';
      video.muted = true;
      this.kept = video;
    }
    this.kept.src = url;
  }
}
