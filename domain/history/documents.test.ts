import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rupiah } from '../money.ts';
import { milli } from '../quantity.ts';
import { zones } from '../time.ts';
import type { HistoryLine, HistoryRow } from './history-row.ts';
import { planHistory } from './documents.ts';

const rules = { refundPrefix: 'C', offset: zones.WIB };
const noon = Date.UTC(2010, 11, 1, 5); // 12:00 in Jakarta
const hour = 3_600_000;

/** A row that was read; rows are numbered as they are made. */
function aRow(invoice: string, line: Partial<Omit<HistoryLine, 'row'>> = {}) {
  return { invoice, line };
}

/** A row that cannot be read, of this number and time, as far as those could. */
function aBadRow(invoice: string, atMs: number | null = noon) {
  return { invoice, bad: atMs };
}

type Row = ReturnType<typeof aRow> | ReturnType<typeof aBadRow>;

function plan(rows: readonly Row[], given = rules) {
  const read = rows.map((made, index): HistoryRow => {
    const row = index + 2;
    const { invoice } = made;
    if ('bad' in made) {
      const rejected = [{ row, column: 'Harga', reason: 'price' as const }];
      return { row, invoice, atMs: made.bad, line: null, rejected };
    }
    const usual = {
      code: 'K1',
      name: 'Kopi',
      quantityMilli: milli(1000),
      priceRupiah: rupiah(500),
    };
    const line = { ...usual, atMs: noon, ...made.line, row };
    return { row, invoice, atMs: line.atMs, line, rejected: [] };
  });
  return planHistory(read, given);
}

const kinds = (rows: Parameters<typeof plan>[0], given = rules) =>
  plan(rows, given).documents.map(({ number, kind }) => [number, kind]);

test('rows of one number are one invoice, also when others stand between them', () => {
  const { documents } = plan([aRow('1'), aRow('2'), aRow('1')]);

  expect(documents.map(({ number, lines }) => [number, lines.map(({ row }) => row)])).toEqual([
    ['1', [2, 4]],
    ['2', [3]],
  ]);
});

test('the same code twice at different prices stays two lines', () => {
  const { documents } = plan([aRow('1'), aRow('1', { priceRupiah: rupiah(700) })]);

  expect(documents[0]?.lines.map(({ priceRupiah }) => priceRupiah)).toEqual([500, 700]);
});

test('the same number on another day is another invoice with another name', () => {
  const { documents } = plan([aRow('1'), aRow('1', { atMs: noon + 24 * hour })]);

  expect(documents.map(({ name }) => name)).toEqual([
    'history|1|2010-12-01',
    'history|1|2010-12-02',
  ]);
});

test('an invoice written past midnight stays one', () => {
  const beforeMidnight = noon + 12 * hour - 60_000;
  const { documents } = plan([
    aRow('1', { atMs: beforeMidnight }),
    aRow('1', { atMs: beforeMidnight + 120_000 }),
  ]);

  expect(documents).toHaveLength(1);
  expect(documents[0]).toMatchObject({ name: 'history|1|2010-12-01', atMs: beforeMidnight });
});

test('rows make the same invoices in whatever order they stand', () => {
  const beforeMidnight = noon + 12 * hour - 60_000;
  const rows = [
    aRow('1', { code: 'A', atMs: beforeMidnight }),
    aRow('1', { code: 'B', atMs: beforeMidnight + 120_000 }),
    aRow('1', { code: 'C', atMs: beforeMidnight + 40 * 60_000 }),
    aRow('1', { code: 'D', atMs: beforeMidnight + 10 * hour }),
    aRow('2', { code: 'E', atMs: beforeMidnight + 120_000 }),
  ];
  const told = (given: typeof rows) =>
    plan(given)
      .documents.map(({ name, lines }) => [name, lines.map(({ code }) => code).join('')].join(' '))
      .sort();

  expect(told(rows)).toEqual([
    'history|1|2010-12-01 ABC',
    'history|1|2010-12-02 D',
    'history|2|2010-12-02 E',
  ]);
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(told(shuffled)).toEqual(told(rows));
    }),
  );
});

test('invoices whose sum would no longer be exact are rejected, the others go on', () => {
  const large = { priceRupiah: rupiah(99_999_000_000) };
  const { documents, rejected } = plan(
    Array.from({ length: 10_001 }, (_, at) => aRow(`N${at}`, large)),
  );

  expect(documents).toHaveLength(10_000);
  expect(rejected).toEqual([{ row: 10_002, column: '', reason: 'tooLarge' }]);
});

