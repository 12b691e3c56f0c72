import { expect, test } from 'vitest';
import {
  batik,
  Counter,
  counterWithKopi,
  paid,
  product,
  receipt,
} from '../../test/support/counter.ts';
import { pcs } from '../quantity.ts';
import { stepRegister } from './register.ts';
import { openingRegister } from './register-state.ts';
import type { KeptCart, OpenedCart } from './kept-cart.ts';
import type { RegisterEvent } from './register-events.ts';
import { plainTerms } from '../../test/support/plain-sale.ts';

test('lesson 48: a price that changed is shown in the cart, and its payment begins anew', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('Enter');
  const prices = [{ code: 'KOPI-01', unit: 'pcs', priceRupiah: 47_000 }];
  const data = { name: 'Kopi', totalRupiah: 47_000, prices };
  const id = counter.orders[0]?.id ?? '';
  counter.tell({ kind: 'refused', id, failure: { code: 'PRICE_CHANGED', data } });

  expect(counter.phase).toBe('cart');
  expect(counter.state.cart.lines[0]?.priceRupiah).toBe(47_000);
  counter.key('F9');
  counter.key('Enter');
  expect(counter.orders[1]).toMatchObject({ id, expectedTotalRupiah: 47_000 });
});

test('a rounding that changed elsewhere is taken over, and can be paid', () => {
  const counter = new Counter();
  counter.touch({ on: 'product', product: product('TEH-1', 1_240) });
  counter.key('F9');
  counter.key('Enter');
  const data = { totalRupiah: 1_000, terms: plainTerms(500) };
  const id = counter.orders[0]?.id ?? '';
  counter.tell({ kind: 'refused', id, failure: { code: 'TERMS_CHANGED', data } });
  counter.key('F9');
  counter.key('Enter');

  expect(counter.orders[1]).toMatchObject({ expectedTotalRupiah: 1_000 });
});

test.each([
  ['PRODUCT_UNKNOWN', { code: 'KOPI-01', unit: 'pcs' }],
  ['PRODUCT_ARCHIVED', { code: 'KOPI-01', name: 'Kopi', unit: 'pcs' }],
])('%s leads back to the cart, to the line that is no longer sold', (code, data) => {
  const counter = counterWithKopi();
  counter.touch({ on: 'product', product: batik });
  counter.key('F9');
  counter.key('Enter');
  counter.tell({ kind: 'refused', id: counter.orders[0]?.id ?? '', failure: { code, data } });

  expect(counter.phase).toBe('cart');
  expect(counter.warned).toEqual([code]);
  expect(counter.state.cart.selectedKey).toContain('KOPI-01');
});

test('a cart that was booked with other contents goes on as a new sale', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('Enter');
  const id = counter.orders[0]?.id ?? '';
  const failure = { code: 'SALE_ID_REUSED', data: { number: 'ABC-000001' } };
  counter.tell({ kind: 'refused', id, failure });

  expect(counter.warned).toEqual(['SALE_ID_REUSED']);
  expect(counter.lines).toEqual([['KOPI-01', 1]]);
  expect(counter.state.cart.id).not.toBe(id);
});

test('an answer that was lost is asked for only while the cart is this page’s', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('Enter');
  const id = counter.orders[0]?.id ?? '';
  counter.tell({ kind: 'connection', is: 'lost' });
  counter.tell({ kind: 'unanswered', id });
  counter.tell({ kind: 'connection', is: 'open' });
  expect(counter.orders).toHaveLength(1);
  expect(counter.done.at(-1)).toEqual({ kind: 'resumeCart', id });

  counter.tell({ kind: 'resumed', id: counter.state.cart.id, isElsewhere: false, receipt: null });
  expect(counter.orders).toHaveLength(2);
});

test('a sale whose answer was lost is shown as paid when the till has it', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('Enter');
  const id = counter.orders[0]?.id ?? '';
  counter.tell({ kind: 'unanswered', id });
  counter.tell({
    kind: 'resumed',
    id: counter.state.cart.id,
    isElsewhere: false,
    receipt: receipt(id),
  });

  expect(counter.phase).toBe('paid');
  expect(counter.orders).toHaveLength(1);
});

test('a cart that another page has paid is told with its receipt, and a new one begins', () => {
  const counter = counterWithKopi();
  const { id } = counter.state.cart;
  counter.tell({ kind: 'connection', is: 'lost' });
  counter.tell({ kind: 'connection', is: 'open' });
  counter.tell({
    kind: 'resumed',
    id: counter.state.cart.id,
    isElsewhere: true,
    receipt: receipt('other'),
  });

  expect(counter.warned).toEqual(['CART_PAID_ELSEWHERE']);
  expect(counter.lines).toEqual([]);
  expect(counter.state.cart.id).not.toBe(id);
});

