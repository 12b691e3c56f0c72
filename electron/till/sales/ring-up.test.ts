import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rupiah } from '../../../domain/money.ts';
import { milli, pcs } from '../../../domain/quantity.ts';
import { ShelfProduct } from '../../../domain/catalog/product.ts';
import { Receipt } from '../../../domain/sales/receipt.ts';
import type { RingUp } from '../../../domain/sales/order.ts';
import {
  anId,
  aUnit,
  bookPieces,
  openTestTill,
  stockProduct,
  type TestTill,
  atDrawer,
  openTestShift,
} from '../../../test/support/test-till.ts';
import { findBarcode } from '../catalog/procedures.ts';
import { read, write } from '../database/write.ts';
import { KEY_FILE } from '../journal/folder.ts';
import { TIP_FILE } from '../journal/tip-file.ts';
import { verifyBook } from '../journal/verify.ts';
import { countJobs } from '../printing/print-job-store.ts';
import { bookNumbered } from './book-sale.ts';
import { readReceiptByNumber, readTotals } from './procedures.ts';
import { ringUp } from './ring-up.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
  openTestShift(book.till);
  stockProduct(book.till, {
    code: 'KOPI-01',
    name: 'Kopi Gayo',
    units: [aUnit('pcs', 1, 45_000), aUnit('lusin', 12, 500_000)],
  });
});
afterEach(() => book.close());

/** A line of so many pieces at the price of the shelf. */
const pieces = (count: number) => ({ ...kopi, unit: 'pcs', quantityMilli: pcs(count) });
const kopi = { code: 'KOPI-01', priceRupiah: rupiah(45_000) };
const lusin = { code: 'KOPI-01', unit: 'lusin', priceRupiah: rupiah(500_000) };
const firstId = '0193f1f0-0000-7000-8000-000000000001';
function anOrder(change: Partial<RingUp> = {}): RingUp {
  return {
    id: firstId,
    lines: [pieces(2)],
    tenders: [{ kind: 'cash', amountRupiah: rupiah(100_000) }],
    expectedTotalRupiah: rupiah(90_000),
    ...change,
  };
}
const onHand = () => findBarcode(book.till, { barcode: 'KOPI-01' }).product.onHandMilli;
const failsWith = (code: string, data: object) => expect.objectContaining({ code, data });

test('lesson 2: a paid sale is in the book with its stock, signed record and paper', async () => {
  const receipt = ringUp(book.till, atDrawer, anOrder());
  expect(receipt).toMatchObject({
    totalRupiah: 90_000,
    changeRupiah: 10_000,
    epoch: 1,
    seq: 3,
    businessDate: '2026-11-23',
  });
  expect(receipt.number).toMatch(/^[2-9A-Z]{3}-000001$/);
  expect(readReceiptByNumber(book.till, { number: receipt.number })).toEqual(receipt);
  expect(onHand()).toBe(pcs(-2));
  expect(read(book.till, countJobs).pending).toBe(1);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true, records: 3 });
});

test('lesson 7: a sale submitted twice is one sale with one stock move', () => {
  const first = ringUp(book.till, atDrawer, anOrder());
  expect(ringUp(book.till, atDrawer, anOrder())).toEqual(first);
  expect(readTotals(book.till)).toMatchObject({ sales: 1, salesTotalRupiah: 90_000 });
  expect(onHand()).toBe(pcs(-2));
});

test('lesson 10: the id of a booked sale is not taken for another cart', () => {
  const first = ringUp(book.till, atDrawer, anOrder());
  const other = anOrder({ lines: [pieces(1)], expectedTotalRupiah: rupiah(45_000) });
  expect(() => ringUp(book.till, atDrawer, other)).toThrow(
    failsWith('SALE_ID_REUSED', { number: first.number }),
  );
});

test('an id in capitals is the same id', async () => {
  const { contract } = await import('../../../domain/contract.ts');
  const input = contract.sales.ringUp['~orpc'].inputSchema;
  const order = anOrder({ id: firstId.replace('f1f0', 'F1F0') });
  const parsed = await input?.['~standard'].validate(order);

  expect(parsed).toMatchObject({ value: { id: firstId } });
});

test('the most that a sale is paid with gives a receipt, and more is refused', () => {
  const most = { kind: 'cash' as const, amountRupiah: rupiah(100_000_000_000) };
  const over = { ...most, amountRupiah: rupiah(100_000_000_001) };
  expect(() => ringUp(book.till, atDrawer, anOrder({ tenders: [most, over] }))).toThrow(
    'TOTAL_TOO_LARGE',
  );
  const receipt = ringUp(book.till, atDrawer, anOrder({ tenders: [most, most] }));

  expect(receipt.changeRupiah).toBe(199_999_910_000);
  expect(Receipt.safeParse(receipt).success).toBe(true);
  expect(readReceiptByNumber(book.till, { number: 'last' })).toEqual(receipt);
});

