import { afterEach, beforeEach, expect, test } from 'vitest';
import type { KeptCart } from '../../../domain/sales/kept-cart.ts';
import { HOUR_MS } from '../../../domain/time.ts';
import { drawerHands } from '../../../test/support/drawer-hands.ts';
import { aPage, keptCart, payKopi, trainKopi } from '../../../test/support/kept-carts.ts';
import {
  anId,
  aUnit,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { keepCart } from './carts.ts';
import { openCart } from './open-cart.ts';
import { leaveCarts, listParked } from './parked-carts.ts';
import { switchCart } from './switch-cart.ts';

/** A cart of training stays one, whatever becomes of its page; a real one never becomes it. */

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
  stockProduct(book.till, { code: 'KOPI-01', name: 'Kopi Gayo', units: [aUnit('pcs', 1, 45_000)] });
});
afterEach(() => book.close());

const { open, count, close } = drawerHands(() => book.till);
const openNew = (page = aPage()) => openCart(book.till, page, { wanted: null, fresh: anId() });
const reload = (id: string, unkept: KeptCart | null = null) =>
  openCart(book.till, aPage(), { wanted: { id, unkept }, fresh: anId() });
const training = (change: Partial<KeptCart> = {}) =>
  keptCart(anId(), { isTraining: true, ...change });
const empty = { lines: [] };
const change = (page: object, cart: KeptCart, to: string | null = null) =>
  switchCart(book.till, page, { cart, to, fresh: anId() });

/** Keeps a cart for a page of its own. */
function keptBy(cart: KeptCart): object {
  const page = aPage();
  keepCart(book.till, page, cart);
  return page;
}

test.each([
  ['filled', {}],
  ['empty', empty],
])('a page of training that is loaded again goes on with its %s cart', (_, content) => {
  const cart = training(content);
  keptBy(cart);
  expect(reload(cart.id)).toMatchObject({ id: cart.id, isTraining: true });
});

test('so does one that could not keep its cart any more', () => {
  const cart = training();
  expect(reload(cart.id, cart)).toMatchObject({
    isTraining: true,
    lines: [{ code: 'KOPI-01' }],
    hasUnkept: true,
  });
});

test.each([
  ['filled', {}],
  ['empty', empty],
])('after a kill training goes on with its %s cart', async (_, content) => {
  keptBy(training(content));
  await book.reopen();
  expect(openNew()).toMatchObject({ isTraining: true });
});

test('what was left of training twelve hours ago does not begin the day of another', async () => {
  keptBy(training());
  keptBy(training(empty));
  book.clock.now += 13 * HOUR_MS;
  await book.reopen();
  const opened = openNew();
  expect(opened).not.toHaveProperty('isTraining');
  expect(opened.lines).toEqual([]);
  expect(listParked(book.till)).toMatchObject([{ isTraining: true, lines: 1 }]);
});

test('a real cart that was left comes before empty training, and stays real', async () => {
  keptBy(training(empty));
  keptBy(keptCart(anId()));
  await book.reopen();
  const opened = openNew();
  expect(opened.lines).toMatchObject([{ code: 'KOPI-01' }]);
  expect(opened).not.toHaveProperty('isTraining');
});

test('after the kill of a page whose change stood there the next cart is of its kind', async () => {
  const cart = training();
  const page = keptBy(cart);
  trainKopi(book.till, page, cart.id);
  await book.reopen();
  expect(openNew()).toMatchObject({ isTraining: true, lines: [], paid: { kind: 'training' } });
});

test('the change of a real sale does not stand before a cart of training', async () => {
  const sold = keptCart(anId());
  const page = keptBy(sold);
  payKopi(book.till, page, sold.id);
  keptBy(training());
  await book.reopen();
  const first = openNew();
  expect(first).toMatchObject({ paid: { kind: 'sale' }, lines: [] });
  expect(first).not.toHaveProperty('isTraining');
  expect(openNew()).toMatchObject({ isTraining: true, lines: [{ code: 'KOPI-01' }] });
});

test('a cart that is held leaves an empty one of its kind, and is told as what it is', () => {
  const [practised, real] = [training(), keptCart(anId())];
  expect(change(keptBy(practised), practised)).toMatchObject({ isTraining: true, lines: [] });
  expect(change(keptBy(real), real)).not.toHaveProperty('isTraining');
  const told = listParked(book.till).map(({ id, isTraining }) => [id, isTraining]);
  expect(Object.fromEntries(told)).toEqual({ [practised.id]: true, [real.id]: false });
});

test('an empty cart that training went on with outlives a kill as well', async () => {
  const cart = training();
  const { id } = change(keptBy(cart), cart);
  await book.reopen();
  expect(reload(id)).toMatchObject({ id, isTraining: true, lines: [] });
});

test('one kind of cart is not there for the other to take', () => {
  const [practised, real] = [training(), keptCart(anId())];
  change(keptBy(practised), practised);
  change(keptBy(real), real);
  const page = aPage();
  const own = openNew(page);
  const refused = change(page, keptCart(own.id, empty), practised.id);
  expect(refused).toMatchObject({ isElsewhere: true, lines: [] });
  expect(refused).not.toHaveProperty('isTraining');
  const trainee = training(empty);
  expect(change(keptBy(trainee), trainee, real.id)).toMatchObject({
    isElsewhere: true,
    isTraining: true,
    lines: [],
  });
  expect(listParked(book.till)).toHaveLength(2);
});

test('carts of training keep no shift from being closed', () => {
  const shift = open();
  const page = keptBy(training());
  leaveCarts(book.till, page);
  count(shift, 200_000);
  expect(close(shift).closing).toMatchObject({ differenceRupiah: 0 });
});

test('a page whose cart of training another one took goes on in training', () => {
  const cart = training();
  const page = keptBy(cart);
  leaveCarts(book.till, page);
  openNew(); // takes it
  expect(reload(cart.id)).toMatchObject({ isElsewhere: true, isTraining: true, lines: [] });
});
