import { markOf, type Place } from '../../../domain/sync/place.ts';
import { programStamp, SOFTWARE } from '../journal/notice-clock.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { recoveriesOn } from './standing.ts';
import type { SyncTill } from './sync-till.ts';

/** Recoveries a day: a hub that is ahead again after them hears of two tills with one key. */
const RECOVERIES_MAX = 3;

/**
 * The hub has proven a record of this till that the till itself does not know: the book was set
 * back, or there are two of it. A recovery record opens the next epoch and names the hub's newest,
 * so that no number is used twice; selling goes on.
 * @returns false where that has happened too often today: nothing was written
 */
export function recoverFromHub(till: SyncTill, place: Place): boolean {
  const lost = markOf(place);
  const isWritten = writeJournal(till, (tx, append) => {
    const stamp = programStamp(tx, till.clock());
    if (recoveriesOn(tx, stamp.businessDate) >= RECOVERIES_MAX) return false;
    append({ type: 'recovery', head: { ...stamp, lost }, body: { software: SOFTWARE } });
    return true;
  });
  if (isWritten) {
    till.log.warn(`the hub has records of this device up to ${lost} that this book does not know`);
  }
  return isWritten;
}
