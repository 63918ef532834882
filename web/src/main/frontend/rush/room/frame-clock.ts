/*
 * Tells the frames, times and time codes of one medium from each other, as the server does (FrameClock, FrameCounting,
 * Timecode and GoTo in domain/feedback): both are tested with one table of examples, timecode-vectors.json.
 *
 * A frame is a whole number from 0, and the only one of its names that is ever kept.
 */

export interface Rate {
  num: number;
  den: number;
}

/** In what a frame that was found differs from what was asked for, so that it can be said. */
export type Adjustment = 'ROUNDED_UP' | 'OTHER_COUNTING' | 'BEFORE_FIRST' | 'AFTER_LAST';

export const adjustmentWords: Record<Adjustment, string> = {
  ROUNDED_UP: 'Drop-frame time code leaves that number out; this is the next',
  OTHER_COUNTING: 'Read as this clip counts its frames',
  BEFORE_FIRST: 'That is before the first frame',
  AFTER_LAST: 'That is after the last frame',
};

/** The frame that was meant, and what had to be made fit for it. */
export interface Landing {
  frame: number;
  adjustments: Adjustment[];
}

export interface ClockSettings {
  rate: Rate;
  frames: number | null;
  startFrame: number;
  tcStart: string | null;
  dropFrame: boolean;
}

const written = /^(\d{1,2})[:;.](\d{1,2})[:;.](\d{1,2})([:;.])(\d{1,3})$/;
const lastImaginable = 1_000_000_000;

