/* What the actions of the item page mean to the player. */

import type { PlayerCore } from './player-core';
import type { VideoFrames } from './video-frames';

const acts: Record<string, (player: PlayerCore) => unknown> = {
  note: (player) => player.wantNote(),
  fit: (player) => player.fit(),
  'actual-size': (player) => player.actualSize(),
  fullscreen: (player) => player.toggleFullscreen(),
  'previous-note': (player) => player.goToNote(-1),
  'next-note': (player) => player.goToNote(1),
  'go-to': (player) => player.enterPosition(),
};

const actsOnVideo: Record<string, (frames: VideoFrames, player: PlayerCore) => unknown> = {
  'play-pause': (frames) => (frames.direction === 0 ? frames.play() : frames.pause()),
  stop: (frames) => frames.pause(),
  forward: (frames) => frames.faster(1),
  reverse: (frames) => frames.faster(-1),
  'step-forward': (frames) => frames.step(1),
  'step-back': (frames) => frames.step(-1),
  'ten-forward': (frames) => frames.step(10),
  'ten-back': (frames) => frames.step(-10),
  first: (frames) => frames.seek(frames.range?.first ?? 0),
  last: (frames) => frames.seek(frames.range?.last ?? frames.clock.lastFrame),
  'mark-in': (_, player) => player.mark('first'),
  'mark-out': (_, player) => player.mark('last'),
  'clear-range': (_, player) => player.setRange(null),
  loop: (_, player) => player.toggleLoop(),
  mute: (_, player) => player.toggleMuted(),
};

/** Actions that make no sense while a key is held down. */
const once = new Set(['play-pause', 'stop', 'forward', 'reverse', 'loop', 'mute', 'fullscreen', 'note']);

export function act(player: PlayerCore, frames: VideoFrames | null, action: string, repeated: boolean) {
  if (repeated && once.has(action)) return;
  acts[action]?.(player);
  if (frames) actsOnVideo[action]?.(frames, player);
}