test('stock goes below any floor that sales can dig, and the shelf can still be read', () => {
  for (let at = 0; at < 3; at += 1) {
    ringUp(
      book.till,
      atDrawer,
      anOrder({
        id: anId(),
        lines: [
          { ...lusin, quantityMilli: milli(100_000_000) },
          { ...kopi, unit: 'pcs', quantityMilli: milli(999_999_999) },
        ],
        tenders: [{ kind: 'cash', amountRupiah: rupiah(200_000_000_000) }],
        expectedTotalRupiah: rupiah(95_000_000_000),
      }),
    );
  }

  expect(onHand()).toBe(-6_599_999_997);
  expect(
    ShelfProduct.safeParse(findBarcode(book.till, { barcode: 'KOPI-01' }).product),
  ).toMatchObject({ success: true });
});

test('stock that would pass the largest number refuses the sale, and nothing is written', () => {
  write(book.till, ({ db }) => db.exec("INSERT INTO stock VALUES ('KOPI-01', -9007199254740990)"));

  expect(() => ringUp(book.till, atDrawer, anOrder())).toThrow(failsWith('STOCK_TOO_LARGE', {}));
  expect(readTotals(book.till).sales).toBe(0);
});

test.each([
  ['sale', 1],
  ['refund', -1],
])('a %s that a hub would not count any more is refused, and nothing is written', (_, sign) => {
  const { till } = book;
  ringUp(till, atDrawer, anOrder()); // for Rp90.000
  const bookTotal = (amount: number) => {
    const totalRupiah = rupiah(sign * amount);
    const about = { row: 'own', atMs: till.clock(), totalRupiah } as const;
    write(till, (tx) =>
      bookNumbered(tx, till.device, about, () => {
        throw new Error('it was let through');
      }),
    );
  };

  expect(() => bookTotal(2_000_000_000_000 - 90_000)).toThrow('it was let through');
  expect(() => bookTotal(2_000_000_000_000 - 89_999)).toThrow(
    failsWith('BOOK_FULL', { mostRupiah: 2_000_000_000_000 }),
  );
  expect(readTotals(till)).toMatchObject({ sales: 1 });
});

test('a sale of another system is told apart from the stall’s own', () => {
  ringUp(book.till, atDrawer, anOrder());
  const { receipt } = bookPieces(book.till, 3, { source: 'INV-536365' });
  const next = ringUp(book.till, atDrawer, anOrder({ id: anId() }));

  expect(receipt).toMatchObject({ source: 'INV-536365', totalRupiah: 135_000 });
  expect(receipt.number).toMatch(/^[2-9A-Z]{3}-H1\.000004$/);
  expect(next.number).toMatch(/-000002$/);
  expect(readTotals(book.till)).toEqual({
    sales: 3,
    salesTotalRupiah: 315_000,
    refunds: 0,
    refundsTotalRupiah: 0,
    history: { sales: 1, salesTotalRupiah: 135_000, refunds: 0, refundsTotalRupiah: 0 },
  });
});

test('receipt numbers have no gap, also after a sale that was refused', () => {
  ringUp(book.till, atDrawer, anOrder());
  const short = { id: firstId.replace(/1$/, '2'), tenders: [] };
  expect(() => ringUp(book.till, atDrawer, anOrder(short))).toThrow(
    failsWith('TENDER_SHORT', { missingRupiah: 90_000 }),
  );
  const next = ringUp(book.till, atDrawer, anOrder({ id: firstId.replace(/1$/, '3') }));
  expect(next.number).toMatch(/-000002$/);
});

test('another total than the screen showed refuses the sale and books nothing', async () => {
  const order = anOrder({ expectedTotalRupiah: rupiah(89_900), tenders: [] });

  expect(() => ringUp(book.till, atDrawer, order)).toThrow(
    expect.objectContaining({
      code: 'TERMS_CHANGED',
      data: expect.objectContaining({ totalRupiah: 90_000 }) as object,
    }),
  );
  expect(readTotals(book.till).sales).toBe(0);
  expect(onHand()).toBe(0);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true, records: 2 });
});

test('a price that rose is told before the money is found short, with the prices of now', () => {
  const order = anOrder({
    lines: [{ ...pieces(1), priceRupiah: rupiah(40_000) }],
    tenders: [{ kind: 'cash', amountRupiah: rupiah(40_000) }],
    expectedTotalRupiah: rupiah(40_000),
  });

  expect(() => ringUp(book.till, atDrawer, order)).toThrow(
    failsWith('PRICE_CHANGED', {
      name: 'Kopi Gayo',
      totalRupiah: 45_000,
      prices: [{ code: 'KOPI-01', unit: 'pcs', priceRupiah: 45_000 }],
    }),
  );
});

