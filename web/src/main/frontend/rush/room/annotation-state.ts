/* What became of the strokes drawn here, in a few words. */

import type { DeedOutbox } from './deed-outbox';
import type { Deed } from './deed-shelf';

export interface Said {
  words: string;
  tone: 'good' | 'busy' | 'care' | 'bad';
  /** The first that the server does not want. */
  refused?: Deed;
}

function strokes(count: number): string {
  return count === 1 ? '1 stroke' : `${count} strokes`;
}

function count(deeds: Deed[]): number {
  return deeds.filter((deed) => deed.kind !== 'take-back').reduce((sum, deed) => sum + deed.strokes.length, 0);
}

export function said(outbox: DeedOutbox, item: string): Said {
  const refused = outbox.deeds.find((deed) => deed.refused !== undefined && deed.item === item);
  if (refused) return { words: `Refused: ${refused.refused}`, tone: 'bad', refused };
  const waiting = outbox.deeds.filter((deed) => deed.refused === undefined);
  if (waiting.length === 0) return { words: 'Saved', tone: 'good' };
  const kept = count(waiting) > 0 ? strokes(count(waiting)) : 'changes';
  const where = outbox.lasting ? 'kept here' : 'kept in this page only, so leave it open';
  switch (outbox.word) {
    case 'offline':
      return { words: `Offline: ${kept} ${where}`, tone: 'care' };
    case 'signed-out':
      return { words: `Signed out: ${kept} ${where} until you sign in again`, tone: 'care' };
    default:
      return { words: 'Saving…', tone: 'busy' };
  }
}
