import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRupiah, mulDivRound, rupiah } from './money.ts';
import { formatQuantity } from './quantity.ts';

test('a fraction of a rupiah is refused', () => {
  expect(() => rupiah(0.5)).toThrow(RangeError);
  expect(() => rupiah(2 ** 53)).toThrow(RangeError);
});

test('multiplying and dividing rounds half away from zero, exactly', () => {
  const value = fc.integer({ min: -1e12, max: 1e12 });
  const times = fc.integer({ min: 0, max: 9_000 });
  const over = fc.integer({ min: 1, max: 1e6 });
  fc.assert(
    fc.property(value, times, over, (value, times, by) => {
      const exact = BigInt(value) * BigInt(times);
      const rest = BigInt(mulDivRound(value, times, by)) * BigInt(by) - exact;
      const magnitude = rest < 0n ? -rest : rest;
      expect(magnitude * 2n <= BigInt(by)).toBe(true);
    }),
  );
  expect(mulDivRound(5, 1, 10)).toBe(1);
  expect(mulDivRound(-5, 1, 10)).toBe(-1);
  expect(mulDivRound(4, 1, 10)).toBe(0);
  expect(() => mulDivRound(1e12, 1e6, 1)).toThrow(RangeError);
});

test('rupiah is written without a space, with points', () => {
  expect(formatRupiah(1_250_000)).toBe('Rp1.250.000');
  expect(formatRupiah(-18_000)).toBe('−Rp18.000');
  expect(formatRupiah(0)).toBe('Rp0');
});

test('a quantity is written with a decimal comma and no idle zeros', () => {
  expect(formatQuantity(2000)).toBe('2');
  expect(formatQuantity(1500)).toBe('1,5');
  expect(formatQuantity(125)).toBe('0,125');
  expect(formatQuantity(-12_000_000)).toBe('−12.000');
});
