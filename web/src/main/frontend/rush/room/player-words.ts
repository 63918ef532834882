/* What the player says over the picture. */

import { html, nothing } from 'lit';
import type { Medium } from './medium';
import { icon } from './player-icons';
import type { VideoFrames } from './video-frames';

/** The medium could not be loaded: the last known poster stays, and everything beside it goes on working. */
export function trouble(type: Medium['type'], again: () => void) {
  return html`<div class="trouble" role="status">
    <strong>${icon('warning')} The ${type === 'VIDEO' ? 'video' : 'image'} cannot be shown</strong>
    <span>
      Its server does not answer from here, or this browser does not know the format. You can still read, vote and look at
      other versions.
    </span>
    <button @click=${again}>Try again</button>
  </div>`;
}

/** The medium may still be on its way. */
export function coming(type: Medium['type'], again: () => void) {
  return html`<div class="trouble" role="status">
    <strong class="coming">The ${type === 'VIDEO' ? 'video' : 'image'} is not here yet</strong>
    <div class="on-its-way" role="presentation"></div>
    <span>
      It may still be rendered or copied, and opens by itself once its server gives it. If it stays away, it may be in a
      format that this browser does not know.
    </span>
    <button @click=${again}>Look now</button>
  </div>`;
}

/** Why the numbers are to be taken with care. */
export function flags(frames: VideoFrames | null) {
  if (!frames?.isReady || !frames.claimed) return nothing;
  return html`<div class="flags">
    ${frames.exact
      ? nothing
      : flag('Approximate', 'This browser does not say which frame it shows: the picture may be a frame or two away.')}
    ${frames.offGrid
      ? flag(
          'Not on the frame grid',
          'The frames of this file do not come at the rate that it was submitted with: frame numbers may be wrong.',
        )
      : nothing}
  </div>`;
}

function flag(words: string, why: string) {
  return html`<span class="flag" title=${why}>${icon('warning')} ${words}</span>`;
}
