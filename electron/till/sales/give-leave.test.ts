import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSaleRecord } from '../../../domain/journal/record.ts';
import { rupiah } from '../../../domain/money.ts';
import { pcs } from '../../../domain/quantity.ts';
import type { RingUp } from '../../../domain/sales/order.ts';
import { HOUR_MS } from '../../../domain/time.ts';
import { type Calls, callsOf } from '../../../test/support/calls.ts';
import { openStaffedTill, pins, type StaffedTill } from '../../../test/support/staffed-till.ts';
import { anUnusedId, aUnit, openTestShift, stockProduct } from '../../../test/support/test-till.ts';
import { read } from '../database/write.ts';
import { readRecord } from '../journal/read-record.ts';
import { verifyBook } from '../journal/verify.ts';
import { beginSession } from '../staff/sign-in.ts';
import { newestOwnSale } from './sale-store.ts';

let stall: StaffedTill;
let cashier: Calls;
let id: string;
beforeEach(async () => {
  stall = await openStaffedTill('guarded');
  openTestShift(stall.till);
  stockProduct(stall.till, {
    code: 'BTK-01',
    name: 'Batik',
    units: [{ ...aUnit('pcs', 1, 350_000), floorRupiah: 300_000 }],
  });
  cashier = await stall.page('kasir-3');
  id = anUnusedId();
});
afterEach(() => stall.close());

/** The cashier's page, with the PIN of the supervisor on each call. */
function withLeave(): Calls {
  const page = {};
  beginSession(stall.till, page, { staff: 'kasir-3', isProven: true });
  return callsOf(stall, { page, approval: { staff: 'kasir-2', pin: pins['kasir-2'] } });
}

const batik = {
  code: 'BTK-01',
  unit: 'pcs',
  quantityMilli: pcs(1),
  priceRupiah: rupiah(350_000),
};
const at = (price: number) => [{ ...batik, agreedRupiah: rupiah(price) }];

function pay(calls: Calls, total: number, change: Partial<RingUp> = {}) {
  return calls.sales.ringUp({
    id,
    lines: [batik],
    tenders: total === 0 ? [] : [{ kind: 'cash', amountRupiah: rupiah(total) }],
    expectedTotalRupiah: rupiah(total),
    ...change,
  });
}

/** What the newest sale says of who allowed what. */
function allowed() {
  return read(stall.till, (tx) => {
    const record = readRecord(tx, newestOwnSale(tx) ?? 0, 'sale');
    return isSaleRecord(record) ? record.body.allowed : undefined;
  });
}

test('a price is sold at with leave only, and who gave it is named', async () => {
  await expect(pay(cashier, 325_000, { lines: at(325_000) })).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
    data: { name: 'Batik', permission: 'sale.price' },
  });
  await expect(cashier.sales.allowPrice({ id, lines: at(325_000) })).rejects.toMatchObject({
    code: 'NOT_PERMITTED',
  });
  await withLeave().sales.allowPrice({ id, lines: at(325_000) });

  const receipt = await pay(cashier, 325_000, { lines: at(325_000) });
  expect(receipt).toMatchObject({ cashier: 'kasir-3', totalRupiah: 325_000 });
  expect(allowed()).toEqual([{ permission: 'sale.price', by: 'kasir-2' }]);
  expect(await verifyBook(stall.till)).toMatchObject({ ok: true });
});

test('lesson 46: leave covers what goes no lower, of that line of that cart, only', async () => {
  await withLeave().sales.allowPrice({ id, lines: at(325_000) });
  await expect(pay(cashier, 320_000, { lines: at(320_000) })).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
  });
  const other = { id: anUnusedId(), lines: at(325_000) };
  await expect(pay(cashier, 325_000, other)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await pay(cashier, 330_000, { lines: at(330_000) })).toMatchObject({
    totalRupiah: 330_000,
  });
});

test('leave ends with the day on which it was given', async () => {
  await withLeave().sales.allowPrice({ id, lines: at(325_000) });
  stall.clock.now += 12 * HOUR_MS + 1;
  await expect(pay(cashier, 325_000, { lines: at(325_000) })).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
  });
  await withLeave().sales.allowPrice({ id, lines: at(325_000) });
  expect(await pay(cashier, 325_000, { lines: at(325_000) })).toMatchObject({
    totalRupiah: 325_000,
  });
});

test('lesson 45: below its floor a price needs the leave for that, of all the cart', async () => {
  const low = at(299_999);
  await expect(withLeave().sales.allowPrice({ id, lines: low })).rejects.toMatchObject({
    code: 'BELOW_FLOOR',
    data: { name: 'Batik', floorRupiah: 300_000 },
  });
  await withLeave().sales.allowBelowFloor({ id, lines: low });
  await pay(cashier, 300_000, { lines: low });
  expect(allowed()).toEqual([
    { permission: 'sale.price', by: 'kasir-2' },
    { permission: 'sale.below-floor', by: 'kasir-2' },
  ]);
});

