import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import { rupiah } from '../../../domain/money.ts';
import { pcs } from '../../../domain/quantity.ts';
import {
  aLine,
  anId,
  aUnit,
  bookPieces,
  bookRefund,
  bookPiecesTimes,
  openTestTill,
  stockProduct,
  type TestTill,
  atDrawer,
  openTestShift,
} from '../../../test/support/test-till.ts';
import {
  daySpan,
  type SalesChoice,
  soldWords,
  soughtIn,
} from '../../../domain/sales/find-sales.ts';
import { DAY_MS } from '../../../domain/time.ts';
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
const today: SalesChoice = { days: null, text: '', cursor: '', limit: 10 };
const always: SalesChoice = { ...today, days: { from: null, to: null } };
const now = { businessDate: null };
const totals = (choice: Partial<SalesChoice>) =>
  listSales(book.till, { ...today, ...choice }).sales.map((sale) => sale.totalRupiah);

test('a day comes to its sales less its refunds, by tender net of change', () => {
  bookPieces(book.till, 2, { tenders: cash(100_000) });
  bookRefund(book.till, bookPieces(book.till, 1).receipt, 1);
  bookPieces(book.till, 3, { source: 'INV-1' });
  const own = { sales: 2, salesTotalRupiah: 135_000, refunds: 1, refundsTotalRupiah: 45_000 };
  const history = { sales: 1, salesTotalRupiah: 135_000, refunds: 0, refundsTotalRupiah: 0 };

  expect(readDay(book.till, theOwner, now)).toEqual({
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
  expect(totals({ days: daySpan('2026-11-22') })).toEqual([]);
});

test('today is the date of the stall, by its zone and the end of its day', () => {
  book.clock.now = Date.UTC(2026, 10, 23, 18, 30); // 01:30 in Jakarta, 03:30 in Jayapura
  bookPieces(book.till, 1);
  expect(readDay(book.till, theOwner, now).businessDate).toBe('2026-11-23');
  expect(totals({})).toEqual([45_000]);
  write(book.till, (tx) => changeSettings(tx, { zone: 'WIT' }));
  expect(readDay(book.till, theOwner, now).businessDate).toBe('2026-11-24');
  expect(totals({})).toEqual([]);
});

test('a sale is listed with its first products, how many they are, and where it came from', () => {
  const lines = ['KOPI-01', 'TEH-02', 'KOPI-01', 'MADU-03', 'GULA-04'].map((code) => {
    return { ...aLine(1, code), name: `Barang ${code}` };
  });
  const { receipt } = bookPieces(book.till, 1, { lines, tenders: cash(300_000), source: 'INV-1' });
  bookRefund(book.till, bookPieces(book.till, 1).receipt, 1);

  const [refund, , sale] = listSales(book.till, today).sales;
  expect(sale).toEqual({
    number: receipt.number,
    kind: 'sale',
    soldAtMs: book.clock.now,
    offsetMinutes: 420,
    businessDate: '2026-11-23',
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
  bookRefund(book.till, bookPieces(book.till, 2).receipt, 2);
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

test('a sale of any day is found by a product, by any name that it was sold under', () => {
  const lines = (code: string, name: string) => [{ ...aLine(1, code), name }];
  const sell = (code: string, name: string) =>
    bookPieces(book.till, 1, { lines: lines(code, name) }).receipt.number;
  const kopi = sell('KOP-1', 'Kopi Gayo 250 g');
  book.clock.now += 40 * DAY_MS;
  const keripik = sell('KRP-2', 'Keripik Témpe');
  const renamed = sell('KOP-1', 'Kopi Aceh');
  const quick = sell('', 'Jahit kancing');
  const found = (text: string) =>
    listSales(book.till, { ...always, text }).sales.map(({ number }) => number);

  expect(found('KOPI')).toEqual([renamed, kopi]);
  expect(found('gayo')).toEqual([renamed, kopi]); // one product, whatever it is called today
  expect(found('tempe ker')).toEqual([keripik]);
  expect(found('krp-2')).toEqual([keripik]);
  expect(found('kancing')).toEqual([quick]);
  expect(found('k')).toEqual([quick, renamed, keripik, kopi]);
  expect(found('kopi tempe')).toEqual([]); // of two products
  expect(found('%')).toEqual([]);
});

test('days from and to, with one end or both, are all that is searched', () => {
  for (const pieces of [1, 2, 3, 4]) {
    bookPieces(book.till, pieces);
    book.clock.now += DAY_MS;
  }
  const among = (from: string | null, to: string | null, text = '') =>
    totals({ days: { from, to }, text });
  expect(among(null, null)).toEqual([180_000, 135_000, 90_000, 45_000]);
  expect(among('2026-11-24', '2026-11-25')).toEqual([135_000, 90_000]);
  expect(among('2026-11-25', null)).toEqual([180_000, 135_000]);
  expect(among(null, '2026-11-24', 'kopi')).toEqual([90_000, 45_000]);
  expect(among('2026-11-24', null, '45000')).toEqual([]);
  expect(among('2026-11-24', null, '90.000')).toEqual([90_000]);
  expect(among('2026-12-24', null)).toEqual([]);
  expect(among('2026-11-25', '2026-11-24')).toEqual([]); // it ends before it begins
});

const name = fc.constantFrom('Kopi Gayo', 'Kopi', 'Batik Tulis', 'Teh', 'Jahit');
const sale = fc.record({
  lines: fc.array(fc.record({ code: fc.constantFrom('', 'K-1', 'B-22'), name }), {
    minLength: 1,
    maxLength: 3,
  }),
  tendered: fc.constantFrom(0, 5_000, 45_000),
  day: fc.nat(4),
});
const dates = fc.option(fc.constantFrom('2026-11-23', '2026-11-25', '2026-11-27'));
const asked = fc.record({
  text: fc.constantFrom(
    '',
    'kopi',
    'k 1',
    'b-22',
    'jahit',
    '45.000',
    '90000',
    '1',
    '0000',
    '00001',
    'h1.00',
    'zz',
  ),
  days: fc.record({ from: dates, to: dates }),
  limit: fc.constantFrom(1, 2, 7),
});

test('paging finds what looking at every sale finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sale, { maxLength: 12 }),
      fc.array(asked),
      async (sold, questions) => {
        const other = await openTestTill();
        const start = other.clock.now;
        try {
          const known = sold.map(({ lines, tendered, day }): KnownSale => {
            other.clock.now = start + day * DAY_MS; // also back: records are not in order of dates
            const rupiahs = lines.length * 45_000;
            const { receipt } = bookPieces(other.till, 1, {
              lines: lines.map((line) => ({ ...aLine(1), ...line })),
              tenders: cash(rupiahs + tendered),
              source: 'INV-1', // no shift stands in the way of another day
            });
            return { ...receipt, lines, amounts: [rupiahs, rupiahs + tendered] };
          });
          for (const question of questions) {
            expect(pagesOf(other, question)).toEqual(lookAtEach(known, question));
          }
        } finally {
          await other.close();
        }
      },
    ),
    { numRuns: 25 },
  );
});

type Asked = Pick<SalesChoice, 'text' | 'days' | 'limit'>;

/** The numbers of all pages. */
function pagesOf({ till }: TestTill, question: Asked): string[] {
  const numbers: string[] = [];
  let cursor = '';
  do {
    const page = listSales(till, { ...question, cursor });
    numbers.push(...page.sales.map(({ number }) => number));
    cursor = page.nextCursor;
  } while (cursor !== '');
  return numbers;
}

interface KnownSale {
  readonly number: string;
  readonly businessDate: string;
  readonly lines: readonly { readonly code: string; readonly name: string }[];
  readonly amounts: readonly number[];
}

function lookAtEach(known: readonly KnownSale[], { text, days }: Asked): string[] {
  const { number, amountRupiah, words } = soughtIn(text);
  const names = known
    .flatMap(({ lines }) => lines)
    .filter((line) => {
      return words.length > 0 && words.every((word) => soldWords(line).includes(word));
    });
  const isSold = (line: KnownSale['lines'][number]) =>
    names.some(({ code, name }) => code === line.code && (code !== '' || name === line.name));
  const isFound = (one: KnownSale) =>
    text === '' ||
    (number !== '' && one.number.includes(number)) ||
    one.amounts.some((amount) => amount === amountRupiah) ||
    one.lines.some(isSold);
  const isOfDays = ({ businessDate }: KnownSale) =>
    businessDate >= (days?.from ?? '') && businessDate <= (days?.to ?? '9');
  return known
    .filter((one) => isFound(one) && isOfDays(one))
    .map((one) => one.number)
    .toReversed();
}

test('every search is by an index, and a day by its places in the journal', () => {
  bookPiecesTimes(book.till, 3, 1);
  book.till.statements.clear();
  for (const text of ['', '45000', 'kopi', '0001']) listSales(book.till, { ...today, text });
  readDay(book.till, theOwner, now);

  const plans = [...book.till.statements.keys()]
    .filter((text) => /"(sale|sale_tender|sale_line|stock_move)"/.test(text))
    .map((text) => {
      const values = Array.from({ length: text.split('?').length - 1 }, () => 1);
      const plan = book.till.db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values);
      return plan.map((step) => (step as { detail: string }).detail).join('; ');
    });
  for (const plan of plans) {
    expect(plan).not.toMatch(/SCAN (s|found|sale|sale_line|stock_move)\b(?! USING)/);
  }
  const all = plans.join('\n');
  expect(all).toContain('INDEX sale_by_number_end (<expr>=?)');
  expect(all).toContain('INDEX sale_by_total (<expr>=? AND rowid>? AND rowid<?)');
  expect(all).toContain('INDEX sale_tender_by_cash (amount_rupiah=? AND record>? AND record<?)');
  expect(all).toContain('INDEX stock_move_by_code (code=? AND record>? AND record<?)');
  expect(all).toContain('INDEX sale_by_date (business_date');
});
