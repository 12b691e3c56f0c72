import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CashCount, denominations, normalizeCount, piecesOf, sumCount } from './cash-count.ts';

const counts = fc
  .uniqueArray(
    fc.record({
      valueRupiah: fc.constantFrom(...denominations),
      pieces: fc.integer({ min: 0, max: 100_000 }),
    }),
    { selector: ({ valueRupiah }) => valueRupiah },
  )
  .map((count) => CashCount.parse(count));

test('a count comes to what its pieces are worth', () => {
  const count = CashCount.parse([
    { valueRupiah: 50_000, pieces: 3 },
    { valueRupiah: 500, pieces: 7 },
  ]);
  expect(sumCount(count)).toBe(153_500);
  expect([piecesOf(count, 500), piecesOf(count, 200)]).toEqual([7, 0]);
});

test('a value that stands in a count twice, or is no money, is refused', () => {
  const twice = [
    { valueRupiah: 500, pieces: 1 },
    { valueRupiah: 500, pieces: 1 },
  ];
  expect(CashCount.safeParse(twice).success).toBe(false);
  expect(CashCount.safeParse([{ valueRupiah: 300, pieces: 1 }]).success).toBe(false);
  expect(CashCount.safeParse([{ valueRupiah: 500, pieces: -1 }]).success).toBe(false);
  expect(CashCount.safeParse([{ valueRupiah: 500, pieces: 1.5 }]).success).toBe(false);
});

test('whatever was counted is written down largest first, and comes to the same', () => {
  fc.assert(
    fc.property(counts, (count) => {
      const written = normalizeCount(count);
      expect(sumCount(written)).toBe(sumCount(count));
      const values = written.map(({ valueRupiah }) => valueRupiah);
      expect(values).toEqual([...values].sort((a, b) => b - a));
      expect(written.every(({ pieces }) => pieces > 0)).toBe(true);
    }),
  );
});
