import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { rupiah } from '../../../domain/money.ts';
import { type KeptCart, ParkedCart } from '../../../domain/sales/kept-cart.ts';
import { aPage, keptCart, payKopi } from '../../../test/support/kept-carts.ts';
import {
  anId,
  aUnit,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { keepCart, resumeCart } from './carts.ts';
import { openCart } from './open-cart.ts';
import { leaveCarts, listParked, watchParked } from './parked-carts.ts';
import { switchCart } from './switch-cart.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
  stockProduct(book.till, { code: 'KOPI-01', name: 'Kopi Gayo', units: [aUnit('pcs', 1, 45_000)] });
});
afterEach(() => book.close());

const openNew = (page: object) => openCart(book.till, page, { wanted: null, fresh: anId() });
const change = (page: object, cart: KeptCart, to: string | null = null, fresh = anId()) =>
  switchCart(book.till, page, { cart, to, fresh });
const parked = () => listParked(book.till);

/** A page that has parked two kopi. */
function aParkedCart(name = 'Bu Rina') {
  const page = aPage();
  const { id } = openNew(page);
  const cart = keptCart(id, { name });
  keepCart(book.till, page, cart);
  const { id: next } = change(page, cart);
  return { page, cart, next };
}

test('a parked cart is told with its name, its lines and what they cost now', () => {
  const { cart } = aParkedCart();
  expect(parked()).toMatchObject([
    {
      id: cart.id,
      name: 'Bu Rina',
      lines: 1,
      products: ['Kopi Gayo'],
      scans: 0,
      totalRupiah: 90_000,
      exchangeRupiah: 0,
      takenRupiah: 0,
    },
  ]);
});

test('a page that begins does not take a parked cart, but one that a page left', () => {
  const { page } = aParkedCart();
  const left = openNew(aPage());
  expect(left.lines).toEqual([]);
  keepCart(book.till, page, keptCart(anId()));
  leaveCarts(book.till, page);
  expect(openNew(aPage())).toMatchObject({ lines: [{ code: 'KOPI-01' }] });
  expect(parked()).toHaveLength(1);
});

test('what one page has parked another one takes, once', () => {
  const { cart } = aParkedCart();
  const [first, second] = [aPage(), aPage()];
  const empty = openNew(first);
  const late = openNew(second);
  const taken = change(first, keptCart(empty.id, { lines: [] }), cart.id);
  expect(taken).toMatchObject({ name: 'Bu Rina', lines: [{ code: 'KOPI-01' }] });
  expect(parked()).toEqual([]);
  expect(change(second, keptCart(late.id, { lines: [] }), cart.id)).toMatchObject({
    isElsewhere: true,
    lines: [],
  });
});

test('an empty cart is put over no cart of another page, and over none that is parked', () => {
  const { cart: held } = aParkedCart();
  const other = aPage();
  const live = keptCart(openNew(other).id);
  keepCart(book.till, other, live);
  for (const fresh of [held.id, live.id]) {
    const page = aPage();
    const { id } = openNew(page);
    expect(change(page, keptCart(id, { lines: [] }), null, fresh).id).not.toBe(fresh);
  }
  expect(parked()).toMatchObject([{ id: held.id, totalRupiah: 90_000 }]);
  expect(change(other, live).id).not.toBe(live.id); // it had it still
  expect(parked()).toHaveLength(2);
});

test('a cart for which more cash was taken than anybody has is told with the others', () => {
  const page = aPage();
  const most = { kind: 'cash', amountRupiah: rupiah(1_000_000_000_000) } as const;
  change(page, keptCart(openNew(page).id, { tenders: [most, most] }));
  const told = z.array(ParkedCart).safeParse(parked());
  expect(told.data).toMatchObject([{ takenRupiah: 2_000_000_000_000 }]);
});

test('a cart that was paid meanwhile is told as its receipt, and is not there to take', () => {
  const { cart } = aParkedCart();
  const [first, second] = [aPage(), aPage()];
  const empty = openNew(first);
  const late = openNew(second);
  const taken = change(first, keptCart(empty.id, { lines: [] }), cart.id);
  const receipt = payKopi(book.till, first, taken.id);
  const found = change(second, keptCart(late.id, { lines: [] }), cart.id);
  expect(found).toMatchObject({ isElsewhere: true, paid: { id: receipt.id } });
});

test('a page that sends its parked cart once more does not get it back by that', () => {
  const { page, cart } = aParkedCart();
  expect(() => keepCart(book.till, page, cart)).toThrow('CART_ELSEWHERE');
  expect(resumeCart(book.till, aPage(), cart)).toMatchObject({ isElsewhere: true });
  expect(parked()).toHaveLength(1);
});

test('a switch that is asked for twice parks once, and answers the same cart', () => {
  const other = aParkedCart('Pak Budi');
  const page = aPage();
  const { id } = openNew(page);
  const cart = keptCart(id);
  const fresh = anId();
  const first = change(page, cart, other.cart.id, fresh);
  leaveCarts(book.till, page);
  const again = change(aPage(), cart, other.cart.id, fresh);
  expect(again).toEqual(first);
  expect(parked()).toMatchObject([{ id, name: '' }]);
});

test('an empty cart is not parked', () => {
  const page = aPage();
  const { id } = openNew(page);
  change(page, keptCart(id, { lines: [] }));
  expect(parked()).toEqual([]);
});

test('more than fifty carts are not parked: the cart stays with its page', () => {
  for (let at = 0; at < 50; at += 1) aParkedCart();
  const page = aPage();
  const { id } = openNew(page);
  keepCart(book.till, page, keptCart(id));
  expect(() => change(page, keptCart(id))).toThrow('CARTS_TOO_MANY');
  expect(parked()).toHaveLength(50);
  keepCart(book.till, page, keptCart(id)); // it is this page's still
});

test('pages hear of what is parked, and of what a page that is gone has left', async () => {
  const watching = new AbortController();
  const news = watchParked(book.till, watching.signal);
  const next = async () => (await news.next()).value?.map(({ name }) => name);
  expect(await next()).toEqual([]);
  const { page, next: id } = aParkedCart();
  expect(await next()).toEqual(['Bu Rina']);
  keepCart(book.till, page, keptCart(id));
  leaveCarts(book.till, page);
  expect(await next()).toEqual(expect.arrayContaining(['Bu Rina', '']));
  watching.abort();
});
