import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import { cashier, drawerHands, float, hundreds } from '../../../test/support/drawer-hands.ts';
import { keptCart } from '../../../test/support/kept-carts.ts';
import {
  anId,
  aUnit,
  bookPieces,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { verifyBook } from '../journal/verify.ts';
import { keepCart } from '../sales/carts.ts';
import { changeSettings } from '../settings/stall-settings.ts';
import { write } from '../database/write.ts';
import { closeShift } from './close-shift.ts';
import { countDrawer, readExpected } from './count-drawer.ts';
import { readDrawers } from './drawers.ts';
import { handOver } from './hand-over.ts';
import { openToCount } from './move-cash.ts';
import { openShift } from './open-shift.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
  const units = [aUnit('pcs', 1, 45_000)];
  stockProduct(book.till, { code: 'KOPI-01', name: 'Kopi Gayo', category: 'Kopi', units });
});
afterEach(() => book.close());

const failsWith = (code: string, data: object = {}) => expect.objectContaining({ code, data });
const { addCashier, close, count, move, open } = drawerHands(() => book.till);

test('a shift closes with its newest count, and its Z says how often it was counted', () => {
  const shift = open();
  bookPieces(book.till, 1);
  expect(count(shift, 240_000)).toMatchObject({
    expectedRupiah: 245_000,
    differenceRupiah: -5_000,
  });
  expect(count(shift, 245_000)).toMatchObject({ differenceRupiah: 0, counts: 2 });

  const { closing } = close(shift);
  expect(closing).toMatchObject({
    z: 1,
    number: 'Z-000001',
    countedRupiah: 245_000,
    differenceRupiah: 0,
    counts: 2,
    reason: null,
    counters: { sales: 45_000, refunds: 0, count: 1 },
  });
  expect(readDrawers(book.till)).toMatchObject({
    open: [],
    left: [{ drawer: 1, count: hundreds(245_000) }],
  });
});

test('lesson 34: short money is accepted with a reason, not without', () => {
  const shift = open();
  count(shift, 190_000);
  expect(() => close(shift)).toThrow(failsWith('REASON_NEEDED', { differenceRupiah: -10_000 }));
  expect(close(shift, { reason: 'change-mistake' }).closing).toMatchObject({
    differenceRupiah: -10_000,
    reason: 'change-mistake',
  });
});

test('a close without a count, or with one since which something was sold, is refused', () => {
  const shift = open();
  expect(() => close(shift)).toThrow(failsWith('COUNT_NEEDED'));
  count(shift, 200_000);
  bookPieces(book.till, 1);
  move('safe-drop', 10_000);
  expect(() => close(shift)).toThrow(failsWith('COUNT_STALE', { acts: 2 }));
  openToCount(book.till, theOwner, { id: anId(), shift });
  count(shift, 235_000);
  expect(close(shift).closing?.differenceRupiah).toBe(0);
});

test('a close that comes again answers the first Z, and another one finds the shift closed', () => {
  const shift = open();
  count(shift, 200_000);
  const id = anId();
  const closed = close(shift, { id });

  expect(close(shift, { id })).toEqual(closed);
  expect(() => close(shift)).toThrow(failsWith('SHIFT_ENDED', { shift }));
  expect(() => count(shift, 1_000)).toThrow(failsWith('SHIFT_ENDED', { shift }));
  const next = open();
  expect(() => close(next, { id })).toThrow(failsWith('ACT_ID_REUSED'));
});

test('lesson 36: a day without a sale is closed and reported too', () => {
  const shift = open();
  count(shift, 200_000);
  expect(close(shift).sums).toMatchObject({
    sales: { count: 0, totalRupiah: 0 },
    netRupiah: 0,
    tenders: [],
    categories: [],
  });
});

test('lesson 37: carts that are not paid are told, and go on when the person says so', () => {
  const shift = open();
  keepCart(book.till, {}, keptCart(anId()));
  count(shift, 200_000);
  expect(() => close(shift)).toThrow(failsWith('CARTS_HELD', { carts: 1 }));
  expect(close(shift, { carts: 'carry' }).closing?.z).toBe(1);
});

test('with another drawer still open, unpaid carts do not hold up a close', () => {
  write(book.till, (tx) => changeSettings(tx, { drawers: 2 }));
  const first = open();
  open(2);
  keepCart(book.till, {}, keptCart(anId()));
  count(first, 200_000);
  expect(close(first).closing?.z).toBe(1);
});

