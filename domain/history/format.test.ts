import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zones } from '../time.ts';
import { detectDates, detectDecimal, parseDecimal, parseRate, parseTime } from './format.ts';

test('day before month unless more dates contradict it', () => {
  expect(detectDates(['1/12/2010 08:26', '2/12/2010 08:26'])).toBe('dmy');
  expect(detectDates(['12/13/2010', '12/14/2010', '13/12/2010'])).toBe('mdy');
  expect(detectDates(['2010-12-13', 'x', ''])).toBe('dmy');
});

test.each([
  [['2,55', '1'], ',', ','],
  [['2.55', '1'], ';', '.'],
  [['15.000', '20'], ',', ','],
  [['15,000', '20'], ';', '.'],
  [['1.250.000'], ',', ','],
  [['1,250,000'], ';', '.'],
  [['1.250,50'], ',', ','],
  [['1,250.50'], ';', '.'],
  [['0.125'], ';', '.'],
  [['2.55', '3.10', '2,5'], ';', '.'],
  [['3', '20000'], ';', ','],
  [['3', '20000'], ',', '.'],
])('the decimal mark of %j in a file with %j is %j', (cells, delimiter, mark) => {
  expect(detectDecimal(cells, delimiter)).toBe(mark);
});

test.each([
  ['2,55', ',', { digits: 255, scale: 2 }],
  ['-1.250,50', ',', { digits: -12505, scale: 1 }],
  ['Rp 15.000', ',', { digits: 15000, scale: 0 }],
  ['-£2.10', '.', { digits: -21, scale: 1 }],
  ['1,234,567', '.', { digits: 1234567, scale: 0 }],
  ['3,000', ',', { digits: 3, scale: 0 }],
] as const)('%j with decimal %j is exact', (cell, mark, decimal) => {
  expect(parseDecimal(cell, mark)).toEqual(decimal);
});

test.each([
  ['2.55', ','],
  ['2,55', '.'],
  ['', ','],
  ['tiga', ','],
  ['1e3', '.'],
  ['12.34.567', ','],
  ['0,1234567', ','],
  ['1234567890123456', ','],
  ['-', ','],
] as const)('%j with decimal %j is no number', (cell, mark) => {
  expect(parseDecimal(cell, mark)).toBeNull();
});

test('any number of up to three decimals is read back exactly, with either mark', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(',', '.'), (milli, mark) => {
      const text = `${milli < 0 ? '-' : ''}${Math.floor(Math.abs(milli) / 1000)}${mark}${String(
        Math.abs(milli) % 1000,
      ).padStart(3, '0')}`;
      const read = parseDecimal(text, mark);

      expect((read?.digits ?? NaN) * 10 ** (3 - (read?.scale ?? 0)) + 0).toBe(milli + 0);
    }),
  );
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
  ['kemarin', 'dmy'],
  ['', 'dmy'],
] as const)('%j as %s is no moment', (cell, order) => {
  expect(parseTime(cell, order, zones.WIB)).toBeNull();
});
