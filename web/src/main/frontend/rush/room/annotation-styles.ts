import { css } from 'lit';

/* Over pictures everything is dark, whatever the theme. */
export const layerStyles = css`
  :host {
    display: block;
    pointer-events: none;
    user-select: none;
    -webkit-user-select: none;
  }
  canvas,
  #surface,
  #words,
  #ring,
  #who,
  .frame {
    position: absolute;
  }
  canvas {
    pointer-events: none;
  }
  #surface,
  #words {
    inset: 0;
  }
  :host([drawing]) #surface {
    cursor: none;
    pointer-events: auto;
    touch-action: none;
  }
  :host([drawing]) #surface[data-tool='text'] {
    cursor: text;
  }
  :host([drawing]) #surface:is([data-tool='arrow'], [data-tool='box'], [data-tool='ellipse']) {
    cursor: crosshair;
  }
  .words {
    position: absolute;
    box-sizing: content-box;
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 0;
    outline: 1px dashed rgb(255 255 255 / 80%);
    outline-offset: 3px;
    background: rgb(0 0 0 / 30%);
    resize: none;
    white-space: pre;
    pointer-events: auto;
    user-select: text;
    -webkit-user-select: text;
  }
  #ring {
    top: 0;
    left: 0;
    width: 0;
    height: 0;
    pointer-events: none;
  }
  #ring::before {
    position: absolute;
    top: calc(var(--ring) / -2);
    left: calc(var(--ring) / -2);
    box-sizing: border-box;
    width: var(--ring);
    height: var(--ring);
    border: 1px solid #fff;
    border-radius: 50%;
    box-shadow:
      0 0 0 1px rgb(0 0 0 / 65%),
      inset 0 0 0 1px rgb(0 0 0 / 40%);
    content: '';
  }
  #who {
    top: -1.875rem;
    left: 0.75rem;
    padding: 0.125rem 0.5rem;
    border-radius: 4px;
    background: rgb(16 16 16 / 90%);
    color: #ececec;
    font-size: 0.75rem;
    line-height: 1.375rem;
    white-space: nowrap;
  }
  [hidden] {
    display: none !important;
  }
  .frame {
    display: flex;
    flex-direction: column;
    align-items: center;
    box-sizing: border-box;
    gap: 0.375rem;
    padding: 0.625rem;
    overflow: hidden;
  }
  .frame.low {
    flex-direction: column-reverse;
  }
  .frame.busy > * {
    opacity: 0.35;
    pointer-events: none;
  }
  review-draw-bar,
  .chip,
  .corner {
    pointer-events: auto;
    transition: opacity 0.12s;
  }
  .corner {
    display: flex;
    flex: none;
    gap: 0.25rem;
    align-self: flex-end;
  }
  .gap {
    flex: 1;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.375rem;
    min-width: 2rem;
    height: 2rem;
    padding: 0 0.5rem;
    border: 1px solid rgb(255 255 255 / 12%);
    border-radius: 6px;
    background: rgb(24 24 24 / 80%);
    color: #d6d6d6;
    font: inherit;
    font-size: 0.75rem;
    font-weight: 550;
    cursor: pointer;
  }
  button:hover {
    background: rgb(48 48 48 / 92%);
    color: #fff;
  }
  button:focus-visible {
    outline: 2px solid #82b1ff;
    outline-offset: 1px;
  }
  button svg {
    width: 1.125rem;
    height: 1.125rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .chip {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.5rem;
    align-self: flex-start;
    max-width: 100%;
    box-sizing: border-box;
    padding: 0.1875rem 0.625rem;
    border-radius: 6px;
    background: rgb(24 24 24 / 92%);
    color: #d6d6d6;
    font-size: 0.75rem;
    line-height: 1.25rem;
    overflow-wrap: anywhere;
  }
  .chip::before {
    flex: none;
    width: 0.4375rem;
    height: 0.4375rem;
    border-radius: 50%;
    background: var(--tone);
    content: '';
  }
  .chip button {
    flex: none;
    min-width: 0;
    height: 1.5rem;
  }
  .good {
    --tone: #4fc78d;
  }
  .busy {
    --tone: #82b1ff;
  }
  .care {
    --tone: #f0a04b;
  }
  .bad {
    --tone: #f4747a;
  }
  @media (pointer: coarse) {
    button {
      min-width: 2.5rem;
      height: 2.5rem;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    review-draw-bar,
    .chip,
    .corner {
      transition: none;
    }
  }
`;
