import type { Book } from '../database/book.ts';
import { read } from '../database/write.ts';
import { readReceipt, requirePaperRecord } from '../sales/read-receipt.ts';
import { isNextCopy } from './queue-receipt.ts';

/**
 * Whether the next paper of a receipt is a copy; `last` is the newest.
 * @throws LapakError RECEIPT_UNKNOWN, RECEIPT_NONE
 */
export function readNextPaper(
  book: Book,
  { number }: { readonly number: string },
): { isCopy: boolean } {
  return read(book, (tx) => {
    const record = requirePaperRecord(tx, number);
    const { source } = readReceipt(tx, record);
    return { isCopy: isNextCopy(tx, record, source !== '') };
  });
}
