import { expect, test } from 'vitest';
import { isMonthFirst, readDate } from './cell-date.ts';

test.each([
  ['2026-11-29', '2026-11-29'],
  ['2026-1-5', '2026-01-05'],
  ['29/11/2026', '2026-11-29'],
  ['5/1/2026', '2026-01-05'],
  ['29-11-2026', '2026-11-29'],
  ['29.11.2026', '2026-11-29'],
  ['29/02/2028', '2028-02-29'],
])('%s is %s', (cell, date) => {
  expect(readDate(cell, false)).toEqual({ date });
});

test.each([
  '29/02/2026',
  '31/11/2026',
  '11/29/2026',
  '0/1/2026',
  '29/11/26',
  '29/11-2026',
  '2026/11/29',
  '1899-12-31',
  '46355',
  'besok',
  '',
])('%j is no date', (cell) => {
  expect(readDate(cell, false)).toEqual({ reason: 'dateInvalid' });
});

test('where another date has the month first, one that could have is doubtful', () => {
  expect(isMonthFirst('11/29/2026')).toBe(true);
  expect(readDate('05/11/2026', true)).toEqual({ reason: 'dateDoubtful' });
  expect(readDate('05/05/2026', true)).toEqual({ date: '2026-05-05' });
  expect(readDate('2026-11-05', true)).toEqual({ date: '2026-11-05' });
});

test.each(['29/11/2026', '05/11/2026', '2026-11-29', '29/29/2026', ''])(
  '%j does not prove the month first',
  (cell) => {
    expect(isMonthFirst(cell)).toBe(false);
  },
);
