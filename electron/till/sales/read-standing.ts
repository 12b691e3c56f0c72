import { saleTypes } from '../../../domain/journal/sale-types.ts';
import type { Standing } from '../../../domain/sales/standing.ts';
import { markOf } from '../../../domain/sync/place.ts';
import type { Tx } from '../database/run.ts';
import { readRecord } from '../journal/read-record.ts';
import { requireReceiptRecord } from './read-receipt.ts';
import { listBacks } from './sale-store.ts';

/**
 * The sale with this receipt number, its place in the journal, and what has come back of it.
 * @throws LapakError RECEIPT_UNKNOWN, RECEIPT_NONE
 */
export function readStanding(tx: Tx, number: string): Standing & { readonly position: number } {
  const position = requireReceiptRecord(tx, number);
  const sale = readRecord(tx, position, ...saleTypes);
  const backs = listBacks(tx, markOf(sale.head));
  return { position, sale, backs: backs.map((record) => readRecord(tx, record, ...saleTypes)) };
}
