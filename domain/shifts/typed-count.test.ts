import { expect, test } from 'vitest';
import { sumCount } from './cash-count.ts';
import {
  countTyped,
  isAnythingTyped,
  isCoin,
  nothingCounted,
  stepPieces,
  typedCount,
  typePieces,
} from './typed-count.ts';

test('pieces that are typed come to a count, largest first, without those that are none', () => {
  let count = typePieces(nothingCounted, 500, '12');
  count = typePieces(count, 100_000, '3');
  count = typePieces(count, 2_000, '0');

  expect(countTyped(count)).toEqual([
    { valueRupiah: 100_000, pieces: 3 },
    { valueRupiah: 500, pieces: 12 },
  ]);
  expect(sumCount(countTyped(count))).toBe(306_000);
});

test.each([
  ['12', '12'],
  ['1a2', '12'],
  ['007', '7'],
  ['0', '0'],
  ['', ''],
  ['-4', '4'],
  ['100000', '100000'],
])('%j in a field is %j', (text, pieces) => {
  expect(typePieces(nothingCounted, 100, text)[100]).toBe(pieces);
});

test('more pieces than a drawer holds are not taken', () => {
  const count = typePieces(nothingCounted, 100, '10000');

  expect(typePieces(count, 100, '100001')).toBe(count);
  expect(stepPieces(typePieces(count, 100, '100000'), 100, 1)[100]).toBe('100000');
});

test('a piece more and less, and never less than none', () => {
  const one = stepPieces(nothingCounted, 50_000, 1);

  expect(one[50_000]).toBe('1');
  expect(stepPieces(stepPieces(one, 50_000, -1), 50_000, -1)[50_000]).toBe('0');
});

test('a drawer with nothing in it is counted as soon as a zero is typed', () => {
  expect(isAnythingTyped(nothingCounted)).toBe(false);
  expect(isAnythingTyped(typePieces(nothingCounted, 100, '0'))).toBe(true);
});

test('a count that is known fills the fields', () => {
  const count = typedCount([{ valueRupiah: 1_000, pieces: 40 }]);

  expect(count).toEqual({ 1000: '40' });
  expect(countTyped(count)).toEqual([{ valueRupiah: 1_000, pieces: 40 }]);
});

test('from a thousand down money is coins', () => {
  expect(isCoin(2_000)).toBe(false);
  expect(isCoin(1_000)).toBe(true);
});
