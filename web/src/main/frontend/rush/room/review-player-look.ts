import { css } from 'lit';

export const reviewPlayerLook = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    container: player / inline-size;
    overflow: hidden;
    background: var(--bar);
  }

  :host(:fullscreen) {
    height: 100%;
    border-radius: 0;
  }

  :host(:fullscreen) .stage {
    max-height: none;
    aspect-ratio: auto;
  }

  .stage {
    position: relative;
    flex: 1 1 auto;
    min-height: 0;
    max-height: var(--stage-height, none);
    aspect-ratio: var(--stage-shape, auto);
    background: var(--ground);
  }

  .ground {
    position: absolute;
    inset: 0;
    overflow: hidden;
    touch-action: pan-y;
  }

  .ground.zoomed {
    touch-action: none;
    cursor: grab;
  }

  .ground.zoomed:active {
    cursor: grabbing;
  }

  .picture {
    position: absolute;
  }

  .picture > video,
  .picture > img {
    position: absolute;
    inset: 0;
    display: block;
    width: 100%;
    height: 100%;
    object-fit: fill;
  }

  .picture > .poster {
    object-fit: contain;
  }

  .picture > .poster[hidden] {
    display: none;
  }

  .picture.near > video,
  .picture.near > img {
    image-rendering: pixelated;
  }

  .picture.loading {
    background: #161616;
  }

  .picture.loading::before {
    position: absolute;
    inset: 0;
    background: linear-gradient(100deg, transparent 30%, rgb(255 255 255 / 5%) 50%, transparent 70%) 0 0 / 200% 100%;
    content: '';
    animation: shimmer 1.6s linear infinite;
  }

  .picture.still-here > video,
  .picture.still-here > .still {
    visibility: hidden;
  }

  .picture.still-here ::slotted([slot='overlay']) {
    visibility: hidden;
  }

  ::slotted([slot='overlay']) {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }

  .trouble {
    position: absolute;
    inset: auto 1rem 1rem;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 0.375rem;
    max-width: 28rem;
    margin: 0 auto;
    padding: 1rem 1.25rem;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: rgb(20 20 20 / 94%);
    text-align: center;
  }

  .stage:not(:has(.poster:not([hidden]))) .trouble {
    inset: 0 1rem;
    height: fit-content;
    margin: auto;
  }

  .trouble strong {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    color: var(--care);
    font-weight: 600;
  }

  .trouble .coming {
    color: var(--ink);
  }

  .on-its-way {
    align-self: stretch;
    height: 4px;
    margin: 0.25rem 0;
    border-radius: 2px;
    background: linear-gradient(90deg, transparent 30%, #ececec 50%, transparent 70%) 0 0 / 200% 100% rgb(255 255 255 / 12%);
    animation: shimmer 1.6s linear infinite;
  }

  .trouble button {
    margin-top: 0.25rem;
    padding: 0 0.875rem;
    border: 1px solid var(--edge);
    color: var(--ink);
  }

  .spinner {
    position: absolute;
    top: calc(50% - 1.25rem);
    left: calc(50% - 1.25rem);
    width: 2.5rem;
    height: 2.5rem;
    border: 3px solid rgb(255 255 255 / 20%);
    border-top-color: #ececec;
    border-radius: 50%;
    pointer-events: none;
    animation: turn 0.9s linear infinite;
  }

  .flags {
    position: absolute;
    top: 0.625rem;
    left: 0.625rem;
    display: flex;
    gap: 0.375rem;
    pointer-events: none;
  }

  .flag {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    padding: 0 0.5rem;
    border-radius: 4px;
    background: rgb(0 0 0 / 78%);
    color: var(--care);
    font-size: 0.75rem;
    line-height: 1.5rem;
    pointer-events: auto;
  }

  .flag svg {
    width: 0.875rem;
    height: 0.875rem;
  }

  review-timeline {
    flex: none;
    border-top: 1px solid var(--edge);
  }

  .bar {
    position: relative;
    display: grid;
    flex: none;
    grid-template-columns: 1fr auto 1fr;
    align-items: center;
    gap: 0.25rem 0.75rem;
    min-height: 3rem;
    padding: 0 0.875rem 0.375rem;
  }

  .bar.still {
    grid-template-columns: 1fr 0 auto;
    padding-top: 0.375rem;
    border-top: 1px solid var(--edge);
  }

  .foot {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
    min-height: 2.25rem;
    padding: 0.125rem 0.875rem;
    border-top: 1px solid var(--edge);
    font-size: 0.75rem;
  }

  ::slotted([slot='facts']) {
    flex: 1;
    min-width: 0;
  }

  :host(:fullscreen) .foot {
    display: none;
  }

  @container player (max-width: 64rem) {
    .bar {
      gap: 0.25rem 0.5rem;
    }
  }

  @container player (max-width: 47rem) {
    .bar:not(.still) {
      grid-template-columns: auto 1fr auto;
    }

    .bar:not(.still) > review-position {
      grid-area: 2 / 1 / 3 / 3;
    }
  }

  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }

  @keyframes shimmer {
    from {
      background-position: 150% 0;
    }

    to {
      background-position: -50% 0;
    }
  }
`;
