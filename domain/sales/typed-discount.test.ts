import { expect, test } from 'vitest';
import { readDiscount } from './typed-discount.ts';

test.each([
  ['10', { kind: 'percent', rateBp: 1_000 }],
  ['12,5', { kind: 'percent', rateBp: 1_250 }],
  ['0,01', { kind: 'percent', rateBp: 1 }],
  ['100', { kind: 'percent', rateBp: 10_000 }],
  ['', null],
  ['0', null],
  ['0,00', null],
  ['100,01', undefined],
  ['12,345', undefined],
  ['12.5.', undefined],
])('%s percent is %o', (text, discount) => {
  expect(readDiscount('percent', text)).toEqual(discount);
});

test.each([
  ['5000', { kind: 'amount', amountRupiah: 5_000 }],
  ['5.000', { kind: 'amount', amountRupiah: 5_000 }],
  ['', null],
  ['000', null],
  ['12,5', undefined],
  ['9'.repeat(14), undefined],
])('%s rupiah is %o', (text, discount) => {
  expect(readDiscount('amount', text)).toEqual(discount);
});
