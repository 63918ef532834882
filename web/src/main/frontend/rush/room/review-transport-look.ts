import { css } from 'lit';

export const reviewTransportLook = css`
  :host {
    display: contents;
  }

  .group {
    display: flex;
    align-items: center;
    gap: 0.125rem;
  }

  .centre {
    justify-content: center;
  }

  .right {
    justify-content: flex-end;
  }

  .play {
    min-width: 2.5rem;
    height: 2.5rem;
    border-radius: 50%;
    background: var(--lit);
    color: var(--ink);
  }

  .play:hover {
    background: rgb(255 255 255 / 22%);
  }

  .gap {
    width: 0.5rem;
  }

  .pace {
    min-width: 2.25rem;
    color: var(--ink);
    text-align: center;
  }

  select {
    width: 3.125rem;
    height: 2rem;
    padding: 0;
    appearance: none;
    text-align: center;
    text-align-last: center;
    border: 0;
    border-radius: 6px;
    background: none;
    cursor: pointer;
  }

  select:hover {
    background: var(--over);
  }

  option {
    background: #222;
  }

  .zoom {
    min-width: 3rem;
  }

  .volume {
    width: 4.5rem;
    height: 1.5rem;
    margin: 0 0.375rem 0 0;
    accent-color: #b4b4b4;
    cursor: pointer;
  }

  .dropped {
    padding-inline: 0.375rem;
    color: var(--care);
    white-space: nowrap;
  }

  @container player (max-width: 64rem) {
    .pace,
    .volume {
      display: none;
    }
  }

  @container player (max-width: 47rem) {
    .centre {
      grid-area: 1 / 1 / 2 / 3;
      justify-content: flex-start;
    }

    .right {
      display: contents;
    }

    .ends {
      grid-area: 1 / 3;
      justify-content: flex-end;
    }

    .tools {
      grid-area: 2 / 3;
      justify-content: flex-end;
    }

    .dropped {
      position: absolute;
      right: 0.875rem;
      bottom: 100%;
    }
  }

  @container player (max-width: 34rem) {
    button {
      min-width: 2.375rem;
      height: 2.375rem;
    }

    .play {
      min-width: 2.75rem;
      height: 2.75rem;
    }

    .wide {
      display: none;
    }
  }
`;
