import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bookPieces, openTestTill, type TestTill } from '../../../test/support/test-till.ts';
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
        const { tip } = bookPieces(book.till, pieces, isHistory ? { source: 'INV-1' } : {});
        const amount = Math.abs(pieces) * 45_000;
        if (!isHistory) {
          expected = {
            sales: expected.sales + (pieces >= 0 ? amount : 0),
            refunds: expected.refunds + (pieces < 0 ? amount : 0),
            count: expected.count + 1,
          };
        }
        expect(tip.counters).toEqual(expected);
      }
      expect(await verifyBook(book.till)).toMatchObject({ ok: true });
    }),
    { numRuns: 25 },
  );
});
