/* The player's symbols, drawn on 20 by 20. */

import { html, svg, type SVGTemplateResult } from 'lit';

const line = (d: string) =>
  svg`<path d=${d} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`;
const solid = (d: string) => svg`<path d=${d} fill="currentColor"/>`;

const drawings = {
  play: solid('M6 3.6v12.8a.6.6 0 0 0 .92.5l9.6-6.4a.6.6 0 0 0 0-1L6.92 3.1A.6.6 0 0 0 6 3.6z'),
  pause: solid('M5.5 3.5h3v13h-3zM11.5 3.5h3v13h-3z'),
  stepBack: svg`${solid('M13.5 5v10l-7-5z')}${line('M5 5v10')}`,
  stepForward: svg`${solid('M6.5 5v10l7-5z')}${line('M15 5v10')}`,
  first: svg`${solid('M16.5 5v10l-6-5zM10.5 5v10l-6-5z')}${line('M3.5 5v10')}`,
  last: svg`${solid('M3.5 5v10l6-5zM9.5 5v10l6-5z')}${line('M16.5 5v10')}`,
  loop: line('M4 9V8a3 3 0 0 1 3-3h8M12.5 2.5 15 5l-2.5 2.5M16 11v1a3 3 0 0 1-3 3H5M7.5 17.5 5 15l2.5-2.5'),
  markIn: line('M9 4H5v12h4M9 10h7'),
  markOut: line('M11 4h4v12h-4M11 10H4'),
  clear: line('M5 5l10 10M15 5 5 15'),
  note: line('M4 4h12v9H9l-3 3v-3H4zM10 6.2v4.6M7.7 8.5h4.6'),
  volume: svg`${solid('M3 7.5h3L10 4v12l-4-3.5H3z')}${line('M12.5 7.5a3.5 3.5 0 0 1 0 5M14.8 5.2a6.8 6.8 0 0 1 0 9.6')}`,
  muted: svg`${solid('M3 7.5h3L10 4v12l-4-3.5H3z')}${line('M13 8l4 4M17 8l-4 4')}`,
  fit: line('M3.5 7V4h3M16.5 7V4h-3M3.5 13v3h3M16.5 13v3h-3M7 8h6v4H7z'),
  fullscreen: line('M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4'),
  window: line('M7.5 3.5v4h-4M12.5 3.5v4h4M7.5 16.5v-4h-4M12.5 16.5v-4h4'),
  check: line('M4 10.5 8 14.5 16 5.5'),
  warning: svg`${line('M10 3.5 17.5 16.5h-15zM10 8.5v3.5')}${line('M10 14.3v.1')}`,
  gauge: line('M3.5 14a7 7 0 1 1 13 0M10 12.5l3-4'),
};

export type IconName = keyof typeof drawings;

export function icon(name: IconName) {
  return html`<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    ${drawings[name] as SVGTemplateResult}
  </svg>`;
}
