/* Notes as marks on the timeline: state by shape as well as by colour. */

import { svg, type SVGTemplateResult, html } from 'lit';
import type { Pin } from './medium';

export interface PinShape {
  tone: 'open' | 'blocking' | 'resolved';
  drawing: unknown;
}

const shapes = {
  open: 'M8 3.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z',
  blocking: 'M8 2.2 13.8 8 8 13.8 2.2 8z',
  resolved: 'M3.5 8.2 6.8 11.5 12.8 4.8',
};

function drawn(tone: PinShape['tone'], carried: boolean): SVGTemplateResult {
  const hollow = carried || tone === 'resolved';
  return svg`<path d=${shapes[tone]} stroke="currentColor" stroke-width=${tone === 'resolved' ? 2 : 1.5}
    stroke-linejoin="round" stroke-linecap="round" fill=${hollow ? 'none' : 'currentColor'}
    stroke-dasharray=${carried && tone !== 'resolved' ? '2.4 2' : 'none'}/>`;
}

/** A disc is an open note, a diamond one that blocks, a tick a resolved one; dashed ones came along from older versions. */
export function pinShape(pin: Pin): PinShape {
  const tone = pin.state === 'RESOLVED' ? 'resolved' : pin.blocking ? 'blocking' : 'open';
  return {
    tone,
    drawing: html`<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">${drawn(tone, Boolean(pin.carried))}</svg>`,
  };
}

export function pinName(pin: Pin, label: (frame: number) => string): string {
  const words = [pin.state === 'RESOLVED' ? 'Resolved note' : pin.blocking ? 'Open note that blocks' : 'Open note'];
  if (pin.author) words.push(`by ${pin.author}`);
  words.push(pin.last > pin.first ? `on frames ${label(pin.first)} to ${label(pin.last)}` : `on frame ${label(pin.first)}`);
  if (pin.carried) words.push(typeof pin.carried === 'number' ? `from v${pin.carried}` : 'from an older version');
  return words.join(' ');
}

/** The nearest pin after a frame, or before it. */
export function nextPin(pins: Pin[], frame: number, direction: 1 | -1): Pin | undefined {
  return [...pins]
    .sort((one, other) => direction * (one.first - other.first))
    .find((pin) => direction * (pin.first - frame) > 0);
}
