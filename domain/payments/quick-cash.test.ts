import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rupiah } from '../money.ts';
import { quickCash } from './quick-cash.ts';

test('Rp18.000 is paid exactly, or with 20, 50 or 100 thousand', () => {
  expect(quickCash(rupiah(18_000))).toEqual([18_000, 20_000, 50_000, 100_000]);
});

test('nothing due offers nothing', () => {
  expect(quickCash(rupiah(0))).toEqual([]);
});

test('every amount covers the due, the exact one first, each once, ascending, five at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }).map(rupiah), (due) => {
      const amounts = quickCash(due);
      expect(amounts[0]).toBe(due);
      expect(amounts.length).toBeLessThanOrEqual(5);
      expect(amounts).toEqual([...new Set(amounts)].sort((a, b) => a - b));
    }),
  );
});
