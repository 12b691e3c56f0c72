import { expect, test } from 'vitest';
import { addMonths, dateIn, datesOf, daysIn, Period, periodOf } from './period.ts';

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-05', -29, '2023-12'],
  ['2024-02', 12, '2025-02'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(from, months)).toBe(to);
});

test.each([
  ['2026-02', 28],
  ['2028-02', 29],
  ['2026-12', 31],
])('%s has %i days', (period, days) => {
  expect(daysIn(period)).toBe(days);
  expect(datesOf(period)).toEqual({ from: `${period}-01`, to: `${period}-${days}` });
});

test('a day that a month has not is its last', () => {
  expect(dateIn('2026-02', 30)).toBe('2026-02-28');
  expect(dateIn('2026-02', 5)).toBe('2026-02-05');
});

test.each(['2026-13', '2026-00', '26-11', '2026-11-01', '0026-11'])('%s is no month', (text) => {
  expect(Period.safeParse(text).success).toBe(false);
});

test('a date is in its month', () => {
  expect(periodOf('2026-11-30')).toBe('2026-11');
});
