import { afterEach, beforeEach, expect, test } from 'vitest';
import { pcs } from '../../../domain/quantity.ts';
import { KeptCart } from '../../../domain/sales/kept-cart.ts';
import { HOUR_MS } from '../../../domain/time.ts';
import { aPage, keptCart as kept, kopi, payKopi } from '../../../test/support/kept-carts.ts';
import {
  anId,
  aUnit,
  openTestTill,
  stockProduct,
  type TestTill,
  openTestShift,
} from '../../../test/support/test-till.ts';
import { write } from '../database/write.ts';
import { keepCart, resumeCart } from './carts.ts';
import { openCart } from './open-cart.ts';
import { readTotals } from './procedures.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
  openTestShift(book.till);
  stockProduct(book.till, { code: 'KOPI-01', name: 'Kopi Gayo', units: [aUnit('pcs', 1, 45_000)] });
});
afterEach(() => book.close());

/** What a page hands over that is loaded again. */
const wantedCart = (id: string, unkept: KeptCart | null = null) => ({ id, unkept });
const openNew = (page: object, till = book.till) =>
  openCart(till, page, { wanted: null, fresh: anId() });
const pay = (page: object, id: string, till = book.till) => payKopi(till, page, id);
const elsewhere = expect.objectContaining({ code: 'CART_ELSEWHERE' }) as Error;

test('a kept cart is there after a kill, with a new id and the prices of now', async () => {
  const killed = aPage();
  const { id } = openNew(killed);
  keepCart(book.till, killed, kept(id));
  book.clock.now += 60_000;
  const till = await book.reopen();
  write(till, ({ db }) => db.exec('UPDATE product_unit SET price_rupiah = 47000'));

  const opened = openNew(aPage(), till);

  expect(opened).toMatchObject({
    lines: [{ code: 'KOPI-01', name: 'Kopi Gayo', quantityMilli: 2_000, priceRupiah: 47_000 }],
    gone: [],
    paid: null,
    leftAtMs: book.clock.now - 60_000,
    otherPages: 0,
  });
  expect(opened.id).not.toBe(id);
});

test('a page that is loaded again goes on with its cart and its id', () => {
  const page = aPage();
  const { id } = openNew(page);
  keepCart(book.till, page, kept(id));

  const reloaded = openCart(book.till, aPage(), { wanted: wantedCart(id), fresh: anId() });

  expect(reloaded).toMatchObject({ id, lines: [{ code: 'KOPI-01' }], leftAtMs: null });
  expect(() => keepCart(book.till, page, kept(id))).toThrow(elsewhere);
});

test('a second page has a cart of its own while the first is there', () => {
  const first = aPage();
  const { id } = openNew(first);
  keepCart(book.till, first, kept(id));

  const second = openNew(aPage());

  expect(second).toMatchObject({ lines: [], otherPages: 1 });
  expect(second.id).not.toBe(id);
});

test('a cart that another page went on with is told to the page that comes back', () => {
  const [first, second] = [aPage(), aPage()];
  const { id } = openNew(first);
  keepCart(book.till, first, kept(id));
  book.till.carts.leave(first);
  const opened = openNew(second);

  expect(resumeCart(book.till, first, { id })).toEqual({ isElsewhere: true, receipt: null });
  expect(() => pay(first, id)).toThrow(elsewhere);
  const receipt = pay(second, opened.id);
  expect(resumeCart(book.till, first, { id })).toEqual({ isElsewhere: true, receipt });
  const reloaded = openCart(book.till, first, { wanted: wantedCart(id), fresh: anId() });
  expect(reloaded).toMatchObject({ lines: [], isElsewhere: true });
  expect(readTotals(book.till).sales).toBe(1);
});

test('a page that comes back before anybody else has its cart, and what became of it', () => {
  const page = aPage();
  const { id } = openNew(page);
  keepCart(book.till, page, kept(id));
  const receipt = pay(page, id);
  book.till.carts.leave(page);

  expect(resumeCart(book.till, page, { id })).toEqual({ isElsewhere: false, receipt });
});

