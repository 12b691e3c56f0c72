import type { SaleTotals } from '../../../domain/sales/contract.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import { read } from '../database/write.ts';
import type { Book } from '../database/book.ts';
import type { TillNews } from '../news.ts';
import { requireReceipt } from './read-receipt.ts';
import { findRecordByNumber, sumSales } from './sale-store.ts';

/**
 * The receipt with this number, or the newest with `last`.
 * @throws LapakError RECEIPT_UNKNOWN, RECEIPT_NONE
 */
export function readReceiptByNumber(book: Book, { number }: { number: string }): Receipt {
  return read(book, (tx) => requireReceipt(tx, number));
}

/** Sums over the whole book. */
export function readTotals(book: Book): SaleTotals {
  return read(book, sumSales);
}

/** The place of the newest sale in the journal now, and of each that is booked; 0 is none. */
export function watchSales(till: Book & { readonly news: TillNews }, signal?: AbortSignal) {
  const now = () => ({ newest: read(till, (tx) => findRecordByNumber(tx, 'last')) ?? 0 });
  return till.news.sales.watch(() => [now()], signal);
}
