/* The signs on the tools for drawing: lines on a grid of 20. */

import { html, svg, type TemplateResult } from 'lit';

const signs = {
  draw: svg`<path d="M4 16l.8-3.4L13.2 4.2a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.4 15.2z M11.8 5.6l2.6 2.6" />`,
  pen: svg`<path d="M3 14.5c2-6 4.5-8.5 6-7s-2.5 6 -.5 6.5 3-4.5 4.5-4 .5 3.5 4 2.5" />`,
  arrow: svg`<path d="M4 16L15.5 4.5 M8.5 4.5h7v7" />`,
  box: svg`<rect x="3.5" y="5" width="13" height="10" rx="1" />`,
  ellipse: svg`<ellipse cx="10" cy="10" rx="7" ry="5.5" />`,
  text: svg`<path d="M4.5 6V4.5h11V6 M10 4.5v11 M7.8 15.5h4.4" />`,
  eraser: svg`<path d="M8 15.5L3.7 11.2a1 1 0 0 1 0-1.4L10 3.5a1 1 0 0 1 1.4 0l4.6 4.6a1 1 0 0 1 0 1.4L10 15.5z M6.8 6.7l6 6 M8 15.5h8.5" />`,
  undo: svg`<path d="M7 4.5L3.5 8 7 11.5 M3.5 8H12a4 4 0 0 1 0 8H8" />`,
  redo: svg`<path d="M13 4.5L16.5 8 13 11.5 M16.5 8H8a4 4 0 0 0 0 8h4" />`,
  ghosts: svg`<path d="M4.5 16V9a5.5 5.5 0 0 1 11 0v7l-1.9-1.6L11.8 16 10 14.4 8.2 16l-1.8-1.6z" /><path d="M8 8.8v.4 M12 8.8v.4" />`,
  finger: svg`<path d="M8 11V4.8a1.3 1.3 0 0 1 2.6 0V9l3.6.8a1.5 1.5 0 0 1 1.2 1.7l-.5 2.9A2.5 2.5 0 0 1 12.4 16.5H9.8a2.5 2.5 0 0 1-2-1L5 11.7a1.2 1.2 0 0 1 1.9-1.4z" />`,
  move: svg`<path d="M3.5 4.5h13v11h-13z M3.5 7.5h13 M10 9.5v4 M8.3 11.8L10 13.5l1.7-1.7" />`,
  done: svg`<path d="M4 10.5l4 4 8-9" />`,
  seen: svg`<path d="M2.5 10s2.8-5 7.5-5 7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5z" /><circle cx="10" cy="10" r="2.2" />`,
  hidden: svg`<path d="M3.5 16.5l13-13 M5.2 6.7A13 13 0 0 0 2.5 10s2.8 5 7.5 5c1 0 1.9-.2 2.7-.5 M8 5.3A7 7 0 0 1 10 5c4.7 0 7.5 5 7.5 5a13 13 0 0 1-2.3 2.9" />`,
};

export type Sign = keyof typeof signs;

export function icon(sign: Sign): TemplateResult {
  return html`<svg viewBox="0 0 20 20" aria-hidden="true">${signs[sign]}</svg>`;
}
