/* What the parts of the player have in common: dark neutral greys whatever the theme, buttons, focus. */

import { css } from 'lit';

export const playerLook = css`
  :host {
    --ink: #ececec;
    --ink-soft: #b4b4b4;
    --ink-faint: #8e8e8e;
    --ground: #0a0a0a;
    --bar: #181818;
    --edge: rgb(255 255 255 / 10%);
    --over: rgb(255 255 255 / 8%);
    --lit: rgb(255 255 255 / 14%);
    --note: #82b1ff;
    --must: #f4747a;
    --done: #4fc78d;
    --care: #f0a04b;
    color: var(--ink-soft);
    font-family: inherit;
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  button,
  select,
  input {
    color: inherit;
    font: inherit;
    font-variant-numeric: inherit;
  }

  button {
    display: inline-grid;
    place-items: center;
    min-width: 2rem;
    height: 2rem;
    padding: 0;
    border: 0;
    border-radius: 6px;
    background: none;
    color: var(--ink-soft);
    cursor: pointer;
    touch-action: manipulation;
  }

  button:hover {
    background: var(--over);
    color: var(--ink);
  }

  button[aria-pressed='true'] {
    background: var(--lit);
    color: var(--ink);
  }

  button:disabled {
    color: #5f5f5f;
    background: none;
    cursor: default;
  }

  svg {
    display: block;
  }

  :focus-visible {
    outline: 2px solid #82b1ff;
    outline-offset: 1px;
  }

  .for-readers {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0s !important;
      transition: none !important;
    }
  }
`;
