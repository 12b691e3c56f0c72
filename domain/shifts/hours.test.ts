import { expect, test } from 'vitest';
import { rupiah } from '../money.ts';
import { HOUR_MS } from '../time.ts';
import { hoursInARow } from './hours.ts';

const NINE_MS = Date.UTC(2026, 10, 24, 2);
const anHour = (at: number, net: number) => {
  return { fromMs: NINE_MS + at * HOUR_MS, count: 1, netRupiah: rupiah(net) };
};

test('an hour without a sale stands between two that have some', () => {
  expect(hoursInARow([anHour(0, 10_000), anHour(2, 5_000)]).map((hour) => hour.netRupiah)).toEqual([
    10_000, 0, 5_000,
  ]);
});

test('a shift without a sale has no hours', () => {
  expect(hoursInARow([])).toEqual([]);
});

test('a shift that was left open for days shows its hours of trade only', () => {
  const hours = [anHour(0, 1_000), anHour(49, 2_000)];

  expect(hoursInARow(hours)).toBe(hours);
});
