import {
  type ChainCheck,
  type ChainCrypto,
  checkRecord,
  type RecordCheck,
} from '../../../domain/journal/check-record.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { type PlacedRecord, spanOfRecords } from './record-store.ts';

/** What a record that is whole gives. */
export type WholeRecord = Exclude<RecordCheck, { readonly reason: string }>;

/** Checks a record as it lies in the book: a changed byte can turn a BLOB into another cell. */
export function checkPlaced(
  stored: PlacedRecord,
  chain: ChainCheck,
  crypto: ChainCrypto,
): RecordCheck {
  const cells: unknown[] = [stored.head, stored.body, stored.leaf, stored.signature];
  if (!cells.every(Buffer.isBuffer)) return { reason: 'its cells are not of their kind' };
  return checkRecord(stored, chain, crypto);
}

/** The same, for those who go no further. @throws LapakError DATABASE_DAMAGED naming the record */
export function assertPlaced(
  tx: Tx,
  stored: PlacedRecord,
  chain: ChainCheck,
  crypto: ChainCrypto,
): WholeRecord {
  const check = checkPlaced(stored, chain, crypto);
  if (!('reason' in check)) return check;
  throw damagedBook(tx, `journal record ${stored.epoch}.${stored.seq}: ${check.reason}`);
}

/**
 * Positions are 1, 2, 3 … without a gap: SQLite itself would number on after any hole.
 * @returns the newest
 * @throws LapakError DATABASE_DAMAGED
 */
export function assertPositions(tx: Tx): number {
  const { first, newest, records } = spanOfRecords(tx);
  if (first === 1 && newest === records) return newest; // at least the start
  throw damagedBook(tx, `the journal has ${records} records from position ${first} to ${newest}`);
}

/** @param detail English, for the log and the auditor */
export function damagedBook({ dataDir }: Book, detail: string): LapakError {
  return new LapakError('DATABASE_DAMAGED', { dataDir, detail });
}