test('invoices come out oldest first', () => {
  expect(kinds([aRow('2', { atMs: noon + hour }), aRow('1')])).toEqual([
    ['1', 'sale'],
    ['2', 'sale'],
  ]);
});

test('a number with the prefix is a refund, an invoice without value moves stock only', () => {
  const back = { quantityMilli: milli(-1000) };
  const free = { priceRupiah: rupiah(0) };

  expect(
    kinds([aRow('1'), aRow('C2', back), aRow('3', free), aRow('4', { ...free, ...back })]),
  ).toEqual([
    ['1', 'sale'],
    ['C2', 'refund'],
    ['3', 'stock'],
    ['4', 'stock'],
  ]);
});

test('without a prefix the sign tells a refund', () => {
  const signOnly = { ...rules, refundPrefix: '' };

  expect(kinds([aRow('C1'), aRow('2', { quantityMilli: milli(-1000) })], signOnly)).toEqual([
    ['C1', 'sale'],
    ['2', 'refund'],
  ]);
});

test('a free line does not keep an invoice from being a sale', () => {
  expect(kinds([aRow('1'), aRow('1', { priceRupiah: rupiah(0) })])).toEqual([['1', 'sale']]);
});

test('a row that cannot be read keeps its whole invoice out, and only that', () => {
  const { documents, rejected } = plan([aRow('1'), aRow('2'), aBadRow('1'), aRow('1')]);

  expect(documents.map(({ number }) => number)).toEqual(['2']);
  expect(rejected).toEqual([
    { row: 2, column: '', reason: 'invoiceRejected' },
    { row: 4, column: 'Harga', reason: 'price' },
    { row: 5, column: '', reason: 'invoiceRejected' },
  ]);
});

test('a row whose number cannot be read keeps no other invoice out', () => {
  expect(kinds([aBadRow(''), aRow('1')])).toEqual([['1', 'sale']]);
});

test('a row that cannot be read keeps out the invoice of its own day only', () => {
  const tomorrow = { atMs: noon + 24 * hour };
  const { documents, rejected } = plan([aRow('1'), aBadRow('1'), aRow('1', tomorrow)]);

  expect(documents.map(({ name }) => name)).toEqual(['history|1|2010-12-02']);
  expect(rejected.map(({ row }) => row)).toEqual([2, 3]);
});

test('a row without a date may be of any day, and keeps out every invoice of its number', () => {
  const tomorrow = { atMs: noon + 24 * hour };
  const { documents, rejected } = plan([
    aRow('1'),
    aBadRow('1', null),
    aRow('1', tomorrow),
    aRow('2'),
  ]);

  expect(documents.map(({ number }) => number)).toEqual(['2']);
  expect(rejected.map(({ row }) => row)).toEqual([2, 3, 4]);
});

test.each([
  ['goods out and back', 'mixed', [aRow('1'), aRow('1', { quantityMilli: milli(-1000) })]],
  ['a refund number and goods out', 'refundPositive', [aRow('C1')]],
  ['more than 1.000 rows', 'tooManyLines', Array.from({ length: 1001 }, () => aRow('1'))],
  [
    'a value past 10^11 rupiah',
    'tooLarge',
    [aRow('1', { priceRupiah: rupiah(1e11), quantityMilli: milli(1_001) })],
  ],
])('an invoice with %s is rejected row by row: %s', (_, reason, rows) => {
  const { documents, rejected } = plan(rows);

  expect(documents).toEqual([]);
  expect(rejected).toEqual(rows.map((__, index) => ({ row: index + 2, column: '', reason })));
});

test('a product has the first name of a sale, and its newest price', () => {
  const { products } = plan([
    aRow('1', { name: 'damages', priceRupiah: rupiah(0), atMs: noon - hour }),
    aRow('2', { name: '' }),
    aRow('3', { name: 'Kopi Gayo', priceRupiah: rupiah(700), atMs: noon + hour }),
    aRow('4', { name: 'Kopi Toraja', priceRupiah: rupiah(0), atMs: noon + 2 * hour }),
    aRow('4', { name: 'Teh', code: 'T1', atMs: noon + 2 * hour }),
  ]);

  expect(products.get('K1')).toEqual({ code: 'K1', name: 'Kopi Gayo', priceRupiah: 700 });
});

test('a product that was never named is called by its code; case makes another product', () => {
  const { products } = plan([
    aRow('1', { code: '84029g', name: '' }),
    aRow('1', { code: '84029G', name: 'BOTTLE' }),
  ]);

  expect([...products.values()].map(({ name }) => name)).toEqual(['84029g', 'BOTTLE']);
});