test('a page that outlives two kills has no part in a cart that went on twice', async () => {
  const survivor = aPage();
  const { id } = openNew(survivor);
  keepCart(book.till, survivor, kept(id));
  openNew(aPage(), await book.reopen());
  const till = await book.reopen();
  const last = aPage();
  const opened = openNew(last, till);
  const receipt = pay(last, opened.id, till);

  expect(() => keepCart(till, survivor, kept(id))).toThrow(elsewhere);
  expect(() => pay(survivor, id, till)).toThrow(elsewhere);
  expect(resumeCart(till, survivor, { id })).toEqual({ isElsewhere: true, receipt });
});

test('a page is told the receipt of its own cart, not of those that came after it', async () => {
  const survivor = aPage();
  const { id } = openNew(survivor);
  keepCart(book.till, survivor, kept(id));
  const second = await book.reopen();
  const middle = aPage();
  const paidAs = openNew(middle, second).id;
  const receipt = pay(middle, paidAs, second);
  const third = await book.reopen();
  const last = aPage();
  const next = openNew(last, third).id;
  pay(last, next, third);

  expect(resumeCart(third, survivor, { id })).toEqual({ isElsewhere: true, receipt });
});

test('a page that asks again, for the answer was lost, has what it was answered', () => {
  const gone = aPage();
  const { id } = openNew(gone);
  const scans = [{ code: '8991000000010', isWhole: true, quantityMilli: null }];
  const receipt = pay(gone, id);
  keepCart(book.till, gone, kept(id, { scans }));
  const asked = { wanted: wantedCart(id), fresh: anId() };
  const first = openCart(book.till, aPage(), asked);

  expect(first).toMatchObject({ id: asked.fresh, paid: receipt, scans, isElsewhere: false });
  expect(openCart(book.till, aPage(), asked)).toMatchObject({ ...first, otherPages: 1 });
});

test('what a page could not keep any more before it was loaded again is in its cart', () => {
  const page = aPage();
  const { id } = openNew(page);
  keepCart(book.till, page, kept(id));
  const scans = [{ code: '8991000000010', isWhole: true, quantityMilli: null }];
  const unkept = kept(id, { lines: [{ ...kopi, quantityMilli: pcs(5) }], scans });

  const handed = { wanted: wantedCart(id, unkept), fresh: anId() };
  const reloaded = openCart(book.till, aPage(), handed);

  expect(reloaded).toMatchObject({ id, lines: [{ quantityMilli: 5_000 }], scans });
});

test('a sale that was booked for a page that is gone is told to it', async () => {
  const survivor = aPage();
  const { id } = openNew(survivor);
  keepCart(book.till, survivor, kept(id));
  const receipt = pay(survivor, id);
  const till = await book.reopen();
  openNew(aPage(), till);

  expect(resumeCart(till, survivor, { id })).toEqual({ isElsewhere: true, receipt });
});

test('a sale of a killed page is no longer shown as just paid the day after', async () => {
  const killed = aPage();
  const { id } = openNew(killed);
  keepCart(book.till, killed, kept(id));
  pay(killed, id);
  book.clock.now += 12 * HOUR_MS + 1;
  const till = await book.reopen();

  expect(openNew(aPage(), till)).toMatchObject({ lines: [], paid: null });
});

test('a cart that was paid before the answer came is answered as its receipt', async () => {
  const killed = aPage();
  const { id } = openNew(killed);
  keepCart(book.till, killed, kept(id));
  const receipt = pay(killed, id);
  const till = await book.reopen();

  const opened = openNew(aPage(), till);

  expect(opened).toMatchObject({ lines: [], paid: receipt, leftAtMs: null });
  expect(opened.id).not.toBe(id);
});

test('what was scanned during a payment is of the next cart, also through a kill', async () => {
  const killed = aPage();
  const { id } = openNew(killed);
  const scans = [{ code: '8991000000010', isWhole: true, quantityMilli: pcs(3) }];
  keepCart(book.till, killed, kept(id, { scans }));
  const receipt = pay(killed, id);
  const till = await book.reopen();

  expect(openNew(aPage(), till)).toMatchObject({ lines: [], scans, paid: receipt });
});

