import { LapakError } from '../../../domain/errors.ts';
import type { SaleTotals } from '../../../domain/sales/contract.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import { read } from '../database/write.ts';
import type { Book } from '../database/book.ts';
import { findReceiptByNumber } from './read-receipt.ts';
import { sumSales } from './sale-store.ts';

/** The receipt with this number, or the newest with `last`. @throws LapakError RECEIPT_UNKNOWN */
export function readReceiptByNumber(book: Book, { number }: { number: string }): Receipt {
  const receipt = read(book, (tx) => findReceiptByNumber(tx, number));
  if (!receipt) throw new LapakError('RECEIPT_UNKNOWN', { number });
  return receipt;
}

/** Sums over the whole book. */
export function readTotals(book: Book): SaleTotals {
  return read(book, sumSales);
}
