import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  bookPieces,
  bookRefund,
  openTestTill,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { verifyBook } from './verify.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

test('after any sales and refunds the counters are the sums of the book', async () => {
  const acts = fc.array(
    fc.record({ pieces: fc.integer({ min: -9, max: 9 }), isHistory: fc.boolean() }),
    { maxLength: 8 },
  );
  let expected = { sales: 0, refunds: 0, count: 0 };
  await fc.assert(
    fc.asyncProperty(acts, async (done) => {
      for (const { pieces, isHistory } of done) {
        const amount = Math.abs(pieces) * 45_000;
        if (isHistory) {
          const { tip } = bookPieces(book.till, pieces, { source: 'INV-1' });
          expect(tip.counters).toEqual(expected);
          continue;
        }
        const { tip, receipt } = bookPieces(book.till, Math.abs(pieces));
        const { sales, refunds, count } = expected;
        expected = { sales: sales + amount, refunds, count: count + 1 };
        expect(tip.counters).toEqual(expected);
        if (pieces >= 0) continue;
        const back = bookRefund(book.till, receipt, -pieces);
        expected = { ...expected, refunds: refunds + amount, count: count + 2 };
        expect(back.tip.counters).toEqual(expected);
      }
      expect(await verifyBook(book.till)).toMatchObject({ ok: true });
    }),
    { numRuns: 25 },
  );
});
