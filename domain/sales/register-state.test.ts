import { expect, test } from 'vitest';
import { rupiah } from '../money.ts';
import { pcs } from '../quantity.ts';
import { openingRegister, pricedCart } from './register-state.ts';

test('a cart is priced anew when its lines or the rounding change, and not before', () => {
  const opening = openingRegister(100, () => 'cart-1');
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
  expect(first.totalRupiah).toBe(45_100);
  expect(pricedCart({ ...state, cart: { ...state.cart, selectedKey: 'another' } })).toBe(first);

  expect(pricedCart({ ...state, cashRoundingRupiah: 1 }).totalRupiah).toBe(45_070);
  const two = { ...state, cart: { ...state.cart, lines: [{ ...line, quantityMilli: pcs(2) }] } };
  expect(pricedCart(two).totalRupiah).toBe(90_100);
});