test('what was left by a page that is gone, and the change of a sale, begin a page', () => {
  const counter = new Counter();
  const state = openingRegister(plainTerms(), counter.newId);
  const scans = [{ code: '8991000000010', isWhole: true, quantityMilli: pcs(3) }];
  const left = { lines: [], scans, gone: ['Teh'], paid: receipt('a') };
  const facts = { leftAtMs: 1_000, otherPages: 1, isElsewhere: false };
  const event = {
    kind: 'opened',
    cart: { id: counter.newId(), ...left, ...facts },
    unkept: null,
  } as const;
  const { state: opened, effects } = stepRegister(state, event, counter.newId);

  expect(opened.phase).toMatchObject({ kind: 'paid', receipt: { id: 'a' } });
  expect(opened.scans).toMatchObject([{ code: '8991000000010', quantityMilli: 3_000 }]);
  expect(effects).toContainEqual({ kind: 'tell', leftAtMs: 1_000, otherPages: 1 });
  expect(opened.lost).toMatchObject([
    { code: 'Teh', failure: { code: 'CART_LINES_GONE', data: { name: 'Teh' } } },
  ]);
});

test('what was scanned for a cart that another page has gone on with stays told', () => {
  const counter = new Counter();
  const state = openingRegister(plainTerms(), counter.newId);
  const id = counter.newId();
  const scans = [{ code: '8991000000010', isWhole: true, quantityMilli: null }];
  const none = { lines: [], scans: [], gone: [], paid: null, leftAtMs: null, otherPages: 1 };
  const event: RegisterEvent = {
    kind: 'opened',
    cart: { id: counter.newId(), ...none, isElsewhere: true },
    unkept: { id, lines: [], scans, after: null },
  };

  const opened = stepRegister(state, event, counter.newId);

  expect(opened.state.scans).toEqual([]);
  expect(opened.state.lost).toMatchObject([
    { failure: { code: 'SCAN_ELSEWHERE', data: { code: '8991000000010' } } },
  ]);
  expect(opened.effects).toContainEqual({
    kind: 'warn',
    failure: { code: 'CART_ELSEWHERE', data: {} },
    stays: true,
  });
});

test('what has become of the cart is said until it is read', () => {
  const counter = counterWithKopi();
  counter.keys('0*');
  counter.pause();
  counter.key('F9');
  counter.key('Enter');
  const data = { code: 'KOPI-01', name: 'Kopi', unit: 'pcs' };
  const failure = { code: 'PRODUCT_ARCHIVED', data };
  counter.tell({ kind: 'refused', id: counter.orders[0]?.id ?? '', failure });
  counter.scan('8991000000027');
  counter.answer(batik);

  const said = counter.done.filter(({ kind }) => kind === 'warn' || kind === 'clearNotice');
  expect(said.slice(1)).toMatchObject([
    { failure: { code: 'QUANTITY_INVALID' }, stays: false },
    { failure: { code: 'PRODUCT_ARCHIVED' }, stays: true },
    { kind: 'clearNotice', all: false },
  ]);
});

test('a cart that another page has takes no change and no question with it', () => {
  const counter = paid();
  const change = counter.state.cart.after;
  counter.scan('8991000000027');
  counter.answer(batik);
  counter.key('F4');
  counter.tell({ kind: 'taken', id: counter.state.cart.id });

  expect(counter.state.over).toBe('nothing');
  expect(counter.state.phase).toMatchObject({ kind: 'cart', last: { id: change } });
  expect(counter.state.cart).toMatchObject({ lines: [], after: change });
  expect(counter.done.at(-1)).toMatchObject({ kind: 'keepCart', cart: { after: change } });
});

/** What a page that knows no cart yet becomes by this answer. */
function openedAs(change: Partial<OpenedCart>, unkept: KeptCart | null = null) {
  const { newId } = new Counter();
  const none = { lines: [], scans: [], gone: [], paid: null, leftAtMs: null, otherPages: 0 };
  const cart = { id: newId(), ...none, isElsewhere: false, ...change };
  return stepRegister(
    openingRegister(plainTerms(), newId),
    { kind: 'opened', cart, unkept },
    newId,
  );
}

test('a page whose cart was paid elsewhere tells the receipt, and shows no change', () => {
  const { state, effects } = openedAs({ paid: receipt('other'), isElsewhere: true });

  expect(state).toMatchObject({ phase: { kind: 'cart' }, cart: { after: null } });
  const data = { number: 'ABC-000001', totalRupiah: 45_000 };
  const failure = { code: 'CART_PAID_ELSEWHERE', data };
  expect(effects).toContainEqual({ kind: 'warn', failure, stays: true });
});

test('a page that takes its cart back tells the scans that may be in it or not', () => {
  const id = '00000000-0000-4000-8000-000000000009';
  const scans = [{ code: '8991000000010', isWhole: true, quantityMilli: null }];
  const { state, effects } = openedAs({}, { id, lines: [], scans, after: null });

  expect(state.scans).toEqual([]);
  expect(state.lost).toMatchObject([{ failure: { code: 'SCAN_ELSEWHERE' } }]);
  expect(effects.map(({ kind }) => kind)).not.toContain('warn');
});
