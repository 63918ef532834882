/* What a frame is called: in full for the ear, in short for the eye; only a time where nobody knows the frame rate. */

import { secondsWords } from './review-position';
import type { VideoFrames } from './video-frames';

export function frameWords({ clock, claimed }: VideoFrames, frame: number): string {
  if (!claimed) return secondsWords(clock.begin(frame));
  const range = clock.frames === null ? '' : ` range ${clock.startFrame}–${clock.sourceFrame(clock.lastFrame)},`;
  return `frame ${clock.sourceFrame(frame)},${range} timecode ${clock.timecode(frame)}`;
}

/** What stands for the frame where there is little room, such as 1044. */
export function frameName({ clock, claimed }: VideoFrames, frame: number): string {
  return claimed ? String(clock.sourceFrame(frame)) : secondsWords(clock.begin(frame));
}

export function frameLabel({ clock, claimed }: VideoFrames, frame: number): string {
  if (!claimed) return secondsWords(clock.begin(frame));
  return `${clock.sourceFrame(frame)} · ${clock.timecode(frame)}`;
}
