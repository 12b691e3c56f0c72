import { expect, test } from 'vitest';
import { formatNumber, parseNumber } from './number.ts';

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
