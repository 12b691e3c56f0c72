import { formatCode } from '../../../domain/enrolment/code.ts';
import type { SyncReceipt } from '../../../domain/sync/till-contract.ts';
import { markOf } from '../../../domain/sync/place.ts';
import { hubKeyName } from '../../../node/crypto/keys.ts';
import type { Book } from '../database/book.ts';
import { read } from '../database/write.ts';
import { findCursor } from './cursor.ts';
import { findHub } from './hub-store.ts';
import { countLeft, enrolledAt, newestReceipt, sharingChosenAt } from './receipt-store.ts';

/** What of this till is with its hub, and since when it goes there. */
export function readReceipt(book: Book): SyncReceipt {
  return read(book, (tx) => {
    const [cursor, hub] = [findCursor(tx), findHub(tx)];
    return {
      enrolledAtMs: enrolledAt(tx) ?? null,
      hubKey: hub ? formatCode(hubKeyName(hub.publicKey)) : null,
      sharingAtMs: sharingChosenAt(tx) ?? null,
      left: countLeft(tx),
      stored: cursor
        ? {
            mark: markOf(cursor.place),
            receipt: newestReceipt(tx, cursor.position) ?? null,
            records: cursor.size,
            others: cursor.size - cursor.position,
            checkpoint: cursor.checkpoint,
            atMs: cursor.reportedAtMs,
          }
        : null,
    };
  });
}
