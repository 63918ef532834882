/* Reads the number that every frame of the clips of web/src/frame-check carries in its picture. */

const bar = 16;
const bits = 9;
const line = 16;

export class FrameCode {
  private readonly canvas = document.createElement('canvas');
  private readonly context = this.canvas.getContext('2d', { willReadFrequently: true })!;

  constructor() {
    this.canvas.width = (bits + 3) * bar;
    this.canvas.height = 1;
  }

  /** The number of the frame that the video shows; null when there is no readable one. */
  read(video: HTMLVideoElement): number | null {
    this.context.drawImage(video, 0, -line);
    const pixels = this.context.getImageData(0, 0, this.canvas.width, 1).data;
    const light = (index: number) => pixels[4 * (index * bar + bar / 2)];
    const between = (light(0) + light(1)) / 2;
    if (light(0) - light(1) < 60) return null;
    let number = 0;
    let ones = 0;
    for (let index = 0; index <= bits; index++) {
      const one = light(index + 2) > between ? 1 : 0;
      ones += one;
      if (index < bits) number += one << index;
    }
    return ones % 2 === 0 ? number : null;
  }
}
