import { expect, test } from 'vitest';
import { rupiah } from '../money.ts';
import { pcs } from '../quantity.ts';
import { dueRupiah, pricedCart } from './register-due.ts';
import { openingRegister } from './register-state.ts';
import type { Terms } from './terms.ts';
import { plainTerms } from '../../test/support/plain-sale.ts';

test('a cart is priced anew when its lines or the terms change, and not before', () => {
  const opening = openingRegister(plainTerms(), () => 'cart-1');
  const line = {
    code: 'KOPI-01',
    name: 'Kopi Gayo 200 g',
    unit: 'pcs',
    quantityMilli: pcs(1),
    priceRupiah: rupiah(45_070),
    units: [],
    onHandMilli: pcs(5),
  };
  const state = { ...opening, cart: { ...opening.cart, lines: [line] } };
  const first = pricedCart(state);
  expect(first.totalRupiah).toBe(45_070);
  expect(dueRupiah(state)).toBe(45_100); // in cash
  expect(pricedCart({ ...state, cart: { ...state.cart, selectedKey: 'another' } })).toBe(first);

  const taxed: Terms = { ...plainTerms(), tax: { kind: 'pbjt', isAdded: true } };
  expect(pricedCart({ ...state, terms: taxed }).totalRupiah).toBe(49_577);
  const two = { ...state, cart: { ...state.cart, lines: [{ ...line, quantityMilli: pcs(2) }] } };
  expect(pricedCart(two).totalRupiah).toBe(90_140);
});
