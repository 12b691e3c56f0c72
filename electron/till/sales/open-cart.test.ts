import { afterEach, beforeEach, expect, test } from 'vitest';
import { rupiah } from '../../../domain/money.ts';
import { pcs } from '../../../domain/quantity.ts';
import { HOUR_MS } from '../../../domain/time.ts';
import { aPage, keptCart, kopi, payKopi } from '../../../test/support/kept-carts.ts';
import {
  anId,
  aUnit,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { keepCart, resumeCart } from './carts.ts';
import { openCart } from './open-cart.ts';
import { listParked } from './parked-carts.ts';
import { switchCart } from './switch-cart.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
  stockProduct(book.till, { code: 'KOPI-01', name: 'Kopi Gayo', units: [aUnit('pcs', 1, 45_000)] });
});
afterEach(() => book.close());

const scans = [{ code: '8991000000010', isWhole: true, quantityMilli: null }];
const openNew = (page: object) => openCart(book.till, page, { wanted: null, fresh: anId() });
const openWanted = (page: object, id: string, fresh = anId()) =>
  openCart(book.till, page, { wanted: { id, unkept: null }, fresh });
const leave = (page: object) => book.till.carts.leave(page);

/** A page with two kopi in its cart. */
function aFilledPage() {
  const page = aPage();
  const { id } = openNew(page);
  keepCart(book.till, page, keptCart(id));
  return { page, id };
}

/** A page that shows the change of a sale. */
function aPaidPage() {
  const { page, id } = aFilledPage();
  const receipt = payKopi(book.till, page, id);
  const next = anId();
  keepCart(book.till, page, keptCart(next, { lines: [], after: receipt.id }));
  return { page, id, next, receipt };
}

test('a page that was loaded again twice while its sale was booked shows the change', () => {
  const { page, id } = aFilledPage();
  const receipt = payKopi(book.till, page, id);
  const fresh = anId();
  openWanted(aPage(), id, fresh); // its answer is not heard

  const reloaded = openWanted(aPage(), id, fresh);

  expect(reloaded).toMatchObject({ id: fresh, paid: receipt, isElsewhere: false });
});

test('what was agreed and taken for a cart that was paid is none of the next one', () => {
  const { page, id } = aFilledPage();
  const tenders = [{ kind: 'cash' as const, amountRupiah: rupiah(10_000) }];
  keepCart(book.till, page, keptCart(id, { tenders, note: 'dua warna' }));
  payKopi(book.till, page, id);
  const fresh = anId();
  openWanted(aPage(), id, fresh); // its answer is not heard

  const reloaded = openWanted(aPage(), id, fresh);

  expect(reloaded).not.toHaveProperty('tenders');
  expect(reloaded).not.toHaveProperty('note');
});

test('an exchange in a cart without goods outlives its page, and a switch of carts', () => {
  const page = aPage();
  const { id } = openNew(page);
  const lines = [{ at: 0, quantityMilli: pcs(1), isRestocked: true }];
  const returned = { number: 'ABC-000001', lines, reason: 'Tukar' };
  const exchange = { kind: 'exchange' as const, amountRupiah: rupiah(45_000), ...returned };
  keepCart(book.till, page, keptCart(id, { lines: [], tenders: [exchange] }));
  leave(page);

  const next = aPage();
  const opened = openNew(next);
  expect(opened.tenders).toEqual([exchange]);
  const cart = keptCart(opened.id, { lines: [], tenders: [exchange] });
  switchCart(book.till, next, { cart, to: null, fresh: anId() });
  expect(listParked(book.till)).toMatchObject([
    { lines: 0, products: [], exchangeRupiah: 45_000, takenRupiah: 0 },
  ]);
});

test('a page that was new and loaded again unheard has the cart that was left', () => {
  const { page, id } = aFilledPage();
  leave(page);
  const fresh = anId();
  openCart(book.till, aPage(), { wanted: null, fresh });

  const reloaded = openCart(book.till, aPage(), { wanted: null, fresh });

  expect(reloaded).toMatchObject({ id: fresh, lines: [{ code: 'KOPI-01' }] });
  expect(resumeCart(book.till, page, { id }).isElsewhere).toBe(true);
});

