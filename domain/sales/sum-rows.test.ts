import { expect, test } from 'vitest';
import { rupiah } from '../money.ts';
import { pcs } from '../quantity.ts';
import { translator } from '../translator.ts';
import { priceCart } from './pricing.ts';
import { cartRows } from './sum-rows.ts';

test.each([
  ['a part of it was taken', 50_000, 40_000],
  ['all of it was taken', 90_000, 0],
  ['more of it was taken in cash, which is given back', 100_000, 0],
])('what is left of a cart where %s is never below nothing', (_, takenRupiah, leftRupiah) => {
  const kopi = { quantityMilli: pcs(2), priceRupiah: rupiah(45_000) };
  const priced = priceCart({ lines: [kopi], businessDate: '2026-11-24' });
  const totalRupiah = 90_000;
  const sums = {
    cartRateBp: null,
    inCashRupiah: totalRupiah,
    takenRupiah,
    leftRupiah: totalRupiah - takenRupiah,
  };

  const left = { name: 'Sisa', rupiah: leftRupiah };
  expect(cartRows(priced, sums, translator('id')).at(-1)).toEqual(left);
});