test('a handover closes one shift and opens the next with the count, in one act', async () => {
  const shift = open();
  bookPieces(book.till, 1);
  count(shift, 245_000);
  const order = { id: anId(), shift, count: null, reason: null, note: '', receiver: addCashier() };
  const handed = handOver(book.till, theOwner, order);

  expect(handed.closed.closing).toMatchObject({ z: 1, handedTo: 'kasir-2' });
  expect(handed.opened).toMatchObject({ shift: 2, drawer: 1, cashier: 'kasir-2' });
  expect(readExpected(book.till, { shift: 2 }).expectedRupiah).toBe(245_000);
  expect(handOver(book.till, theOwner, order)).toEqual(handed);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('a handover that comes again as a close is not answered as one', () => {
  const shift = open();
  count(shift, 200_000);
  const order = { id: anId(), shift, count: null, reason: null, note: '' };
  handOver(book.till, theOwner, { ...order, receiver: addCashier() });
  expect(() => close(shift, order)).toThrow(failsWith('ACT_ID_REUSED'));
});

test('nobody hands a drawer over to who has it, nor the same act to somebody else', () => {
  const shift = open();
  count(shift, 200_000);
  const order = { id: anId(), shift, count: null, reason: null, note: '' };
  expect(() => handOver(book.till, theOwner, { ...order, receiver: 'kasir-1' })).toThrow(
    failsWith('RECEIVER_SAME'),
  );
  handOver(book.till, theOwner, { ...order, receiver: addCashier() });
  expect(() => handOver(book.till, theOwner, { ...order, receiver: addCashier() })).toThrow(
    failsWith('ACT_ID_REUSED'),
  );
});

test('who approved it stands in the shift and its Z', () => {
  const approved = { ...cashier, approver: 'kasir-1' };
  const { shift } = openShift(book.till, approved, { id: anId(), drawer: 1, float });
  countDrawer(book.till, cashier, { shift, count: float });
  const order = {
    id: anId(),
    shift,
    count: null,
    reason: null,
    note: '',
    carts: 'refuse' as const,
  };
  const report = closeShift(book.till, approved, order);

  expect(report).toMatchObject({ cashier: 'kasir-2', approver: 'kasir-1' });
  expect(report.closing).toMatchObject({ cashier: 'kasir-2', approver: 'kasir-1' });
});

test('a shift left open over night says so by its date, and closes by hand only', () => {
  const shift = open();
  book.clock.now += 24 * 3_600_000;
  const { today, open: shifts } = readDrawers(book.till);
  expect([today, shifts[0]?.businessDate]).toEqual(['2026-11-24', '2026-11-23']);
  bookPieces(book.till, 1);
  count(shift, 245_000);
  expect(close(shift)).toMatchObject({
    businessDate: '2026-11-23',
    sums: { netRupiah: 45_000 },
    closing: { businessDate: '2026-11-24' },
  });
});

test('a Z says nothing of a hub where there is none', () => {
  const shift = open();
  count(shift, 200_000);
  expect(close(shift).closing?.unsent).toBe(null);
});

test('cash that came in after the count makes it old as well', () => {
  const shift = open();
  count(shift, 200_000);
  move('change', 10_000);
  expect(() => close(shift)).toThrow(failsWith('COUNT_STALE', { acts: 1 }));
});

test('the same count sent again is one, and each other one is in the journal', async () => {
  const shift = open();
  expect(count(shift, 190_000).counts).toBe(1);
  expect(count(shift, 190_000).counts).toBe(1);
  expect(count(shift, 200_000).counts).toBe(2);
  const told = book.till.db.prepare("SELECT changes FROM act WHERE type = 'count'").pluck();
  expect(told.all()).toEqual([
    '[{"field":"found","from":"","to":"Rp190.000"}]',
    '[{"field":"found","from":"","to":"Rp200.000"}]',
  ]);
  expect(close(shift).closing?.counts).toBe(2);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('a drawer can be counted as often as it takes, and sold from in between', () => {
  const shift = open();
  for (let at = 1; at <= 120; at += 1) count(shift, 100 * at);
  bookPieces(book.till, 1);
  expect(count(shift, 245_000).counts).toBe(121);
  expect(close(shift).closing).toMatchObject({ counts: 121, countedRupiah: 245_000 });
});

test('a cart that was paid holds up no close, though it is kept for its change', () => {
  const shift = open();
  const id = anId();
  keepCart(book.till, {}, keptCart(id));
  bookPieces(book.till, 1, { id });
  count(shift, 245_000);
  expect(close(shift).closing?.z).toBe(1);
});

test('who has left takes no drawer over', () => {
  const shift = open();
  count(shift, 200_000);
  const order = { id: anId(), shift, count: null, reason: null, note: '', receiver: 'kasir-9' };
  expect(() => handOver(book.till, theOwner, order)).toThrow(
    failsWith('STAFF_UNKNOWN', { staff: 'kasir-9' }),
  );
});

test('a close holds for the count that was seen, not for one of another window', () => {
  const shift = open();
  const seen = count(shift, 200_000);
  const other = count(shift, 3_000);
  expect(() => close(shift, { count: seen.count })).toThrow(failsWith('COUNT_OTHER'));
  const order = { id: anId(), shift, count: seen.count, reason: null, note: '' };
  expect(() => handOver(book.till, theOwner, { ...order, receiver: addCashier() })).toThrow(
    failsWith('COUNT_OTHER'),
  );
  expect(close(shift, { count: other.count, reason: 'unknown' }).closing?.countedRupiah).toBe(
    3_000,
  );
});
