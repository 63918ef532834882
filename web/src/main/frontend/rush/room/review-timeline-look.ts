import { css } from 'lit';

export const reviewTimelineLook = css`
  :host {
    position: relative;
    display: block;
    height: 3rem;
    padding: 0 0.875rem;
    user-select: none;
    -webkit-user-select: none;
  }

  .track {
    position: relative;
    height: 100%;
    border-radius: 4px;
    cursor: pointer;
    touch-action: none;
  }

  .rail {
    position: absolute;
    inset: auto 0 0.5rem;
    height: 0.75rem;
    overflow: hidden;
    border-radius: 3px;
    background: #2a2a2a;
  }

  .ticks {
    position: absolute;
    inset: 0;
    opacity: 0.5;
  }

  .past,
  .marked,
  .span,
  .head,
  .pointed {
    position: absolute;
    pointer-events: none;
  }

  .past {
    inset: 0 auto 0 0;
    background: #4d4d4d;
  }

  .marked {
    bottom: 0.375rem;
    height: 1rem;
    border: solid #d9d9d9;
    border-width: 0 2px;
    border-radius: 2px;
    background: rgb(255 255 255 / 12%);
  }

  .span {
    bottom: 1.375rem;
    height: 3px;
    border-radius: 2px;
    background: var(--tone);
    opacity: 0.75;
  }

  .head {
    bottom: 0.25rem;
    width: 2px;
    height: 1.25rem;
    margin-left: -1px;
    border-radius: 1px;
    background: #fff;
    box-shadow: 0 0 0 1px rgb(0 0 0 / 60%);
  }

  .pointed {
    bottom: 0.5rem;
    width: 1px;
    height: 0.75rem;
    background: #a5a5a5;
  }

  .pin {
    position: absolute;
    bottom: 1.25rem;
    width: 1.5rem;
    min-width: 0;
    height: 1.5rem;
    margin-left: -0.75rem;
    border-radius: 50%;
    color: var(--tone);
  }

  .pin:hover {
    z-index: 1;
    background: none;
    color: var(--tone);
  }

  .pin:hover svg {
    transform: scale(1.3);
  }

  .open {
    --tone: var(--note);
  }

  .blocking {
    z-index: 1;
    --tone: var(--must);
  }

  .resolved {
    --tone: var(--done);
  }

  timeline-preview {
    position: absolute;
    bottom: 100%;
    pointer-events: none;
  }

  timeline-preview[hidden] {
    display: none;
  }
`;
