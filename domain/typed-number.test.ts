import { expect, test } from 'vitest';
import { readMilli } from './catalog/cell-number.ts';
import { MILLI_MAX } from './quantity.ts';
import { readQuantity } from './sales/typed-quantity.ts';
import { withDecimalComma } from './typed-number.ts';

test.each([
  ['1.5', '1,5'],
  [' 0.125 ', '0,125'],
  ['.5', '0,5'],
  [',5', '0,5'],
  ['1234.5', '1234,5'],
  ['1.500', '1.500'],
  ['1.500,5', '1.500,5'],
  ['1.', '1.'],
  ['dua', 'dua'],
])('“%s” has its decimals behind a comma: “%s”', (typed, text) => {
  expect(withDecimalComma(typed)).toBe(text);
});

test.each([
  ['1,5', 1500, 1500],
  ['1.5', 1500, 1500],
  [',5', 500, 500],
  ['0.125', 125, 125],
  ['1234.567', 1_234_567, 1_234_567],
  ['1.500', undefined, 1_500_000],
  ['1.500,5', undefined, 1_500_500],
])('“%s” is no other quantity at the register than in the stock', (typed, sold, counted) => {
  const inStock = readMilli(withDecimalComma(typed), ',', { min: 0, max: MILLI_MAX });

  expect(readQuantity(typed)).toBe(sold);
  expect(inStock).toEqual({ value: counted });
});
