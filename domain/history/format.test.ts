import { expect, test } from 'vitest';
import { zones } from '../time.ts';
import { detectDates, isInRupiah, parseRate, parseTime } from './format.ts';

test('day before month unless more dates contradict it', () => {
  expect(detectDates(['1/12/2010 08:26', '2/12/2010 08:26'])).toBe('dmy');
  expect(detectDates(['12/13/2010', '12/14/2010', '13/12/2010'])).toBe('mdy');
  expect(detectDates(['2010-12-13', 'x', ''])).toBe('dmy');
});

test.each([
  ['20000', { digits: 20000, scale: 0 }],
  ['1', { digits: 1, scale: 0 }],
  ['15750,5', { digits: 157505, scale: 1 }],
  ['15750.25', { digits: 1575025, scale: 2 }],
  ['20.000', null],
  ['0', null],
  ['-1', null],
  ['', null],
  ['dua', null],
])('the rate %j is read as %j', (text, rate) => {
  expect(parseRate(text)).toEqual(rate);
});

test('a file is in rupiah when one of its units is one', () => {
  expect(isInRupiah({ digits: 1, scale: 0 })).toBe(true);
  expect(isInRupiah({ digits: 1, scale: 1 })).toBe(false);
});

const at = (...parts: [number, number, number, number, number]) => {
  const [year, month, day, hour, minute] = parts;
  return Date.UTC(year, month - 1, day, hour - 7, minute); // WIB is 7 hours ahead
};

test.each([
  ['1/12/2010 08:26', 'dmy', at(2010, 12, 1, 8, 26)],
  ['1/12/2010 08:26', 'mdy', at(2010, 1, 12, 8, 26)],
  ['01-12-2010 8.26', 'dmy', at(2010, 12, 1, 8, 26)],
  ['01.12.10, 20:26', 'dmy', at(2010, 12, 1, 20, 26)],
  ['10/12/01 08:26', 'ymd', at(2010, 12, 1, 8, 26)],
  ['2010-12-01 08:26', 'mdy', at(2010, 12, 1, 8, 26)],
  ['12/1/2010 8:26 PM', 'mdy', at(2010, 12, 1, 20, 26)],
  ['12/1/2010 12:05 AM', 'mdy', at(2010, 12, 1, 0, 5)],
  ['2010-12-01T08:26:00.000Z', 'dmy', Date.UTC(2010, 11, 1, 8, 26)],
  ['2010-12-01T08:26:00+09:00', 'dmy', Date.UTC(2010, 10, 30, 23, 26)],
  ['2010-12-01T08:26+14:00', 'dmy', Date.UTC(2010, 10, 30, 18, 26)],
  ['2010-12-01T08:26-0345', 'dmy', Date.UTC(2010, 11, 1, 12, 11)],
  ['1/1/1990 08:26', 'dmy', at(1990, 1, 1, 8, 26)],
  ['1/12/2010', 'dmy', at(2010, 12, 1, 12, 0)],
] as const)('%j as %s is the moment in the stall’s zone', (cell, order, moment) => {
  expect(parseTime(cell, order, zones.WIB)).toBe(moment);
});

test.each([
  ['31/2/2010', 'dmy'],
  ['13/13/2010', 'dmy'],
  ['13/12/2010', 'mdy'],
  ['1/12/2010 25:00', 'dmy'],
  ['1/12/2010 08:60', 'dmy'],
  ['1/12/2010 13:00 PM', 'mdy'],
  ['1/12/210', 'dmy'],
  ['1/12/0010 08:26', 'dmy'],
  ['0010-12-01', 'dmy'],
  ['31/12/1989', 'dmy'],
  ['2010-12-01T08:26+99:99', 'dmy'],
  ['2010-12-01T08:26+14:15', 'dmy'],
  ['2010-12-01T08:26-15:00', 'dmy'],
  ['2010-12-01T08:26+07:10', 'dmy'],
  ['2010-12-01T08:26+06:75', 'dmy'],
  ['kemarin', 'dmy'],
  ['', 'dmy'],
] as const)('%j as %s is no moment', (cell, order) => {
  expect(parseTime(cell, order, zones.WIB)).toBeNull();
});
