import { afterEach, beforeEach, expect, test } from 'vitest';
import { rupiah } from '../../../domain/money.ts';
import { backDraft } from '../../../domain/sales/back-draft.ts';
import { allLeft, linesBack } from '../../../domain/sales/standing.ts';
import { HOUR_MS, MINUTE_MS } from '../../../domain/time.ts';
import {
  anId,
  bookPieces,
  bookRefund,
  openTestTill,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { read, write } from '../database/write.ts';
import { bookNumbered } from '../sales/book-sale.ts';
import { readStanding } from '../sales/read-standing.ts';
import { verifyBook } from './verify.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill(); // 23 November 2026, 10:00
});
afterEach(() => book.close());

/** Signs a refund of a sale as of another time, or of another date than it is. */
function signRefund(number: string, change: { atMs?: number; businessDate?: string }): void {
  const { till, clock } = book;
  const standing = read(till, (tx) => readStanding(tx, number));
  const about = { row: 'own', atMs: clock.now, totalRupiah: rupiah(45_000) } as const;
  const by = { cashier: 'kasir-1', approver: null, shift: 1, reason: 'x', change: 0 } as const;
  write(till, (tx) =>
    bookNumbered(tx, till.device, about, (to) =>
      backDraft({
        type: 'refund',
        id: anId(),
        ...to,
        ...by,
        atMs: clock.now,
        businessDate: '2026-11-23',
        sale: standing.sale,
        lines: linesBack(standing, allLeft(standing)),
        tenders: [{ kind: 'cash', amount: 45_000 }],
        ...change,
      }),
    ),
  );
}

const TEN_MS = Date.UTC(2026, 10, 23, 3, 0);
test.each([
  [
    'three minutes before its sale',
    { atMs: TEN_MS - 3 * MINUTE_MS },
    'its clock went back without a record',
  ],
  [
    'the day before its sale',
    { businessDate: '2026-11-22' },
    'its business date is not of its time',
  ],
  [
    'the day after its time',
    { businessDate: '2026-11-24' },
    'its business date is not of its time',
  ],
])('a refund that is dated %s is found, though its till had signed it', async (_, as, reason) => {
  signRefund(bookPieces(book.till, 1).receipt.number, as);

  expect(await verifyBook(book.till)).toEqual({ ok: false, records: 3, firstBad: 4, reason });
});

test.each([-MINUTE_MS, -HOUR_MS, -24 * HOUR_MS, 400 * 24 * HOUR_MS])(
  'a refund after the clock moved by %i ms is right: the journal says so where it was far',
  async (byMs) => {
    const sold = bookPieces(book.till, 1).receipt;
    book.clock.now += byMs;
    bookRefund(book.till, sold, 1);

    expect(await verifyBook(book.till)).toMatchObject({ ok: true });
  },
);

test('a sale after midnight may be of the day before, until the latest cut-off', async () => {
  const sold = bookPieces(book.till, 1).receipt;
  book.clock.now = Date.UTC(2026, 10, 23, 18, 30); // 01:30 in Jakarta
  bookRefund(book.till, sold, 1);

  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});
