import { expect, test } from 'vitest';
import { addDays, businessDate, isDate, localStamp, zones } from './time.ts';

test('a sale at half past one at night belongs to the day before, at a cut-off of three', () => {
  const at = Date.UTC(2026, 10, 23, 18, 30); // 24 Nov 01:30 in Jakarta
  expect(businessDate(at, zones.WIB, 3)).toBe('2026-11-23');
  expect(businessDate(at, zones.WIB, 0)).toBe('2026-11-24');
});

test('the cut-off hour itself begins the new day', () => {
  const at = Date.UTC(2026, 10, 23, 20, 0); // 24 Nov 03:00 in Jakarta
  expect(businessDate(at, zones.WIB, 3)).toBe('2026-11-24');
  expect(businessDate(at - 1, zones.WIB, 3)).toBe('2026-11-23');
});

test('local time is written as on Indonesian receipts', () => {
  expect(localStamp(Date.UTC(2026, 10, 23, 2, 5), zones.WIT)).toBe('23/11/2026 11:05');
});

test('days before and after go over the ends of months and years', () => {
  expect(addDays('2026-11-23', -1)).toBe('2026-11-22');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

test('a date field that is half filled in is no date yet', () => {
  expect(isDate('2026-11-23')).toBe(true);
  for (const text of ['', '2026-11', '2026-13-01', '20261-01-01', '2026-02-30'])
    expect(isDate(text)).toBe(false);
});