test('a page that is opened again takes its cart back from one that took it over and went', () => {
  const { page, id } = aFilledPage();
  leave(page);
  const second = aPage();
  const taken = openNew(second);
  keepCart(book.till, second, keptCart(taken.id, { lines: [{ ...kopi, quantityMilli: pcs(5) }] }));
  leave(second);

  const unkept = keptCart(id, { scans });
  const asked = { wanted: { id, unkept }, fresh: anId() };
  const reopened = openCart(book.till, aPage(), asked);

  expect(reopened).toMatchObject({
    id: asked.fresh,
    lines: [{ quantityMilli: pcs(5) }],
    isElsewhere: false,
    leftAtMs: book.clock.now,
    hasUnkept: false,
  });
  expect(resumeCart(book.till, second, { id: taken.id }).isElsewhere).toBe(true);
});

test('a cart whose answer was lost, and that others went on with, begins under no old id', () => {
  const { page, id } = aFilledPage();
  leave(page);
  const fresh = anId();
  const unheard = aPage();
  openWanted(unheard, id); // still its own
  leave(unheard);
  const second = aPage();
  openCart(book.till, second, { wanted: null, fresh });
  leave(second);
  const third = aPage();
  const taken = openNew(third);

  const refused = openCart(book.till, aPage(), { wanted: null, fresh });
  leave(third);
  const reopened = openCart(book.till, aPage(), { wanted: null, fresh });

  expect(refused).toMatchObject({ lines: [], isElsewhere: true });
  expect(reopened).toMatchObject({ lines: [{ code: 'KOPI-01' }], isElsewhere: false });
  const used = [id, fresh, taken.id, refused.id, reopened.id];
  expect(new Set(used).size).toBe(used.length);
});

/** A cart that a second page took and paid; its change stands there. */
function aCartPaidElsewhere() {
  const { page, id } = aFilledPage();
  leave(page);
  const second = aPage();
  const taken = openNew(second);
  const receipt = payKopi(book.till, second, taken.id);
  keepCart(book.till, second, keptCart(anId(), { lines: [], after: taken.id }));
  return { id, second, receipt };
}

test('a cart that was paid by a page which is there is told with its receipt', () => {
  const { id, receipt } = aCartPaidElsewhere();

  const reopened = openWanted(aPage(), id);

  expect(reopened).toMatchObject({ lines: [], isElsewhere: true, paid: receipt });
});

test('a cart that was paid by a page which went shows its change', () => {
  const { id, second, receipt } = aCartPaidElsewhere();
  leave(second);

  const reopened = openWanted(aPage(), id);

  expect(reopened).toMatchObject({ lines: [], isElsewhere: false, paid: receipt });
});

test.each(['before', 'after'] as const)(
  'a cart that was filled %s a sale is behind its change in a new window',
  (order) => {
    const fill = () => {
      book.clock.now += 60_000;
      return { ...aFilledPage(), keptAtMs: book.clock.now };
    };
    const early = order === 'before' ? fill() : undefined;
    book.clock.now += 60_000;
    const sold = aPaidPage();
    const filled = early ?? fill();
    leave(sold.page);
    leave(filled.page);

    const opened = openNew(aPage());

    expect(opened).toMatchObject({
      paid: sold.receipt,
      lines: [{ code: 'KOPI-01' }],
      leftAtMs: filled.keptAtMs,
    });
    const back = [filled.id, sold.next].map((id) => resumeCart(book.till, aPage(), { id }));
    expect(back.map(({ isElsewhere }) => isElsewhere)).toEqual([true, true]);
    expect(openNew(aPage())).toMatchObject({ lines: [], paid: null, leftAtMs: null });
  },
);

test('each of several filled carts comes to a new window, the newest first', () => {
  const pages = [aFilledPage(), aFilledPage()];
  for (const { page } of pages) leave(page);

  const opened = [openNew(aPage()), openNew(aPage()), openNew(aPage())];

  expect(opened.map(({ lines }) => lines.length)).toEqual([1, 1, 0]);
});

test('a change that was given long ago hides no cart', () => {
  const filled = aFilledPage();
  book.clock.now += 60_000;
  const sold = aPaidPage();
  leave(filled.page);
  leave(sold.page);
  book.clock.now += 12 * HOUR_MS + 1;

  expect(openNew(aPage())).toMatchObject({ paid: null, lines: [{ code: 'KOPI-01' }] });
});

test('a left cart of scans that were not answered is said to be left', () => {
  const page = aPage();
  const { id } = openNew(page);
  keepCart(book.till, page, keptCart(id, { lines: [], scans }));
  leave(page);

  expect(openNew(aPage())).toMatchObject({ lines: [], scans, leftAtMs: book.clock.now });
});
