import type { StockChange } from '../../../domain/inventory/contract.ts';
import type { Book } from '../database/book.ts';
import { read } from '../database/write.ts';
import { listStockChanges } from './history-store.ts';

/** What changed the stock of a product, newest first. */
export function readHistory(
  book: Book,
  wanted: { readonly code: string; readonly limit: number },
): StockChange[] {
  return read(book, (tx) => listStockChanges(tx, wanted));
}
