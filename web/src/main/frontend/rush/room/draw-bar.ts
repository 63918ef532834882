/* The tools for drawing. They say what was chosen, and draw nothing themselves. */

import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { icon, type Sign } from './draw-icons';
import { KeyHints } from './key-hints';
import { colours, css as colour, widths, type DrawPrefs, type Tool } from './draw-prefs';

const tools: { tool: Tool; name: string }[] = [
  { tool: 'pen', name: 'Pen' },
  { tool: 'arrow', name: 'Arrow' },
  { tool: 'box', name: 'Box' },
  { tool: 'ellipse', name: 'Ellipse' },
  { tool: 'text', name: 'Text' },
  { tool: 'eraser', name: 'Eraser: takes whole strokes of yours away' },
];

/** Whoever presses a tool goes on with what they had in hand: the keys still belong to the picture. */
const stay = (event: Event) => event.preventDefault();

export type BarDeed = 'undo' | 'redo' | 'done';

/** Fires `prefs-chosen` with what is different now, and `bar-deed` with one of the deeds. */
export class ReviewDrawBar extends LitElement {
  static properties = {
    prefs: { attribute: false },
    canUndo: { type: Boolean },
    canRedo: { type: Boolean },
    withGhosts: { type: Boolean },
    withFinger: { type: Boolean },
  };

  static styles = css`
    :host {
      display: flex;
      flex: none;
      align-items: center;
      box-sizing: border-box;
      gap: 0.5rem;
      max-width: 100%;
      padding: 0.25rem 0.375rem;
      overflow-x: auto;
      scrollbar-width: none;
      border: 1px solid rgb(255 255 255 / 12%);
      border-radius: 10px;
      background: rgb(24 24 24 / 92%);
      color: #d6d6d6;
      box-shadow: 0 2px 14px rgb(0 0 0 / 45%);
      font-size: 0.75rem;
    }
    .group {
      display: flex;
      flex: none;
    }
    .group + .group {
      padding-inline-start: 0.5rem;
      border-inline-start: 1px solid rgb(255 255 255 / 14%);
    }
    button {
      display: grid;
      place-items: center;
      box-sizing: border-box;
      width: 1.875rem;
      height: 1.875rem;
      padding: 0;
      border: 0;
      border-radius: 6px;
      background: none;
      color: inherit;
      font: inherit;
      cursor: pointer;
    }
    button.colour {
      width: 1.5rem;
    }
    button:hover:not(:disabled) {
      background: rgb(255 255 255 / 10%);
    }
    button[aria-pressed='true'] {
      background: rgb(255 255 255 / 18%);
      color: #fff;
    }
    button:focus-visible {
      outline: 2px solid #82b1ff;
      outline-offset: 1px;
    }
    button:disabled {
      color: #747474;
      cursor: default;
    }
    button.done {
      position: sticky;
      right: 0;
      flex: none;
      width: auto;
      padding: 0 0.625rem;
      background: #2f6fe0;
      box-shadow:
        0 0 0 0.375rem rgb(24 24 24),
        -0.75rem 0 0.75rem rgb(24 24 24);
      color: #fff;
      font-weight: 550;
    }
    button.done:hover {
      background: #3f7dec;
    }
    svg {
      width: 1.125rem;
      height: 1.125rem;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .swatch {
      width: 0.875rem;
      height: 0.875rem;
      border-radius: 50%;
      box-shadow: 0 0 0 1px rgb(0 0 0 / 60%);
    }
    button[aria-pressed='true'] .swatch {
      box-shadow:
        0 0 0 2px #181818,
        0 0 0 4px #fff;
    }
    .dot {
      border-radius: 50%;
      background: currentColor;
    }
    @media (pointer: coarse) {
      button {
        width: 2.25rem;
        height: 2.25rem;
      }
      button.colour {
        width: 1.875rem;
      }
    }
  `;

  declare prefs: DrawPrefs;
  declare canUndo: boolean;
  declare canRedo: boolean;
  declare withGhosts: boolean;
  declare withFinger: boolean;

  constructor() {
    super();
    new KeyHints(this);
  }

  protected firstUpdated(changed: PropertyValues) {
    super.firstUpdated(changed);
    this.setAttribute('role', 'toolbar');
    this.setAttribute('aria-label', 'Drawing');
  }

  render() {
    const { prefs } = this;
    return html`
      <div class="group" role="group" aria-label="Tool" @mousedown=${stay}>
        ${tools.map(({ tool, name }) =>
          this.choice(tool, name, prefs.tool === tool, { tool }, icon(tool as Sign), 'tool'),
        )}
      </div>
      <div class="group" role="group" aria-label="Colour" @mousedown=${stay}>
        ${colours.map(({ name, rgba }, i) =>
          this.choice(
            `colour-${i}`,
            name,
            prefs.colour === i,
            { colour: i },
            html`<span class="swatch" style="background:${colour(rgba)}"></span>`,
            'colour',
          ),
        )}
      </div>
      <div class="group" role="group" aria-label="Width" @mousedown=${stay}>
        ${widths.map(({ name }, i) =>
          this.choice(
            `width-${i}`,
            name,
            prefs.width === i,
            { width: i },
            html`<span class="dot" style="width:${3 + i * 4}px;height:${3 + i * 4}px"></span>`,
            'width',
          ),
        )}
      </div>
      <div class="group" @mousedown=${stay}>
        ${this.deed('undo', 'Undo', !this.canUndo)} ${this.deed('redo', 'Redo', !this.canRedo)}
        ${this.withGhosts
          ? this.toggle('ghosts', 'Show what is unresolved from older versions', prefs.ghosts, {
              ghosts: !prefs.ghosts,
            })
          : nothing}
        ${this.withFinger ? this.toggle('finger', 'Draw with a finger', prefs.finger, { finger: !prefs.finger }) : nothing}
        ${this.choice('move', 'Tools at the bottom', prefs.low, { low: !prefs.low }, icon('move'), '')}
      </div>
      <button
        type="button"
        class="done"
        id="done"
        data-action="draw"
        @mousedown=${stay}
        @click=${() => this.fire('done')}
      >
        Done
      </button>
    `;
  }

  private choice(id: string, name: string, on: boolean, value: Partial<DrawPrefs>, sign: unknown, group: string) {
    return html`<button
      type="button"
      class=${group}
      id=${id}
      title=${name}
      aria-label=${name}
      aria-pressed=${String(on)}
      @click=${() => this.choose(value)}
    >
      ${sign}
    </button>`;
  }

  private toggle(sign: Sign, name: string, on: boolean, value: Partial<DrawPrefs>) {
    return this.choice(sign, name, on, value, icon(sign), '');
  }

  private deed(deed: 'undo' | 'redo', name: string, disabled: boolean) {
    return html`<button
      type="button"
      id=${deed}
      data-action=${deed}
      title=${name}
      aria-label=${name}
      ?disabled=${disabled}
      @click=${() => this.fire(deed)}
    >
      ${icon(deed)}
    </button>`;
  }

  private choose(value: Partial<DrawPrefs>) {
    this.dispatchEvent(new CustomEvent('prefs-chosen', { detail: value }));
  }

  private fire(deed: BarDeed) {
    this.dispatchEvent(new CustomEvent<BarDeed>('bar-deed', { detail: deed }));
  }
}

customElements.define('review-draw-bar', ReviewDrawBar);
