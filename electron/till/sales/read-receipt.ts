import { LapakError } from '../../../domain/errors.ts';
import { saleTypes } from '../../../domain/journal/sale-types.ts';
import { LAST_RECEIPT, LAST_TRAINING, type Receipt } from '../../../domain/sales/receipt.ts';
import { anyReceiptOf } from '../../../domain/sales/training.ts';
import type { Tx } from '../database/run.ts';
import { readRecord } from '../journal/read-record.ts';
import { findRecordByNumber, findRecordByUuid } from './sale-store.ts';
import { findTrainingByNumber, findTrainingByUuid } from './training-store.ts';

/** The receipt of a record, as it was signed. */
export function readReceipt(tx: Tx, position: number): Receipt {
  return anyReceiptOf(readRecord(tx, position, ...saleTypes, 'training'));
}

/** The receipt of a client-made id, if that order was booked. */
export function findReceiptByUuid(tx: Tx, uuid: string): Receipt | undefined {
  const record = findRecordByUuid(tx, uuid) ?? findTrainingByUuid(tx, uuid);
  return record === undefined ? undefined : readReceipt(tx, record);
}

/** The first receipt of a cart that had these ids, one after another; behind it others begin. */
export function findFirstReceipt(tx: Tx, ids: readonly string[]): Receipt | null {
  const [receipt = null] = ids.flatMap((id) => findReceiptByUuid(tx, id) ?? []);
  return receipt;
}

/**
 * The place in the journal of the receipt with this number, or of the newest with `last`. Of
 * training there is none: nothing comes back of what was never sold.
 * @throws LapakError RECEIPT_UNKNOWN, RECEIPT_NONE
 */
export function requireReceiptRecord(tx: Tx, number: string): number {
  const record = findRecordByNumber(tx, number);
  if (record !== undefined) return record;
  if (number === LAST_RECEIPT || number === LAST_TRAINING) throw new LapakError('RECEIPT_NONE', {});
  throw new LapakError('RECEIPT_UNKNOWN', { number });
}

/**
 * The same for paper, which training has too; its newest is `last-training`.
 * @throws LapakError RECEIPT_UNKNOWN, RECEIPT_NONE
 */
export function requirePaperRecord(tx: Tx, number: string): number {
  return findTrainingByNumber(tx, number) ?? requireReceiptRecord(tx, number);
}

/** The receipt of a number, as it was signed. @throws LapakError RECEIPT_UNKNOWN, RECEIPT_NONE */
export function requireReceipt(tx: Tx, number: string): Receipt {
  return readReceipt(tx, requireReceiptRecord(tx, number));
}
