/* Counts seconds down on this browser's own clock, so that a server clock that differs does no harm. */

class RushCountdown extends HTMLElement {
  static observedAttributes = ['milliseconds'];

  private end = 0;
  private timer = 0;

  connectedCallback() {
    // Else whatever reads the surroundings aloud would read every second.
    this.setAttribute('role', 'timer');
    this.setAttribute('aria-live', 'off');
    this.start();
  }

  disconnectedCallback() {
    window.clearTimeout(this.timer);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.start();
  }

  private start() {
    this.end = performance.now() + Number(this.getAttribute('milliseconds') ?? 0);
    this.tick();
  }

  private tick() {
    window.clearTimeout(this.timer);
    const left = this.end - performance.now();
    this.textContent = `${Math.max(0, Math.ceil(left / 1000))} s`;
    if (left <= 0) {
      this.dispatchEvent(new CustomEvent('over'));
    } else {
      this.timer = window.setTimeout(() => this.tick(), left % 1000 || 1000);
    }
  }
}

customElements.define('rush-countdown', RushCountdown);
