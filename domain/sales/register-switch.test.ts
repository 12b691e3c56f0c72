import { expect, test } from 'vitest';
import {
  batik,
  Counter,
  counterWithKopi,
  kopi,
  paid,
  receipt,
} from '../../test/support/counter.ts';
import type { OpenedCart } from './kept-cart.ts';

const FRESH = '00000000-0000-4000-8000-0000000000ff';
const BU_RINA = '00000000-0000-4000-8000-00000000000a';
const park = { on: 'switchCart', name: 'Bu Rina', to: null, fresh: FRESH } as const;

/** What the till was asked to switch. */
function orders(counter: Counter) {
  return counter.done.filter((effect) => effect.kind === 'switchCart').map(({ order }) => order);
}

/** The till answers the switch. */
function answer(counter: Counter, change: Partial<OpenedCart> = {}): void {
  const none = { id: FRESH, lines: [], scans: [], gone: [], paid: null, leftAtMs: null };
  const cart = { ...none, otherPages: 0, isElsewhere: false, ...change };
  counter.tell({ kind: 'opened', cart, unkept: null });
}

test('a cart is parked whole under its name, and the next one is empty', () => {
  const counter = counterWithKopi();
  counter.touch(park);
  expect(orders(counter)).toMatchObject([
    { cart: { name: 'Bu Rina', lines: [{ code: 'KOPI-01' }] }, to: null, fresh: FRESH },
  ]);
  answer(counter);
  expect(counter.state.cart).toMatchObject({ id: FRESH, lines: [] });
  expect(counter.phase).toBe('cart');
});

test('a parked cart comes back with its lines and its name, and can be paid', () => {
  const counter = new Counter();
  counter.touch({ ...park, name: '', to: BU_RINA });
  expect(orders(counter)).toMatchObject([{ cart: { lines: [] }, to: BU_RINA }]);
  const { lines } = counterWithKopi().state.cart;
  answer(counter, { lines: [...lines], name: 'Bu Rina' });
  expect(counter.lines).toEqual([['KOPI-01', 1]]);
  expect(counter.state.cart.name).toBe('Bu Rina');
  counter.key('F9');
  counter.key('Enter', 800);
  expect(counter.orders).toMatchObject([{ id: FRESH, expectedTotalRupiah: 45_000 }]);
  expect(counter.orders[0]).not.toHaveProperty('name'); // it never enters the journal
});

test('what is scanned before the till has answered goes into the cart that comes', () => {
  const counter = counterWithKopi();
  counter.touch(park);
  counter.scan('8991000000020');
  counter.answer(batik);
  expect(counter.lines).toEqual([]);
  answer(counter);
  expect(counter.lines).toEqual([['BTK-01', 1]]);
});

test('a scan that is not answered when its cart is parked waits in that cart', () => {
  const counter = counterWithKopi();
  counter.scan('8991000000020');
  counter.touch(park);
  expect(orders(counter)).toMatchObject([{ cart: { scans: [{ code: '8991000000020' }] } }]);
  counter.answer(batik); // too late: it is asked for again with its cart
  answer(counter);
  expect(counter.lines).toEqual([]);
});

test('a switch that the till refuses leaves the cart as it was, with what was scanned', () => {
  const counter = counterWithKopi();
  counter.scan('8991000000020');
  counter.touch(park);
  counter.scan('8991000000010');
  counter.answer(kopi);
  const failure = { code: 'CARTS_TOO_MANY', data: { carts: 50 } };
  counter.tell({ kind: 'switchRefused', failure });
  expect(counter.warned).toEqual(['CARTS_TOO_MANY']);
  expect(counter.state.scans).toHaveLength(2);
  const [waiting] = counter.state.scans;
  counter.tell({
    kind: 'lookedUp',
    ticket: waiting?.ticket ?? -1,
    answer: { kind: 'found', product: batik, unit: 'pcs' },
  });
  expect(counter.lines).toEqual([
    ['KOPI-01', 2],
    ['BTK-01', 1],
  ]);
});

test('a switch whose answer was lost is asked for again, the same', () => {
  const counter = counterWithKopi();
  counter.touch(park);
  counter.tell({ kind: 'connection', is: 'lost' });
  counter.tell({ kind: 'connection', is: 'open' });
  const [first, again] = orders(counter);
  expect(again).toEqual(first);
  answer(counter);
  expect(counter.phase).toBe('cart');
});

test('the change of the sale before stays told when a cart is parked', () => {
  const counter = paid();
  const before = receipt(counter.orders[0]?.id ?? '');
  counter.touch({ on: 'product', product: batik });
  counter.touch(park);
  answer(counter, { paid: before });
  expect(counter.state.phase).toMatchObject({ kind: 'cart', last: { changeRupiah: 5_000 } });
  expect(counter.state.cart.after).toBe(before.id);
});

test('nothing is parked while leave is asked for, or while money is taken', () => {
  const counter = counterWithKopi();
  counter.keys('40000');
  counter.key('F5');
  counter.touch(park);
  expect(orders(counter)).toEqual([]);
  counter.tell({ kind: 'notAllowed', failure: null });
  counter.key('F9');
  counter.touch(park);
  expect(orders(counter)).toEqual([]);
});
