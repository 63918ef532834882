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

/** Such as "Maria Silva, frame 1044, blocks approval: hand clips the door…". */
export function pinName(pin: Pin, name: (frame: number) => string): string {
  const facts = [
    pin.author || 'Note',
    pin.last > pin.first ? `frames ${name(pin.first)} to ${name(pin.last)}` : `frame ${name(pin.first)}`,
  ];
  if (pin.carried) facts.push(typeof pin.carried === 'number' ? `from v${pin.carried}` : 'from an older version');
  if (pin.state === 'RESOLVED') facts.push('resolved');
  else if (pin.blocking) facts.push('blocks approval');
  return `${facts.join(', ')}: ${pin.words || 'a drawing'}`;
}

/** The nearest pin after a frame, or before it. */
export function nextPin(pins: Pin[], frame: number, direction: 1 | -1): Pin | undefined {
  return [...pins]
    .sort((one, other) => direction * (one.first - other.first))
    .find((pin) => direction * (pin.first - frame) > 0);
}
