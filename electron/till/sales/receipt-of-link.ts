import { LapakError } from '../../../domain/errors.ts';
import { parseReceiptLink } from '../../../domain/journal/receipt-link.ts';
import type { Book } from '../database/book.ts';
import { read } from '../database/write.ts';
import { findPlaced } from '../journal/record-store.ts';
import { findNumber } from './sale-store.ts';

/** What a link is held against. */
interface LinkParts extends Book {
  readonly device: { readonly device: string };
}

/**
 * The number of the receipt that a receipt's QR is of, once the book has that very record.
 * @throws LapakError RECEIPT_LINK_INVALID, RECEIPT_OF_OTHER_TILL, RECEIPT_NOT_IN_BOOK,
 *   RECEIPT_LEAF_DIFFERS
 */
export function receiptOfLink(till: LinkParts, { text }: { text: string }): { number: string } {
  const link = parseReceiptLink(text);
  if (!link) throw new LapakError('RECEIPT_LINK_INVALID', {});
  const { device, epoch, seq, leaf16 } = link;
  if (device !== till.device.device) throw new LapakError('RECEIPT_OF_OTHER_TILL', {});
  return read(till, (tx) => {
    const placed = findPlaced(tx, epoch, seq);
    const number = placed && findNumber(tx, placed.position);
    if (!placed || number === undefined) {
      throw new LapakError('RECEIPT_NOT_IN_BOOK', { mark: `${epoch}.${seq}` });
    }
    if (!placed.leaf.toString('hex').startsWith(leaf16)) {
      throw new LapakError('RECEIPT_LEAF_DIFFERS', { number });
    }
    return { number };
  });
}
