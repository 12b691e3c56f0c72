import { expect, test } from 'vitest';
import { readQuantity } from './typed-quantity.ts';

test.each([
  ['3', 3000],
  ['12', 12_000],
  ['0,25', 250],
  ['1.5', 1500],
  ['0.125', 125],
  ['.5', 500],
  ['0,001', 1],
  [',5', 500],
  ['9999', 9_999_000],
  ['9999,999', 9_999_999],
])('%s is %i thousandths', (text, thousandths) => {
  expect(readQuantity(text)).toBe(thousandths);
});

test.each(['', '0', '0,000', ',', '1,', '1,2345', '-1', '10000', 'dua'])(
  '“%s” is no quantity',
  (text) => {
    expect(readQuantity(text)).toBeUndefined();
  },
);

test.each(['1.500', '12.000', '999.999', '1.000.000'])(
  '“%s”, whose point may part thousands, is no quantity',
  (text) => {
    expect(readQuantity(text)).toBeUndefined();
  },
);
