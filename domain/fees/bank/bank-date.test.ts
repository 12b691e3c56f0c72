import { expect, test } from 'vitest';
import { dateOf, daysIn, readBankDay } from './bank-date.ts';
import type { DateOrder } from './profile.ts';

const NONE = { from: null, to: null };

function read(cell: string | number, order: DateOrder = 'dmy'): string | null {
  const day = readBankDay(cell, order);
  return day && dateOf(day, NONE);
}

test.each([
  ["'02/11/2026", '2026-11-02'],
  ['2-11-26', '2026-11-02'],
  ['02.11.2026', '2026-11-02'],
  ['2026-11-02', '2026-11-02'],
  ['2026/11/02 10:15:30', '2026-11-02'],
  ['2026-11-02T10:15:30+07:00', '2026-11-02'],
  ['20261102', '2026-11-02'],
  ['02 Nov 2026 10:15:30 WIB', '2026-11-02'],
  ['02-Aug-26', '2026-08-02'],
  ['2 Agustus 2026', '2026-08-02'],
  ['01 Mei 2026', '2026-05-01'],
  ['31 Des 2026, 23.59', '2026-12-31'],
  [46_328, '2026-11-02'],
])('%j is %s', (cell, date) => {
  expect(read(cell)).toBe(date);
});

test.each(['', 'PEND', '31/11/2026', '29/02/2027', '02/13/2026', '1 Foo 2026', '02/11/2026 x', 12])(
  '%j is no day',
  (cell) => {
    expect(read(cell)).toBeNull();
  },
);

test('the month stands first where a profile says so', () => {
  expect(read('11/02/2026', 'mdy')).toBe('2026-11-02');
});

test('a year of two digits stands first where a profile says so', () => {
  expect(read('26/11/02', 'ymd')).toBe('2026-11-02');
  expect(readBankDay('11-02', 'ymd')).toEqual({ year: null, month: 11, day: 2 });
  expect(read('02/11/2026', 'ymd')).toBe('2026-11-02');
});

test('a missing year is that of the period, also over New Year and on a leap day', () => {
  const overNewYear = { from: '2027-12-15', to: '2028-01-15' };
  const dates = ['20/12', '05/01', '20/06'].map((cell) => {
    const day = readBankDay(cell, 'dmy');
    return day && dateOf(day, overNewYear);
  });

  expect(dates).toEqual(['2027-12-20', '2028-01-05', null]);
  expect(dateOf({ year: null, month: 2, day: 29 }, { from: null, to: '2028-03-01' })).toBe(
    '2028-02-29',
  );
  expect(dateOf({ year: null, month: 2, day: 29 }, { from: null, to: '2027-03-01' })).toBeNull();
});

test.each([
  [': 13/05/2026 - 14/05/2026', ['2026-05-13', '2026-05-14']],
  ['01 Agu 2026 - 31 Agu 2026', ['2026-08-01', '2026-08-31']],
  ['2026-08-01 s/d 2026-08-31', ['2026-08-01', '2026-08-31']],
  [': FEBRUARI 2028', ['2028-02-01', '2028-02-29']],
  [': bulan ini', []],
])('the days in %j are %j', (text, days) => {
  expect(daysIn(text, 'dmy')).toEqual(days);
});
