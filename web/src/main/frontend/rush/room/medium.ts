/* What the server tells the player: the medium to show, and the notes to mark on its timeline. */

import { FrameClock, type Rate } from './frame-clock';

export interface Medium {
  index: number;
  type: 'VIDEO' | 'IMAGE';
  url: string;
  name: string;
  startFrame: number;
  dropFrame: boolean;
  poster?: string | null;
  rate?: Rate | null;
  frames?: number | null;
  tcStart?: string | null;
  width?: number | null;
  height?: number | null;
}

export interface Pin {
  id: string;
  media: number;
  first: number;
  last: number;
  state: 'OPEN' | 'RESOLVED';
  blocking: boolean;
  author?: string | null;
  /** How it begins; nothing if it is drawn only. */
  words?: string | null;
  carried?: number | boolean | null;
}

/** Frames from the first to the last, both included. */
export interface FrameRange {
  first: number;
  last: number;
}

/** The clock of a medium whose rate is known; the duration tells how many frames there are where nobody did. */
export function clockOf(medium: Medium, duration: number | null): FrameClock | null {
  if (!medium.rate) return null;
  const { num, den } = medium.rate;
  const counted = duration !== null && Number.isFinite(duration) ? Math.round((duration * num) / den) : null;
  return new FrameClock({
    rate: medium.rate,
    frames: medium.frames ?? (counted === null ? null : Math.max(1, counted)),
    startFrame: medium.startFrame,
    tcStart: medium.tcStart ?? null,
    dropFrame: medium.dropFrame,
  });
}