function floorMod(value: number, by: number): number {
  return ((value % by) + by) % by;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Hours, minutes, seconds and frames as SMPTE writes them; the last separator of drop-frame time code is a semicolon. */
export class Timecode {
  constructor(
    readonly hours: number,
    readonly minutes: number,
    readonly seconds: number,
    readonly frames: number,
    readonly dropFrame: boolean,
  ) {}

  /** Reads what has the form of a time code; how many frames a second has is not known here. */
  static parse(text: string): Timecode | null {
    const parts = written.exec(text);
    if (!parts) return null;
    const [hours, minutes, seconds, frames] = [parts[1], parts[2], parts[3], parts[5]].map(Number);
    if (hours > 23 || minutes > 59 || seconds > 59) return null;
    return new Timecode(hours, minutes, seconds, frames, parts[4] !== ':');
  }

  toString(): string {
    const clock = [this.hours, this.minutes, this.seconds].map(twoDigits).join(':');
    return clock + (this.dropFrame ? ';' : ':') + twoDigits(this.frames);
  }
}

/** How time code numbers the frames of a rate. No frame is ever skipped, only numbers are. */
class FrameCounting {
  readonly perSecond: number;
  readonly dropped: number;
  private readonly perMinute: number;
  private readonly perTenMinutes: number;
  readonly perDay: number;

  constructor(rate: Rate, dropFrame: boolean) {
    const rounded = (parts: number) => Math.floor((2 * parts * rate.num + rate.den) / (2 * rate.den));
    this.perSecond = Math.max(1, rounded(1));
    // Only 29.97 and 59.94 frames per second know drop-frame time code.
    const mayDrop = rounded(100) === 2997 || rounded(100) === 5994;
    this.dropped = dropFrame && mayDrop ? Math.floor(this.perSecond / 15) : 0;
    this.perMinute = 60 * this.perSecond - this.dropped;
    this.perTenMinutes = 10 * this.perMinute + this.dropped;
    this.perDay = 24 * 6 * this.perTenMinutes;
  }

  /** After the last time code of a day comes the first. */
  timecode(count: number): Timecode {
    const frame = floorMod(count, this.perDay);
    const tens = Math.floor(frame / this.perTenMinutes);
    const rest = frame % this.perTenMinutes;
    let number = frame + 9 * this.dropped * tens;
    if (rest >= this.dropped) {
      number += this.dropped * Math.floor((rest - this.dropped) / this.perMinute);
    }
    const seconds = Math.floor(number / this.perSecond);
    return new Timecode(
      Math.floor(seconds / 3600),
      Math.floor(seconds / 60) % 60,
      seconds % 60,
      number % this.perSecond,
      this.dropped > 0,
    );
  }

  holds(timecode: Timecode): boolean {
    return timecode.frames < this.perSecond;
  }

  skips(timecode: Timecode): boolean {
    return timecode.frames < this.dropped && timecode.seconds === 0 && timecode.minutes % 10 !== 0;
  }

  count(timecode: Timecode): number {
    const minutes = 60 * timecode.hours + timecode.minutes;
    const frames = this.skips(timecode) ? this.dropped : timecode.frames;
    return (
      (60 * minutes + timecode.seconds) * this.perSecond +
      frames -
      this.dropped * (minutes - Math.floor(minutes / 10))
    );
  }
}

export class FrameClock {
  readonly rate: Rate;
  readonly frames: number | null;
  readonly startFrame: number;
  readonly lastFrame: number;
  readonly dropFrame: boolean;
  private readonly counting: FrameCounting;
  private readonly startCount: number;

  /** What cannot be read as the start time code of this rate counts as midnight. */
  constructor(settings: ClockSettings) {
    this.rate = settings.rate;
    this.frames = settings.frames;
    this.startFrame = settings.startFrame;
    this.lastFrame = settings.frames === null ? lastImaginable : Math.max(settings.frames - 1, 0);
    this.counting = new FrameCounting(settings.rate, settings.dropFrame);
    this.dropFrame = this.counting.dropped > 0;
    const start = Timecode.parse(settings.tcStart ?? '');
    this.startCount = start && this.counting.holds(start) ? this.counting.count(start) : 0;
  }

  /** Where in the grid of frames a time lies: a whole number where a frame begins. */
  position(seconds: number): number {
    return (seconds * this.rate.num) / this.rate.den;
  }

  /** The frame that a player shows who tells this media time. */
  frameAt(seconds: number): number {
    return Math.min(Math.max(Math.round(this.position(seconds)), 0), this.lastFrame);
  }

  /** Where to seek for a frame: to its middle, so that no rounding on the way shows a neighbour. */
  seekTime(frame: number): number {
    return ((2 * frame + 1) * this.rate.den) / (2 * this.rate.num);
  }

  /** When a frame begins; so long do all frames before it last. */
  begin(frame: number): number {
    return (frame * this.rate.den) / this.rate.num;
  }

  sourceFrame(frame: number): number {
    return this.startFrame + frame;
  }

  timecode(frame: number): string {
    return this.counting.timecode(this.startCount + frame).toString();
  }

  /** The frame with this time code; null when no second has that many frames. */
  find(timecode: Timecode): Landing | null {
    if (!this.counting.holds(timecode)) return null;
    const adjustments: Adjustment[] = [];
    if (timecode.dropFrame !== this.dropFrame) adjustments.push('OTHER_COUNTING');
    if (this.counting.skips(timecode)) adjustments.push('ROUNDED_UP');
    const sinceStart = floorMod(this.counting.count(timecode) - this.startCount, this.counting.perDay);
    const beforeStart = this.counting.perDay - sinceStart;
    const isBefore = sinceStart > this.lastFrame && beforeStart <= sinceStart - this.lastFrame;
    const landing = this.land(isBefore ? -beforeStart : sinceStart);
    return { frame: landing.frame, adjustments: [...adjustments, ...landing.adjustments] };
  }

  /** That frame, or the nearest that there is. */
  land(frame: number): Landing {
    if (frame < 0) return { frame: 0, adjustments: ['BEFORE_FIRST'] };
    if (frame > this.lastFrame) return { frame: this.lastFrame, adjustments: ['AFTER_LAST'] };
    return { frame, adjustments: [] };
  }

  /** What was typed to go there: 1044, f43, +10, -5 or 00:00:01:19; null when it is none of these. */
  read(typed: string, current: number): Landing | null {
    const text = typed.trim();
    if (/^[+-]\d{1,10}$/.test(text)) return this.land(current + Number(text));
    if (/^f\d{1,10}$/i.test(text)) return this.land(Number(text.substring(1)));
    if (/^\d{1,10}$/.test(text)) return this.land(Number(text) - this.startFrame);
    const timecode = Timecode.parse(text);
    return timecode && this.find(timecode);
  }
}
