import { expect, test } from 'vitest';
import { formatNumber, parseNumber, parseTypedNumber } from './number.ts';

test('a number of a paper is read as it is written', () => {
  const number = { kind: 'KW', mall: 'TC-2.b', year: 2026, number: 17 };

  expect(formatNumber(number)).toBe('KW/TC-2.b/2026/000017');
  expect(parseNumber('KW/TC-2.b/2026/000017')).toEqual(number);
});

test.each(['', 'KW/TC/2026', 'KW/TC/26/000017', 'KW/TC/2026/17', 'kw/TC/2026/000017'])(
  '%s is none',
  (text) => {
    expect(parseNumber(text)).toBeUndefined();
  },
);

test.each([
  ['KW/TC/2026/000017', { year: 2026, number: 17 }],
  ['kw/tc/2026/000017 ', { year: 2026, number: 17 }],
  ['tc/2026/17', { year: 2026, number: 17 }],
  ['2026/17', { year: 2026, number: 17 }],
  ['KW/TC/2026/', { year: 2026, number: null }],
  ['000017', { year: null, number: 17 }],
  ['17', { year: null, number: 17 }],
])('%s is typed for a number', (text, typed) => {
  expect(parseTypedNumber(text, { kind: 'KW', mall: 'TC' })).toEqual(typed);
});

test.each(['', 'KW', 'KW/TC', 'KW/', 'TC-17', 'KW/BL/2026/17', '26/17', '2026/1/7', '1234567890'])(
  '%s is typed for something else',
  (text) => {
    expect(parseTypedNumber(text, { kind: 'KW', mall: 'TC' })).toBeUndefined();
  },
);
