import type { Receipt } from '../../../domain/sales/receipt.ts';
import { receiptOf } from '../../../domain/sales/record.ts';
import type { Tx } from '../database/run.ts';
import { readRecord } from '../journal/read-record.ts';
import { findRecordByNumber, findRecordByUuid } from './sale-store.ts';

/** The receipt of a record, as it was signed. */
export function readReceipt(tx: Tx, position: number): Receipt {
  return receiptOf(readRecord(tx, position, 'sale', 'refund'));
}

/** The receipt of a client-made id, if that order was booked. */
export function findReceiptByUuid(tx: Tx, uuid: string): Receipt | undefined {
  const record = findRecordByUuid(tx, uuid);
  return record === undefined ? undefined : readReceipt(tx, record);
}

/** The first receipt of a cart that had these ids, one after another; behind it others begin. */
export function findFirstReceipt(tx: Tx, ids: readonly string[]): Receipt | null {
  const [receipt = null] = ids.flatMap((id) => findReceiptByUuid(tx, id) ?? []);
  return receipt;
}

/** The receipt with this number, or the newest with `last`. */
export function findReceiptByNumber(tx: Tx, number: string): Receipt | undefined {
  const record = findRecordByNumber(tx, number);
  return record === undefined ? undefined : readReceipt(tx, record);
}
