import { expect, test } from 'vitest';
import { RUPIAH_MAX } from '../money.ts';
import { MILLI_MAX } from '../quantity.ts';
import { readMilli, readRupiah } from './cell-number.ts';

function answer(meaning: number | string) {
  return typeof meaning === 'number' ? { value: meaning } : { reason: meaning };
}

test.each([
  ['Rp 12.500', 12_500],
  ['12500,0', 12_500],
  ['0', 0],
  ['12,5', 'rupiahFraction'],
  ['0,500', 'rupiahFraction'],
  ['7,5000', 'rupiahFraction'],
  ['-12.500', 'numberNegative'],
  ['Rp-12.500', 'numberNegative'],
  ['1.000.000.000.000', RUPIAH_MAX],
  ['1.000.000.000.001', 'numberTooLarge'],
  ['99999999999999999999', 'numberTooLarge'],
  ['gratis', 'numberInvalid'],
])('a price of %j is %j', (text, meaning) => {
  expect(readRupiah(text, ',', RUPIAH_MAX)).toEqual(answer(meaning));
});

test.each([
  ['12', 0, 12_000],
  ['1,5', 0, 1500],
  ['0,125', 0, 125],
  ['1.500', 0, 1_500_000],
  ['0,5000', 0, 500],
  ['0,0005', 0, 'numberInvalid'],
  ['999.000.000', 0, 'numberTooLarge'],
  ['-3', 0, 'numberNegative'],
  ['-3', -MILLI_MAX, -3000],
  ['-1.000.001', -MILLI_MAX, 'numberTooLarge'],
])('a quantity of %j of at least %i is %j thousandths', (text, min, meaning) => {
  expect(readMilli(text, ',', { min, max: MILLI_MAX })).toEqual(answer(meaning));
});
