import { expect, test } from 'vitest';
import { doubtCount, doubtMove } from './doubt.ts';

test.each([
  [{ amountRupiah: 10_000_000, isOut: true, expectedRupiah: null }, null],
  [{ amountRupiah: 10_000_001, isOut: false, expectedRupiah: null }, 'large'],
  [{ amountRupiah: 89_910_000, isOut: true, expectedRupiah: null }, 'large'],
  [{ amountRupiah: 50_000, isOut: true, expectedRupiah: 50_000 }, null],
  [{ amountRupiah: 50_001, isOut: true, expectedRupiah: 50_000 }, 'beyondDrawer'],
  [{ amountRupiah: 1, isOut: true, expectedRupiah: -5_000 }, 'beyondDrawer'],
  [{ amountRupiah: 50_001, isOut: false, expectedRupiah: 0 }, null],
] as const)('of the movement %j the doubt is %j', (move, doubt) => {
  expect(doubtMove(move)).toBe(doubt);
});

test('two thousand pieces of one kind are doubted, the largest kind first', () => {
  expect(doubtCount([{ valueRupiah: 100, pieces: 1_999 }])).toBe(null);
  expect(doubtCount([{ valueRupiah: 500, pieces: 2_000 }])).toBe(500);
  const both = [
    { valueRupiah: 100, pieces: 89_912 },
    { valueRupiah: 50_000, pieces: 3_100 },
  ] as const;
  expect(doubtCount([...both])).toBe(50_000);
  expect(doubtCount([])).toBe(null);
});
