/* The badge that says whether this browser has proved to show the right frames, and the button that has it prove it. */

import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { Calibration, type Finding, checksInAll } from './calibration';
import { icon } from './player-icons';
import { playerLook } from './player-look';

interface Verdict {
  browser: string;
  checked: number;
  differing: number;
}

const key = 'rushlight.frame-check';

/** Holds for this version of this browser only. */
function remembered(): Verdict | null {
  try {
    const verdict = JSON.parse(localStorage.getItem(key) ?? 'null') as Verdict | null;
    return verdict?.browser === navigator.userAgent ? verdict : null;
  } catch {
    return null;
  }
}

@customElement('frame-check')
export class FrameCheck extends LitElement {
  @state() private verdict = remembered();
  @state() private findings: Finding[] = [];
  @state() private checked = 0;
  @state() private running: Calibration | null = null;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('.screen') private screen!: HTMLElement;

  static styles = [
    playerLook,
    css`
      :host {
        flex: none;
      }

      .badge {
        display: inline-flex;
        gap: 0.375rem;
        height: 1.75rem;
        padding: 0 0.5rem;
        font-size: 0.75rem;
        white-space: nowrap;
      }

      .badge svg {
        width: 1rem;
        height: 1rem;
      }

      .good {
        color: var(--done);
      }

      .bad {
        color: var(--care);
      }

      dialog {
        width: min(30rem, calc(100vw - 2rem));
        padding: 1.25rem 1.5rem;
        border: 1px solid rgb(255 255 255 / 16%);
        border-radius: 10px;
        background: #222;
        color: var(--ink-soft);
        font-size: 0.875rem;
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 55%);
      }

      h2 {
        margin: 0 0 0.5rem;
        color: var(--ink);
        font-size: 1rem;
        font-weight: 600;
      }

      p {
        margin: 0 0 0.75rem;
      }

      .screen {
        display: grid;
        place-items: center;
        height: 4.5rem;
        margin-bottom: 0.75rem;
        border-radius: 6px;
        background: #000;
      }

      .screen[hidden] {
        display: none;
      }

      progress {
        width: 100%;
        height: 0.5rem;
        margin-bottom: 0.5rem;
        accent-color: #82b1ff;
      }

      table {
        width: 100%;
        margin-bottom: 0.75rem;
        border-collapse: collapse;
      }

      td {
        padding: 0.25rem 0;
        border-top: 1px solid var(--edge);
        vertical-align: top;
      }

      td:last-child {
        text-align: end;
      }

      .buttons {
        display: flex;
        justify-content: flex-end;
        gap: 0.5rem;
      }

      .buttons button {
        padding: 0 0.875rem;
        border: 1px solid rgb(255 255 255 / 16%);
        color: var(--ink);
      }
    `,
  ];

  render() {
    return html`
      ${this.badge()}
      <dialog
        aria-labelledby="title"
        @close=${() => this.stop()}
        @keydown=${(event: Event) => event.stopPropagation()}
      >
        <h2 id="title">Does this browser show the right frames?</h2>
        <p>
          Clips at five frame rates carry their frame numbers in the picture. The player is sent to ${checksInAll} places in
          them, by seeking, by stepping and by stopping, and each time the picture is compared with the number it is given.
        </p>
        <div class="screen" ?hidden=${!this.running}></div>
        ${this.running
          ? html`<progress max=${checksInAll} value=${this.checked} aria-label="Frames checked"></progress>`
          : nothing}
        ${this.findings.length > 0 ? this.table() : nothing}
        <p role="status">${this.running ? nothing : this.sentence()}</p>
        <div class="buttons">
          ${this.running ? nothing : html`<button @click=${() => this.start()}>Check again</button>`}
          <button @click=${() => this.dialog.close()}>${this.running ? 'Stop' : 'Close'}</button>
        </div>
      </dialog>
    `;
  }

  private badge() {
    const good = this.verdict?.differing === 0;
    const words = !this.verdict ? 'Check frames' : good ? 'Frame-verified' : 'Frames differ';
    return html`<button
      class="badge ${this.verdict ? (good ? 'good' : 'bad') : ''}"
      title=${this.verdict ? this.sentence() : 'Find out whether this browser shows the right frames'}
      @click=${() => this.open()}
    >
      ${icon(!this.verdict ? 'gauge' : good ? 'check' : 'warning')} <span>${words}</span>
    </button>`;
  }

  private table() {
    return html`<table>
      ${this.findings.map(
        (finding) => html`<tr>
          <td>${finding.rate} fps</td>
          <td>${finding.differing.slice(0, 3).map((difference) => html`<div class="bad">${difference}</div>`)}</td>
          <td>${finding.differing.length} of ${finding.checked} differ</td>
        </tr>`,
      )}
    </table>`;
  }

  private sentence(): string {
    if (!this.verdict) return '';
    const { checked, differing } = this.verdict;
    return differing === 0
      ? `Frame-verified: 0 of ${checked} differ.`
      : `${differing} of ${checked} differ. Take frame numbers with care, and try another browser.`;
  }

  private open() {
    this.dialog.showModal();
    if (!this.verdict) void this.start();
  }

  private stop() {
    this.running?.stop();
    this.running = null;
  }

  private async start() {
    const calibration = new Calibration(this.screen, (checked) => (this.checked = checked));
    this.checked = 0;
    this.findings = [];
    this.running = calibration;
    const findings = await calibration.run();
    this.screen.replaceChildren();
    if (!findings || this.running !== calibration) return;
    this.running = null;
    this.findings = findings;
    this.remember({
      browser: navigator.userAgent,
      checked: findings.reduce((sum, finding) => sum + finding.checked, 0),
      differing: findings.reduce((sum, finding) => sum + finding.differing.length, 0),
    });
  }

  private remember(verdict: Verdict) {
    this.verdict = verdict;
    try {
      localStorage.setItem(key, JSON.stringify(verdict));
    } catch {
      // Then it holds until the page is left.
    }
  }
}