test('the change stands again after a reload, but not twelve hours later', () => {
  const page = aPage();
  const { id } = openNew(page);
  const receipt = pay(page, id);
  const next = anId();
  keepCart(book.till, page, kept(next, { lines: [], after: id }));

  const reloaded = openCart(book.till, aPage(), { wanted: wantedCart(next), fresh: anId() });
  book.clock.now += 12 * HOUR_MS + 1;
  const later = openCart(book.till, aPage(), { wanted: wantedCart(next), fresh: anId() });

  expect(reloaded).toMatchObject({ id: next, paid: receipt });
  expect(later.paid).toBeNull();
});

test('what is no longer sold leaves the cart by its name', () => {
  const page = aPage();
  const { id } = openNew(page);
  const teh = { ...kopi, code: 'TEH-01', name: 'Teh Solok' };
  const lusin = { ...kopi, unit: 'lusin', name: 'Kopi lusinan' };
  keepCart(book.till, page, kept(id, { lines: [teh, kopi, lusin] }));

  const opened = openCart(book.till, aPage(), { wanted: wantedCart(id), fresh: anId() });

  expect(opened.lines.map(({ code }) => code)).toEqual(['KOPI-01']);
  expect(opened.gone).toEqual(['Teh Solok', 'Kopi lusinan']);
});

test('a line whose price has risen past every limit leaves the cart by its name', () => {
  const page = aPage();
  const { id } = openNew(page);
  keepCart(book.till, page, kept(id, { lines: [{ ...kopi, quantityMilli: pcs(9_999) }] }));
  write(book.till, ({ db }) => db.exec('UPDATE product_unit SET price_rupiah = 900000000000'));

  const opened = openCart(book.till, aPage(), { wanted: wantedCart(id), fresh: anId() });

  expect(opened).toMatchObject({ id, lines: [], gone: ['Kopi Gayo'] });
});

test('a page keeps one cart: the next takes the place of the last, an empty one none', () => {
  const page = aPage();
  const { id } = openNew(page);
  const rows = () => book.till.db.prepare('SELECT id FROM cart').pluck().all();
  keepCart(book.till, page, kept(id));
  const next = anId();
  keepCart(book.till, page, kept(next));
  expect(rows()).toEqual([next]);

  keepCart(book.till, page, kept(next, { lines: [] }));
  expect(rows()).toEqual([]);
});

test('a left cart that was opened by a page that went at once is left again', () => {
  const [first, second] = [aPage(), aPage()];
  const { id } = openNew(first);
  keepCart(book.till, first, kept(id));
  book.till.carts.leave(first);
  openNew(second);
  book.till.carts.leave(second);

  expect(openNew(aPage()).lines).toMatchObject([{ code: 'KOPI-01', quantityMilli: 2_000 }]);
});

test.each([
  ['is no JSON', "content = '{'"],
  [
    'has a line twice',
    "content = replace(content, '[{', '[' || (content ->> '$.lines[0]') || ',{')",
  ],
  ['has a time that no clock has', `kept_at_ms = ${2n ** 60n}`],
])('a kept cart that %s is passed over', async (_, change) => {
  const page = aPage();
  const { id } = openNew(page);
  keepCart(book.till, page, kept(id));
  write(book.till, ({ db }) => db.exec(`UPDATE cart SET ${change}`));
  const till = await book.reopen();

  expect(openNew(aPage(), till).lines).toEqual([]);
  expect(openCart(till, aPage(), { wanted: wantedCart(id), fresh: anId() }).lines).toEqual([]);
});

test('a cart with one product and unit on two lines is not kept', () => {
  expect(
    KeptCart.safeParse(kept(anId(), { lines: [kopi, { ...kopi, unit: 'lusin' }] })).success,
  ).toBe(true);
  expect(KeptCart.safeParse(kept(anId(), { lines: [kopi, kopi] })).success).toBe(false);
});
