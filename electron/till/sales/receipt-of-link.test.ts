import { afterEach, beforeEach, expect, test } from 'vitest';
import { aReceiptLink } from '../../../test/support/receipt-link.ts';
import { bookPieces, openTestTill, type TestTill } from '../../../test/support/test-till.ts';
import { receiptOfLink } from './receipt-of-link.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

test('the QR of a receipt finds it by its place in the journal', () => {
  const { receipt } = bookPieces(book.till, 1);
  bookPieces(book.till, 2);
  const text = aReceiptLink(book.till, receipt);
  expect(receiptOfLink(book.till, { text })).toEqual({ number: receipt.number });
});

test('what is no receipt of this book is refused, and said why', () => {
  const { receipt } = bookPieces(book.till, 1);
  const link = aReceiptLink(book.till, receipt);
  const place = `${receipt.epoch}.${receipt.seq}`;
  const refused = (text: string, error: object) =>
    expect(() => receiptOfLink(book.till, { text })).toThrow(expect.objectContaining(error));

  refused(link.slice(0, -1), { code: 'RECEIPT_LINK_INVALID' });
  refused(link.replace(book.till.device.device, 'f'.repeat(32)), { code: 'RECEIPT_OF_OTHER_TILL' });
  const [later, start] = [`1.${receipt.seq + 1}`, '1.1']; // no record, and one that is no sale
  for (const mark of [later, start]) {
    refused(link.replace(place, mark), { code: 'RECEIPT_NOT_IN_BOOK', data: { mark } });
  }
  const { number } = receipt;
  const false16 = aReceiptLink(book.till, receipt, { leaf16: '0123456789abcdef0123456789abcdef' });
  refused(false16, { code: 'RECEIPT_LEAF_DIFFERS', data: { number } });
});
