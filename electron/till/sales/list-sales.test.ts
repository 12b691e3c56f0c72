import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import { rupiah } from '../../../domain/money.ts';
import { pcs } from '../../../domain/quantity.ts';
import {
  aLine,
  anId,
  aUnit,
  bookPieces,
  bookPiecesTimes,
  openTestTill,
  stockProduct,
  type TestTill,
  atDrawer,
  openTestShift,
} from '../../../test/support/test-till.ts';
import { write } from '../database/write.ts';
import { changeSettings } from '../settings/stall-settings.ts';
import { listSales, readDay } from './list-sales.ts';
import { readTotals, watchSales } from './procedures.ts';
import { ringUp } from './ring-up.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
  openTestShift(book.till);
});
afterEach(() => book.close());

const cash = (amount: number) => [{ kind: 'cash', amountRupiah: rupiah(amount) }] as const;
const today = { businessDate: null, text: '', cursor: '', limit: 10 };
const totals = (choice: Partial<typeof today>) =>
  listSales(book.till, { ...today, ...choice }).sales.map((sale) => sale.totalRupiah);

test('a day comes to its sales less its refunds, by tender net of change', () => {
  bookPieces(book.till, 2, { tenders: cash(100_000) });
  bookPieces(book.till, 1);
  bookPieces(book.till, -1);
  bookPieces(book.till, 3, { source: 'INV-1' });
  const own = { sales: 2, salesTotalRupiah: 135_000, refunds: 1, refundsTotalRupiah: 45_000 };
  const history = { sales: 1, salesTotalRupiah: 135_000, refunds: 0, refundsTotalRupiah: 0 };

  expect(readDay(book.till, theOwner, today)).toEqual({
    businessDate: '2026-11-23',
    today: '2026-11-23',
    sums: {
      own: { ...own, netRupiah: 90_000 },
      tenders: [{ kind: 'cash', netRupiah: 90_000 }],
      history: { ...history, netRupiah: 135_000 },
    },
  });
  expect(readTotals(book.till)).toMatchObject({ sales: 3, refunds: 1 });
});

test('a day without a sale comes to nothing', () => {
  bookPieces(book.till, 2);
  expect(readDay(book.till, theOwner, { businessDate: '2026-11-22' })).toMatchObject({
    businessDate: '2026-11-22',
    today: '2026-11-23',
    sums: { own: { sales: 0, salesTotalRupiah: 0, netRupiah: 0 }, tenders: [] },
  });
  expect(totals({ businessDate: '2026-11-22' } as object)).toEqual([]);
});

test('today is the date of the stall, by its zone and the end of its day', () => {
  book.clock.now = Date.UTC(2026, 10, 23, 18, 30); // 01:30 in Jakarta, 03:30 in Jayapura
  bookPieces(book.till, 1);
  expect(readDay(book.till, theOwner, today).businessDate).toBe('2026-11-23');
  expect(totals({})).toEqual([45_000]);
  write(book.till, (tx) => changeSettings(tx, { zone: 'WIT' }));
  expect(readDay(book.till, theOwner, today).businessDate).toBe('2026-11-24');
  expect(totals({})).toEqual([]);
});

test('a sale is listed with its first products, how many they are, and where it came from', () => {
  const lines = ['KOPI-01', 'TEH-02', 'KOPI-01', 'MADU-03', 'GULA-04'].map((code) => {
    return { ...aLine(1, code), name: `Barang ${code}` };
  });
  const { receipt } = bookPieces(book.till, 1, { lines, tenders: cash(300_000), source: 'INV-1' });
  bookPieces(book.till, -1);

  const [refund, sale] = listSales(book.till, today).sales;
  expect(sale).toEqual({
    number: receipt.number,
    kind: 'sale',
    soldAtMs: book.clock.now,
    offsetMinutes: 420,
    products: ['Barang KOPI-01', 'Barang TEH-02', 'Barang MADU-03'],
    productCount: 4,
    totalRupiah: 225_000,
    tenders: ['cash'],
    source: 'INV-1',
  });
  expect(refund).toMatchObject({ kind: 'refund', totalRupiah: -45_000, source: '' });
});

test('the newest sale comes first, and every page goes on where the last one ended', () => {
  for (const pieces of [1, 2, 3, 4, 5]) bookPieces(book.till, pieces);
  const first = listSales(book.till, { ...today, limit: 2 });
  bookPieces(book.till, 6); // meanwhile
  const second = listSales(book.till, { ...today, limit: 2, cursor: first.nextCursor });
  const third = listSales(book.till, { ...today, limit: 2, cursor: second.nextCursor });

  const pages = [first, second, third].map(({ sales }) => sales.map((sale) => sale.totalRupiah));
  expect(pages).toEqual([[225_000, 180_000], [135_000, 90_000], [45_000]]);
  expect(third.nextCursor).toBe('');
  expect(totals({ cursor: 'of another kind' })).toHaveLength(6);
});

test('a sale is found by any part of its number, its total, or the cash handed over', () => {
  const one = bookPieces(book.till, 1, { tenders: cash(50_000) }).receipt;
  bookPieces(book.till, 2);
  bookPieces(book.till, -2);
  expect(totals({ text: one.number.toLowerCase() })).toEqual([45_000]);
  expect(totals({ text: '000001' })).toEqual([45_000]);
  for (const text of ['50000', '50.000', 'Rp50.000', 'Rp45.000']) {
    expect(totals({ text })).toEqual([45_000]);
  }
  expect(totals({ text: 'Rp90.000' })).toEqual([-90_000, 90_000]);
  expect(totals({ text: '%' })).toEqual([]);
});

test('a sale booked in one window is news in the others', async () => {
  stockProduct(book.till, { code: 'A-1', name: 'Teh', units: [aUnit('pcs', 1, 5_000)] });
  const news = watchSales(book.till);
  expect(await news.next()).toMatchObject({ value: { newest: 0 } });
  const { seq } = ringUp(book.till, atDrawer, {
    id: anId(),
    lines: [{ code: 'A-1', unit: 'pcs', quantityMilli: pcs(1), priceRupiah: rupiah(5_000) }],
    tenders: [{ kind: 'cash', amountRupiah: rupiah(5_000) }],
    expectedTotalRupiah: rupiah(5_000),
  });
  expect(await news.next()).toMatchObject({ value: { newest: seq } });
  await book.till.close();
  expect(await news.next()).toMatchObject({ done: true });
});

test('a page of a day and its sums are found by its date, not by reading every sale', () => {
  bookPiecesTimes(book.till, 3, 1);
  book.till.statements.clear();
  listSales(book.till, { ...today, text: '45000' });
  readDay(book.till, theOwner, today);

  const asked = [...book.till.statements.keys()].filter((text) => text.includes('business_date'));
  expect(asked).toHaveLength(3);
  for (const text of asked) {
    const values = Array.from({ length: text.split('?').length - 1 }, () => 1);
    const plan = book.till.db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values);
    expect(JSON.stringify(plan)).toContain('USING INDEX sale_by_date (business_date=?');
  }
});
