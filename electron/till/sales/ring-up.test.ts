import { afterEach, beforeEach, expect, test } from 'vitest';
import { rupiah } from '../../../domain/money.ts';
import { pcs } from '../../../domain/quantity.ts';
import type { RingUp } from '../../../domain/sales/contract.ts';
import {
  aUnit,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { findBarcode } from '../catalog/procedures.ts';
import { read } from '../database/write.ts';
import { verifyJournal } from '../journal/verify.ts';
import { countJobs } from '../printing/print-job-store.ts';
import { readReceiptByNumber, readTotals } from './procedures.ts';
import { ringUp } from './ring-up.ts';
import { theOwner } from '../../../domain/actor.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
  stockProduct(book.till, {
    code: 'KOPI-01',
    name: 'Kopi Gayo',
    units: [aUnit('pcs', 1, 45_000), aUnit('lusin', 12, 500_000)],
  });
});
afterEach(() => book.close());

const firstId = '0193f1f0-0000-7000-8000-000000000001';
function anOrder(change: Partial<RingUp> = {}): RingUp {
  return {
    id: firstId,
    lines: [{ code: 'KOPI-01', unit: 'pcs', quantityMilli: pcs(2) }],
    tenders: [{ kind: 'cash', amountRupiah: rupiah(100_000) }],
    expectedTotalRupiah: rupiah(90_000),
    ...change,
  };
}
const onHand = () => findBarcode(book.till, { barcode: 'KOPI-01' }).product.onHandMilli;
const failsWith = (code: string, data: object) => expect.objectContaining({ code, data });

test('a paid sale stands in the book with its stock, its signed record and its paper', async () => {
  const receipt = ringUp(book.till, theOwner, anOrder());
  expect(receipt).toMatchObject({
    totalRupiah: 90_000,
    changeRupiah: 10_000,
    epoch: 1,
    seq: 2,
    businessDate: '2026-11-23',
  });
  expect(receipt.number).toMatch(/^[2-9A-Z]{3}-000001$/);
  expect(readReceiptByNumber(book.till, { number: receipt.number })).toEqual(receipt);
  expect(onHand()).toBe(pcs(-2));
  expect(read(book.till, countJobs).pending).toBe(1);
  expect(await verifyJournal(book.till)).toMatchObject({ ok: true, records: 2 });
});

test('a sale submitted twice is one sale with one stock move', () => {
  const first = ringUp(book.till, theOwner, anOrder());
  expect(ringUp(book.till, theOwner, anOrder())).toEqual(first);
  expect(readTotals(book.till)).toMatchObject({ sales: 1, salesTotalRupiah: 90_000 });
  expect(onHand()).toBe(pcs(-2));
});

test('the id of a booked sale is not taken for another cart', () => {
  ringUp(book.till, theOwner, anOrder());
  const other = anOrder({ lines: [{ code: 'KOPI-01', unit: 'pcs', quantityMilli: pcs(1) }] });
  expect(() => ringUp(book.till, theOwner, other)).toThrow(failsWith('SALE_ID_REUSED', {}));
});

test('receipt numbers have no gap, also after a sale that was refused', () => {
  ringUp(book.till, theOwner, anOrder());
  const short = { id: firstId.replace(/1$/, '2'), tenders: [] };
  expect(() => ringUp(book.till, theOwner, anOrder(short))).toThrow(
    failsWith('TENDER_SHORT', { missingRupiah: 90_000 }),
  );
  const next = ringUp(book.till, theOwner, anOrder({ id: firstId.replace(/1$/, '3') }));
  expect(next.number).toMatch(/-000002$/);
});

test('another total than the screen showed refuses the sale and books nothing', async () => {
  const order = anOrder({ expectedTotalRupiah: rupiah(80_000) });
  expect(() => ringUp(book.till, theOwner, order)).toThrow(
    failsWith('TOTAL_CHANGED', { totalRupiah: 90_000 }),
  );
  expect(readTotals(book.till).sales).toBe(0);
  expect(onHand()).toBe(0);
  expect(await verifyJournal(book.till)).toMatchObject({ ok: true, records: 1 });
});

test('a product that is not on the shelf refuses the sale', () => {
  const lines = [{ code: 'TEH-01', unit: 'pcs', quantityMilli: pcs(1) }];
  expect(() => ringUp(book.till, theOwner, anOrder({ lines }))).toThrow(
    failsWith('PRODUCT_UNKNOWN', { code: 'TEH-01', unit: 'pcs' }),
  );
});

test('a dozen takes twelve from the stock at its own price', () => {
  const receipt = ringUp(
    book.till,
    theOwner,
    anOrder({
      lines: [{ code: 'KOPI-01', unit: 'lusin', quantityMilli: pcs(1) }],
      tenders: [{ kind: 'cash', amountRupiah: rupiah(500_000) }],
      expectedTotalRupiah: rupiah(500_000),
    }),
  );
  expect(receipt.changeRupiah).toBe(0);
  expect(onHand()).toBe(pcs(-12));
});

test('a sale after midnight belongs to the business day before', () => {
  book.clock.now = Date.UTC(2026, 10, 23, 18, 30);
  expect(ringUp(book.till, theOwner, anOrder()).businessDate).toBe('2026-11-23');
});

test('a receipt that was never printed here is told as unknown', () => {
  expect(() => readReceiptByNumber(book.till, { number: 'XXX-000009' })).toThrow(
    failsWith('RECEIPT_UNKNOWN', { number: 'XXX-000009' }),
  );
});
