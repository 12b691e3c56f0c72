import { expect, test } from 'vitest';
import { rupiah } from '../money.ts';
import { HOUR_MS, zones } from '../time.ts';
import { hoursInARow, shiftSpan } from './hours.ts';

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

test('a shift lasts from its opening to its close, each in the zone of its time', () => {
  const opened = { openedAtMs: Date.UTC(2026, 10, 23, 2, 0), offsetMinutes: zones.WIB };
  const closing = { closedAtMs: Date.UTC(2026, 10, 23, 10, 30), offsetMinutes: zones.WITA };
  expect(shiftSpan({ ...opened, closing })).toBe('09:00–18:30');
  expect(shiftSpan({ ...opened, closing: null })).toBe('09:00–');
});