test('a discount that brings a line below its floor is told', async () => {
  const discount = { kind: 'percent', rateBp: 1_500 } as const;
  const order = { id, lines: [batik], discount };
  await expect(withLeave().sales.allowDiscount(order)).rejects.toMatchObject({
    code: 'BELOW_FLOOR',
  });
  await withLeave().sales.allowDiscount({ ...order, discount: { ...discount, rateBp: 1_000 } });
  await expect(pay(cashier, 297_500, { discount })).rejects.toMatchObject({
    code: 'BELOW_FLOOR',
  });
  const off = { ...discount, rateBp: 1_000 };
  expect(await pay(cashier, 315_000, { discount: off })).toMatchObject({ totalRupiah: 315_000 });
});

test('who may needs no leave, and nobody is named for it', async () => {
  const owner = await stall.page('kasir-1');
  await pay(owner, 1_000, { lines: at(1_000) });
  expect(allowed()).toBeUndefined();
});

test('a quick item is sold by anybody who may sell it, and moves no stock', async () => {
  const quick = {
    code: '',
    name: 'Bungkus kado',
    unit: 'pcs',
    quantityMilli: pcs(2),
    priceRupiah: rupiah(7_500),
    agreedRupiah: rupiah(7_500),
  };
  const receipt = await pay(cashier, 15_000, { lines: [quick] });
  expect(receipt.lines).toMatchObject([{ code: '', name: 'Bungkus kado', amountRupiah: 15_000 }]);
  expect(await verifyBook(stall.till)).toMatchObject({ ok: true });
});

test('a sale of nothing to pay is booked without a tender', async () => {
  const owner = await stall.page('kasir-1');
  const discount = { kind: 'percent', rateBp: 10_000 } as const;
  expect(await pay(owner, 0, { discount })).toMatchObject({ totalRupiah: 0, tenders: [] });
});

/** Paid by a card that took so much, and the rest of it given back in cash. */
function overpaid(cardRupiah: number): Partial<RingUp> {
  const card = { kind: 'card', bank: 'BCA', approval: '012345', last: '1234' } as const;
  return {
    tenders: [{ ...card, amountRupiah: rupiah(cardRupiah) }],
    expectedTotalRupiah: rupiah(350_000),
    givesCashBack: true,
  };
}

test('cash that goes back for a card needs leave for so much, and says whose it was', async () => {
  const refused = { code: 'CASH_BACK_LEAVE', data: { overRupiah: 3_150_000 } };
  await expect(pay(cashier, 350_000, overpaid(3_500_000))).rejects.toMatchObject(refused);
  const ask = { id, lines: [batik], overRupiah: rupiah(3_000_000) };
  await withLeave().sales.allowCashBack(ask);
  await expect(pay(cashier, 350_000, overpaid(3_500_000))).rejects.toMatchObject(refused);
  await expect(cashier.sales.allowCashBack(ask)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });

  await withLeave().sales.allowBelowFloor({ ...ask, overRupiah: rupiah(3_150_000) });
  await expect(pay(cashier, 350_000, overpaid(3_500_000))).rejects.toMatchObject(refused);

  await withLeave().sales.allowCashBack({ ...ask, overRupiah: rupiah(3_150_000) });
  expect(await pay(cashier, 350_000, overpaid(3_500_000))).toMatchObject({
    changeRupiah: 3_150_000,
  });
  expect(allowed()).toEqual([{ permission: 'sale.cash-back', by: 'kasir-2' }]);
  expect(await verifyBook(stall.till)).toMatchObject({ ok: true });
});

test('what is over by less than a coin, and change for cash, need no leave', async () => {
  const over = { ...overpaid(350_040), expectedTotalRupiah: rupiah(350_040) };
  expect(await pay(cashier, 350_000, over)).toMatchObject({ changeRupiah: 0 });
  const cash = { tenders: [{ kind: 'cash' as const, amountRupiah: rupiah(500_000) }] };
  expect(await pay(cashier, 350_000, { ...cash, id: anUnusedId() })).toMatchObject({
    changeRupiah: 150_000,
  });
});

test('more than a sale can come to is taken by no card', async () => {
  const card = overpaid(100_000_000_100);
  await expect(pay(cashier, 350_000, card)).rejects.toMatchObject({ code: 'TOTAL_TOO_LARGE' });
});

test('leave is for one sale: the cart that goes on from a paid one has none', async () => {
  await withLeave().sales.allowCashBack({ id, lines: [batik], overRupiah: rupiah(50_000) });
  await withLeave().sales.allowPrice({ id, lines: at(325_000) });
  await pay(cashier, 350_000, overpaid(400_000));
  const { id: next } = await cashier.sales.openCart({
    wanted: { id, unkept: null },
    fresh: anUnusedId(),
  });
  await expect(pay(cashier, 350_000, { ...overpaid(400_000), id: next })).rejects.toMatchObject({
    code: 'CASH_BACK_LEAVE',
  });
  await expect(pay(cashier, 325_000, { id: next, lines: at(325_000) })).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
  });
});
