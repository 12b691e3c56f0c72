import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  BATCH_CHARACTERS_MAX,
  BATCH_RECORDS_MAX,
  type WireRecord,
} from '../../../domain/sync/contract.ts';
import type { Place } from '../../../domain/sync/place.ts';
import { leafOf } from '../../../node/crypto/signing.ts';
import type { Book } from '../database/book.ts';
import { read } from '../database/write.ts';
import { type OutgoingRecord, outgoingFrom } from './outgoing-store.ts';
import { findDetailsAfter } from './sent-store.ts';

/** Records read in one look, heads alone and with bodies: between two a sale has its turn. */
const [HEADS_STEP, BODIES_STEP] = [50, 10];

/** Contiguous records that are sent together: of all the details go along, or of none. */
export interface Batch {
  readonly records: WireRecord[];
  /** Positions in the journal. */
  readonly first: number;
  readonly last: number;
  /** Of the last record, as the hub will know it: by the bytes that are sent. */
  readonly place: Place;
  readonly hasDetails: boolean;
}

/**
 * Reads the records from a position on that fit into one batch, at least one.
 * @param limit most records; the hub's bound where that is less
 * @returns undefined where there is nothing from there on
 */
export async function readBatch(
  book: Book,
  position: number,
  limit = BATCH_RECORDS_MAX,
): Promise<Batch | undefined> {
  const after = read(book, findDetailsAfter);
  const hasDetails = after !== undefined && position > after;
  // What was written before the owner shared details goes in a batch of its own.
  const most = after === undefined || hasDetails ? limit : Math.min(limit, after - position + 1);
  const records: WireRecord[] = [];
  let last: OutgoingRecord | undefined;
  let characters = 0;
  for (let isWhole = false; !isWhole; ) {
    const step = Math.min(hasDetails ? BODIES_STEP : HEADS_STEP, most - records.length);
    const from = position + records.length;
    const found = read(book, (tx) => outgoingFrom(tx, from, { limit: step, hasDetails }));
    isWhole = found.length < step || records.length + found.length === most;
    for (const record of found) {
      characters += lengthOf(record);
      if (characters > BATCH_CHARACTERS_MAX && last) {
        isWhole = true;
        break;
      }
      records.push(asWire(record));
      last = record;
    }
    if (!isWhole) await nextTurn();
  }
  if (!last) return undefined;
  const { epoch, seq, head } = last;
  const leaf = leafOf(Buffer.from(head.toString('utf8'))).toString('hex');
  const place = { epoch, seq, leaf };
  return { records, first: position, last: last.position, place, hasDetails };
}

/** At most as many characters as bytes. */
function lengthOf({ head, body }: OutgoingRecord): number {
  return head.length + (body?.length ?? 0);
}

function asWire({ epoch, seq, head, body, signature }: OutgoingRecord): WireRecord {
  return {
    epoch,
    seq,
    head: head.toString('utf8'),
    signature: signature.toString('base64'),
    ...(body ? { body: body.toString('utf8') } : {}),
  };
}
