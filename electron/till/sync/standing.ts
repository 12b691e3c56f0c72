import { readHead } from '../../../domain/journal/check-head.ts';
import type { RecordHead } from '../../../domain/journal/record.ts';
import { isAfter, parseMark, type Place } from '../../../domain/sync/place.ts';
import { leafOf } from '../../../node/crypto/signing.ts';
import type { Tx } from '../database/run.ts';
import { newestPlace } from '../journal/record-store.ts';
import { epochOpener, recordAt } from './outgoing-store.ts';

/**
 * How a place that the hub names stands to the journal: in it; of what a recovery of this journal
 * names as lost; or of what nobody here knows, so that the hub knows more than the till.
 */
export type Standing =
  | { readonly kind: 'ours'; readonly position: number }
  | { readonly kind: 'lost' }
  | { readonly kind: 'ahead' };

/** Newest recoveries that are looked at. */
const RECOVERIES_MAX = 100;

/** How a place stands to the journal. */
export function standingOf(tx: Tx, place: Place): Standing {
  const own = recordAt(tx, place);
  if (own && isSame(own, place)) return { kind: 'ours', position: own.position };
  const isLost = recoveries(tx).some(({ lost }) => {
    return lost !== undefined && !isAfter(place, parseMark(lost));
  });
  return { kind: isLost ? 'lost' : 'ahead' };
}

/** The hub has it as it was signed; or as its bytes were by the time that they were sent. */
function isSame({ head, leaf }: { head: Buffer; leaf: Buffer }, place: Place): boolean {
  return [leaf, leafOf(Buffer.from(head.toString('utf8')))].some(
    (known) => known.toString('hex') === place.leaf,
  );
}

/** How many recoveries the journal has of a business date. */
export function recoveriesOn(tx: Tx, date: string): number {
  return recoveries(tx).filter(({ businessDate }) => businessDate === date).length;
}

type Recovery = Extract<RecordHead, { type: 'recovery' }>;

/** The recoveries of the journal, the newest first: each is the first record of its epoch. */
function recoveries(tx: Tx): Recovery[] {
  const found: Recovery[] = [];
  let epoch = newestPlace(tx)?.epoch ?? 0;
  while (epoch > 0 && found.length < RECOVERIES_MAX) {
    const opener = epochOpener(tx, epoch);
    if (!opener) break;
    const read = readHead(opener.head.toString('utf8'));
    if (read.kind === 'head' && read.head.type === 'recovery') found.push(read.head);
    epoch = opener.epoch - 1;
  }
  return found;
}
