import { expect, test } from 'vitest';
import { addDays, businessDate, isDate, localStamp, readDate, zones } from './time.ts';

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

test('a date is read day first, with any marks between its parts or none', () => {
  const texts = ['29/11/2026', ' 9-1-2027 ', '1. 2. 2027', '29 11 2026', '29112026'];
  const dates = ['2026-11-29', '2027-01-09', '2027-02-01', '2026-11-29', '2026-11-29'];
  expect(texts.map(readDate)).toEqual(dates);
});

test('what is no date of the calendar, or only a part of one, is not read', () => {
  const texts = ['', '29/11', '29/11/26', '11/29/2026', '30/02/2026', '2026-11-29', '9112026', 'x'];
  expect(texts.map(readDate)).toEqual(texts.map(() => null));
});