test('two changes of price that cancel out are told', () => {
  stockProduct(book.till, { code: 'TEH-01', name: 'Teh', units: [aUnit('pcs', 1, 10_000)] });
  const order = anOrder({
    lines: [
      { ...pieces(1), priceRupiah: rupiah(44_000) },
      { ...pieces(1), code: 'TEH-01', priceRupiah: rupiah(11_000) },
    ],
    expectedTotalRupiah: rupiah(55_000),
  });

  expect(() => ringUp(book.till, atDrawer, order)).toThrow(
    expect.objectContaining({ code: 'PRICE_CHANGED' }),
  );
});

test('a product that is not on the shelf refuses the sale', () => {
  const lines = [{ ...pieces(1), code: 'TEH-01' }];
  expect(() => ringUp(book.till, atDrawer, anOrder({ lines }))).toThrow(
    failsWith('PRODUCT_UNKNOWN', { code: 'TEH-01', unit: 'pcs' }),
  );
});

test('a dozen takes twelve from the stock at its own price', () => {
  const receipt = ringUp(
    book.till,
    atDrawer,
    anOrder({
      lines: [{ ...lusin, quantityMilli: pcs(1) }],
      tenders: [{ kind: 'cash', amountRupiah: rupiah(500_000) }],
      expectedTotalRupiah: rupiah(500_000),
    }),
  );
  expect(receipt.changeRupiah).toBe(0);
  expect(onHand()).toBe(pcs(-12));
});

test('lesson 39: a sale after midnight belongs to the business day before', () => {
  book.clock.now = Date.UTC(2026, 10, 23, 18, 30);
  expect(ringUp(book.till, atDrawer, anOrder()).businessDate).toBe('2026-11-23');
});

test('a receipt that was never printed here is told as unknown', () => {
  expect(() => readReceiptByNumber(book.till, { number: 'XXX-000009' })).toThrow(
    failsWith('RECEIPT_UNKNOWN', { number: 'XXX-000009' }),
  );
});

test('the last receipt of a till that has sold nothing is not there yet', () => {
  expect(() => readReceiptByNumber(book.till, { number: 'last' })).toThrow(
    failsWith('RECEIPT_NONE', {}),
  );
});

test('a key and a tip file that went are there again after the next sale', async () => {
  const key = join(book.dataDir, KEY_FILE);
  const pem = readFileSync(key, 'utf8');
  rmSync(key);
  rmSync(join(book.dataDir, TIP_FILE));
  ringUp(book.till, atDrawer, anOrder());

  expect(readFileSync(key, 'utf8')).toBe(pem);
  expect(statSync(key).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(book.dataDir, 'lapak.log'), 'utf8')).toContain(
    'the device key was gone',
  );
  expect(readTotals(await book.reopen())).toMatchObject({ sales: 1 });
});

test('each part of a payment stands in the book as it was told, and net of change by kind', () => {
  const receipt = ringUp(
    book.till,
    atDrawer,
    anOrder({
      tenders: [
        { kind: 'cash', amountRupiah: rupiah(10_000) },
        { kind: 'qris', amountRupiah: rupiah(20_000), state: 'claimed', reference: 'RRN 4711' },
        {
          kind: 'card',
          amountRupiah: rupiah(70_000),
          bank: 'BCA',
          approval: '012345',
          last: '1234',
        },
      ],
    }),
  );
  expect(receipt).toMatchObject({
    totalRupiah: 90_000,
    changeRupiah: 10_000,
    tenders: [
      { kind: 'cash', amountRupiah: 10_000 },
      { kind: 'qris', amountRupiah: 20_000, state: 'claimed', reference: 'RRN 4711' },
      { kind: 'card', amountRupiah: 70_000, bank: 'BCA', approval: '012345', last: '1234' },
    ],
  });
  expect(readReceiptByNumber(book.till, { number: receipt.number })).toEqual(receipt);
});

test('more than is due without cash is refused until a person gives cash back', () => {
  const transfer = { kind: 'transfer', state: 'verified', amountRupiah: rupiah(100_000) } as const;
  const order = anOrder({ tenders: [transfer] });
  expect(() => ringUp(book.till, atDrawer, order)).toThrow(
    failsWith('TENDER_OVER', { overRupiah: 10_000 }),
  );
  expect(readTotals(book.till).sales).toBe(0);
  expect(ringUp(book.till, atDrawer, { ...order, givesCashBack: true })).toMatchObject({
    tenders: [{ kind: 'transfer', amountRupiah: 100_000 }],
    changeRupiah: 10_000,
  });
});
