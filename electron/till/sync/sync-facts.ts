import { readHead } from '../../../domain/journal/check-head.ts';
import type { SyncFacts } from '../../../domain/sync/status.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { refusedItems } from '../down/item-store.ts';
import { programStamp } from '../journal/notice-clock.ts';
import { newestPlace } from '../journal/record-store.ts';
import { findAnew } from './anew-store.ts';
import { findCursor } from './cursor.ts';
import { findHub } from './hub-store.ts';
import { headAt } from './outgoing-store.ts';
import { recoveriesOn } from './standing.ts';

/** What the book says of how far it has reported. */
export type BookFacts = Omit<SyncFacts, 'isTried' | 'trouble'>;

/** What the book says of how far it has reported. @throws LapakError CLOCK_WRONG */
export function readFacts(tx: Tx, nowMs: UtcMs): BookFacts {
  const cursor = findCursor(tx);
  const sentAtMs = cursor?.reportedAtMs ?? null;
  const anew = findAnew(tx);
  const sent = (anew ?? cursor)?.position ?? 0;
  const records = (newestPlace(tx)?.position ?? 0) - sent;
  const hub = findHub(tx) ?? null;
  const today = programStamp(tx, nowMs).businessDate;
  const sinceMs = records === 0 ? null : waitingSince(tx, sent + 1, sentAtMs);
  const isRecovered = recoveriesOn(tx, today) > 0;
  const tellsTooMuch = refusedItems(tx) > 0;
  const hasForgotten = anew !== undefined;
  return { hub, records, sinceMs, sentAtMs, isRecovered, hasForgotten, tellsTooMuch };
}

/** A sale of another system is dated as it was, long before it could be sent. */
function waitingSince(tx: Tx, position: number, sentAtMs: UtcMs | null): UtcMs | null {
  const head = headAt(tx, position);
  if (!head) return null;
  const read = readHead(head.toString('utf8'));
  // One that cannot be read, of a later version or damaged, has waited since the last was sent.
  return read.kind === 'head' ? Math.max(read.head.at, sentAtMs ?? 0) : sentAtMs;
}
