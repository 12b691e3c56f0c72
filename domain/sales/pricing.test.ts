import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rupiah, sumRupiah } from '../money.ts';
import { milli, pcs } from '../quantity.ts';
import { priceCart, roundCash } from './pricing.ts';

const kaos = { code: 'KAOS-M', name: 'Kaos M', unit: 'pcs' };

function aLine() {
  return fc.record({
    code: fc.constantFrom('A', 'B', 'C'),
    name: fc.constant('Barang'),
    unit: fc.constantFrom('pcs', 'lusin'),
    quantityMilli: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(milli),
    priceRupiah: fc.integer({ min: 0, max: 100_000_000 }).map(rupiah),
  });
}
const steps = fc.constantFrom(1, 100, 500, 1000);

test('the sum of the lines and the rounding is the total', () => {
  fc.assert(
    fc.property(fc.array(aLine(), { maxLength: 30 }), steps, (lines, cashRoundingRupiah) => {
      const priced = priceCart({ lines, cashRoundingRupiah });
      const sum = sumRupiah(priced.lines.map((line) => line.amountRupiah));
      expect(priced.subtotalRupiah).toBe(sum);
      expect(sum + priced.roundingRupiah).toBe(priced.totalRupiah);
    }),
  );
});

test('a rounded total is a multiple of the step and never further than half a step away', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }).map(rupiah), steps, (amount, step) => {
      const rounded = roundCash(amount, step);
      expect(Math.abs(rounded % step)).toBe(0);
      expect(Math.abs(rounded - amount) * 2).toBeLessThanOrEqual(step);
    }),
  );
});

test('the order of the lines does not change the total', () => {
  fc.assert(
    fc.property(fc.array(aLine(), { maxLength: 10 }), steps, (lines, cashRoundingRupiah) => {
      const back = priceCart({ lines: [...lines].reverse(), cashRoundingRupiah });
      expect(back.totalRupiah).toBe(priceCart({ lines, cashRoundingRupiah }).totalRupiah);
    }),
  );
});

test('a refund of a whole sale pays back at least what was taken', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }).map(rupiah), steps, (amount, step) => {
      expect(-roundCash(rupiah(-amount), step)).toBeGreaterThanOrEqual(roundCash(amount, step));
    }),
  );
});

test('the middle of a step goes to the customer', () => {
  expect(roundCash(rupiah(12_350), 100)).toBe(12_300);
  expect(roundCash(rupiah(12_351), 100)).toBe(12_400);
  expect(roundCash(rupiah(-12_350), 100)).toBe(-12_400);
});

test('two and a half kilos at Rp12.345 are Rp30.863, the half rupiah up', () => {
  const lines = [{ ...kaos, quantityMilli: milli(2500), priceRupiah: rupiah(12_345) }];
  const priced = priceCart({ lines, cashRoundingRupiah: 100 });
  expect(priced).toMatchObject({
    subtotalRupiah: 30_863,
    roundingRupiah: 37,
    totalRupiah: 30_900,
  });
});

test('an empty cart costs nothing', () => {
  expect(priceCart({ lines: [], cashRoundingRupiah: 100 }).totalRupiah).toBe(0);
});

test('a sum that is no longer exact is refused', () => {
  const huge = { ...kaos, quantityMilli: pcs(1_000_000), priceRupiah: rupiah(1e12) };
  expect(() => priceCart({ lines: [huge], cashRoundingRupiah: 1 })).toThrow(RangeError);
});
