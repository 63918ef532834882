/* Moments in the reader's own zone and in the words of these pages, kept current without asking the server. */

const dateAndTime = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const timeOfDay = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', hourCycle: 'h23' });

function distance(seconds: number): string | undefined {
  if (seconds < 60 * 60) return `${Math.max(1, Math.round(seconds / 60))} min`;
  if (seconds < 24 * 60 * 60) return `${Math.round(seconds / 3600)} h`;
  if (seconds < 14 * 24 * 60 * 60) return `${Math.round(seconds / 86400)} d`;
  return undefined;
}

function since(then: Date): string {
  const seconds = Math.floor((Date.now() - then.getTime()) / 1000);
  if (Math.abs(seconds) < 45) return seconds < 0 ? 'in a moment' : 'just now';
  const far = distance(Math.abs(seconds));
  if (far === undefined) return day.format(then);
  return seconds < 0 ? `in ${far}` : `${far} ago`;
}

class RushMoment extends HTMLElement {
  static observedAttributes = ['at'];

  protected words(at: Date): string {
    return since(at);
  }

  show() {
    const at = new Date(this.getAttribute('at') ?? '');
    if (Number.isNaN(at.getTime())) {
      this.textContent = '';
      return;
    }
    const words = this.words(at);
    if (this.textContent !== words) this.textContent = words;
    this.title = dateAndTime.format(at);
  }

  connectedCallback() {
    this.show();
    shown.add(this);
  }

  disconnectedCallback() {
    shown.delete(this);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.show();
  }
}

class RushTime extends RushMoment {
  protected words(at: Date): string {
    return day.format(at) === day.format(new Date()) ? timeOfDay.format(at) : dateAndTime.format(at);
  }
}

const shown = new Set<RushMoment>();
setInterval(() => shown.forEach((moment) => moment.show()), 20_000);

customElements.define('rush-ago', class extends RushMoment {});
customElements.define('rush-time', RushTime);
