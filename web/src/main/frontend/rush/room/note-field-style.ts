/* How the field for a note looks; it is drawn with the colours of the theme. */

import { css } from 'lit';

export const noteFieldStyle = css`
  :host {
    display: block;
    position: relative;
    font-size: 0.8125rem;
    line-height: 1.45;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  .box {
    position: relative;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
  }

  .box:focus-within {
    border-color: transparent;
    outline: 2px solid var(--focus);
    outline-offset: -1px;
  }

  .box.dropping {
    border-style: dashed;
    border-color: var(--accent);
    background: color-mix(in srgb, var(--accent) 10%, var(--surface));
  }

  textarea {
    display: block;
    box-sizing: border-box;
    width: 100%;
    min-height: 3.25rem;
    max-height: 40vh;
    padding: 0.5rem 0.625rem;
    border: 0;
    outline: 0;
    background: none;
    color: var(--text);
    font: inherit;
    font-size: 0.875rem;
    resize: none;
  }

  textarea::placeholder {
    color: var(--text-faint);
    opacity: 1;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.375rem;
    padding: 0.25rem 0.375rem 0.375rem;
  }

  .options,
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.125rem;
  }

  .buttons {
    flex-wrap: nowrap;
    margin-inline-start: auto;
  }

  button {
    min-width: 1.75rem;
    min-height: 1.75rem;
    padding: 0 0.625rem;
    border: 0;
    border-radius: 4px;
    font: inherit;
    font-weight: 500;
    cursor: pointer;
  }

  button:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }

  .plain {
    background: none;
    color: var(--text-soft);
  }

  .plain:hover {
    background: var(--press);
    color: var(--text);
  }

  .icon {
    display: inline-grid;
    place-items: center;
    padding: 0;
  }

  svg {
    width: 1rem;
    height: 1rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .send {
    background: var(--accent-fill);
    color: var(--on-accent);
  }

  .send:hover {
    background: var(--accent-fill-hover);
  }

  .send:disabled {
    opacity: 0.7;
    cursor: progress;
  }

  .hint {
    visibility: hidden;
    height: 1.125rem;
    margin-top: 0.125rem;
    overflow: hidden;
    color: var(--text-faint);
    font-size: 0.75rem;
    text-align: end;
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  :host(:focus-within) .hint {
    visibility: visible;
  }

  @media (hover: none) and (pointer: coarse) {
    .hint {
      display: none;
    }

    button {
      min-height: 2.25rem;
    }
  }

  .complaint:not(:empty) {
    margin-top: 0.375rem;
    padding: 0.375rem 0.625rem;
    border-radius: var(--radius);
    background: color-mix(in srgb, var(--bad) 12%, transparent);
    color: var(--bad);
  }

  .unsent {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.25rem;
    margin-bottom: 0.5rem;
    padding: 0.25rem 0.25rem 0.25rem 0.625rem;
    border-radius: var(--radius);
    background: color-mix(in srgb, var(--care) 12%, transparent);
  }

  .unsent span {
    flex: 1 1 10rem;
    padding: 0.125rem 0;
  }

  .names {
    position: absolute;
    z-index: 10;
    right: 0.25rem;
    left: 0.25rem;
    max-height: 16rem;
    margin: 0;
    padding: 0.25rem;
    overflow-y: auto;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--overlay);
    box-shadow: var(--shadow);
    list-style: none;
  }

  .names li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    padding: 0.3125rem 0.5rem;
    border-radius: 4px;
    cursor: pointer;
  }

  .names li[aria-selected='true'] {
    background: var(--press);
    box-shadow: inset 2px 0 0 var(--accent);
  }

  .display {
    color: var(--text);
    font-weight: 550;
  }

  .soft {
    color: var(--text-soft);
  }

  .pieces {
    display: flex;
    flex-direction: column;
    gap: 0.25rem;
    margin: 0;
    padding: 0.25rem 0.625rem;
    list-style: none;
  }

  .pieces li {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }

  .pieces img,
  .sheet {
    flex: none;
    box-sizing: border-box;
    width: 2.5rem;
    height: 1.875rem;
    border: 1px solid var(--line);
    border-radius: 3px;
    background: var(--press);
    object-fit: cover;
  }

  .piece-words {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    min-width: 0;
  }

  .piece-name {
    overflow-wrap: anywhere;
  }

  .failed .soft {
    color: var(--bad);
  }

  progress {
    width: 100%;
    height: 0.25rem;
    accent-color: var(--accent-fill);
  }

  .for-readers {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
