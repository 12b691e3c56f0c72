import { theOwner } from '../../../domain/actor.ts';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { words } from '../../../domain/translator.ts';
import { searchCatalog } from '../catalog/procedures.ts';
import { countProducts } from '../catalog/product-store.ts';
import { read } from '../database/write.ts';
import { verifyBook } from '../journal/verify.ts';
import { closeTill, openTill } from '../open-till.ts';
import type { Till } from '../till.ts';
import { readReceiptByNumber, readTotals } from '../sales/procedures.ts';
import { type ReplayJob, replayHistory } from './replay-history.ts';

const now = Date.UTC(2026, 10, 23, 5);

async function openEmptyTill(): Promise<Till> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-replay-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const till = await openTill({ dataDir, clock: () => now });
  onTestFinished(() => closeTill(till));
  return till;
}

function aJob(content: string, job: Partial<ReplayJob> = {}): ReplayJob {
  return {
    content,
    rate: { digits: 1, scale: 0 },
    columns: {},
    delimiter: null,
    dates: null,
    decimal: null,
    refundPrefix: 'C',
    onProgress: () => undefined,
    ...job,
  };
}

function onHand(till: Till, code: string): number | undefined {
  const page = searchCatalog(till, { text: code, category: '', cursor: '', limit: 10 });
  return page.products.find((product) => product.code === code)?.onHandMilli;
}

/** A sale of two lines, a refund of one of them, and a correction of stock. */
const shop = `No Nota;Kode;Nama;Qty;Tanggal;Harga;Pelanggan
N1;KB-1;Kain batik;2;1/12/2025 09:30;150.000;Ibu Sari
N1;KP-1;Kopi Gayo;3;1/12/2025 09:30;45.500;Ibu Sari
CN2;KP-1;Kopi Gayo;-1;2/12/2025 10:00;45.500;Ibu Sari
N3;KB-1;rusak;-4;2/12/2025 11:00;0;
`;

test('a sale, a refund and a correction of stock are booked as what they are', async () => {
  const till = await openEmptyTill();

  const report = await replayHistory(till, theOwner, aJob(shop));

  expect(report).toEqual({
    sales: 1,
    salesTotalRupiah: 436_500,
    refunds: 1,
    refundsTotalRupiah: 45_500,
    stockOnly: 1,
    products: 2,
    alreadyThere: 0,
    differs: [],
    rejected: [],
    rejectedFile: '',
  });
  const all = { sales: 1, salesTotalRupiah: 436_500, refunds: 1, refundsTotalRupiah: 45_500 };
  expect(readTotals(till)).toEqual({ ...all, history: all });
  expect(onHand(till, 'KB-1')).toBe(-6_000); // 2 sold, 4 written off
  expect(onHand(till, 'KP-1')).toBe(-2_000); // 3 sold, 1 came back
});

test('a replayed sale is dated as it was, paid exactly and not printed', async () => {
  const till = await openEmptyTill();
  await replayHistory(till, theOwner, aJob(shop));

  const refund = readReceiptByNumber(till, { number: 'last' });
  const sale = readReceiptByNumber(till, { number: refund.number.replace(/3$/, '2') });

  expect(refund).toMatchObject({
    kind: 'refund',
    totalRupiah: -45_500,
    tenders: [{ kind: 'cash', amountRupiah: 45_500 }],
    changeRupiah: 0,
  });
  expect(sale).toMatchObject({
    kind: 'sale',
    soldAtMs: Date.UTC(2025, 11, 1, 2, 30),
    businessDate: '2025-12-01',
    roundingRupiah: 0,
    tenders: [{ kind: 'cash', amountRupiah: 436_500 }],
  });
  expect(sale.lines.map(({ code, name, unit }) => [code, name, unit])).toEqual([
    ['KB-1', 'Kain batik', 'pcs'],
    ['KP-1', 'Kopi Gayo', 'pcs'],
  ]);
  expect(till.printer.status().pendingJobs).toBe(0);
});

test('no customer is anywhere in the book', async () => {
  const till = await openEmptyTill();
  await replayHistory(till, theOwner, aJob(shop));
  till.checkpointer.flush();

  const book = readFileSync(join(till.dataDir, 'lapak.db'));

  expect(book.includes('Kain batik')).toBe(true);
  expect(book.includes('Ibu Sari')).toBe(false);
});

test('a second replay of the same invoices adds nothing, in whatever form they come', async () => {
  const till = await openEmptyTill();
  await replayHistory(till, theOwner, aJob(shop));
  const before = { totals: readTotals(till), stock: onHand(till, 'KB-1') };
  const isoDates = shop.replace(/(\d)\/12\/2025 /g, '2025-12-0$1T').replaceAll(';', '\t');

  const again = await replayHistory(till, theOwner, aJob(shop));
  const other = await replayHistory(till, theOwner, aJob(isoDates));

  expect(again).toMatchObject({ sales: 0, refunds: 0, stockOnly: 0, products: 0, alreadyThere: 3 });
  expect(other).toMatchObject({ sales: 0, alreadyThere: 3, rejected: [] });
  expect({ totals: readTotals(till), stock: onHand(till, 'KB-1') }).toEqual(before);
});

test('commas, decimal points, month first and quoted cells are detected', async () => {
  const till = await openEmptyTill();
  const content = `\uFEFFInvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice\r
"1","A,1","FRAME, 7"" ""BIG""",2,12/13/2025 8:26 PM,2.55\r
"1","B1",CUP 7" SMALL,1,12/13/2025 8:26 PM,"1,000.00"\r
`;

  const report = await replayHistory(
    till,
    theOwner,
    aJob(content, { rate: { digits: 20_000, scale: 0 } }),
  );

  expect(report).toMatchObject({ sales: 1, salesTotalRupiah: 20_102_000, rejected: [] });
  expect(readReceiptByNumber(till, { number: 'last' })).toMatchObject({
    soldAtMs: Date.UTC(2025, 11, 13, 13, 26),
    lines: [
      { code: 'A,1', name: 'FRAME, 7" "BIG"' },
      { code: 'B1', name: 'CUP 7" SMALL' },
    ],
  });
});

test('given names and forms win over detection', async () => {
  const till = await openEmptyTill();
  const content = 'a|b|c|d|e\nR1|K1|-2|3/4/2025|1.500\n';
  const columns = { invoice: 'a', code: 'b', quantity: 'c', date: 'd', price: 'e' };
  const forms = { delimiter: '|', dates: 'mdy', decimal: '.', refundPrefix: 'R' } as const;

  const report = await replayHistory(till, theOwner, aJob(content, { columns, ...forms }));

  // Rp 1,5 is booked as Rp 2 apiece
  expect(report).toMatchObject({ refunds: 1, refundsTotalRupiah: 4, products: 1 });
  const receipt = readReceiptByNumber(till, { number: 'last' });
  expect(receipt).toMatchObject({ businessDate: '2025-03-04', lines: [{ name: 'K1' }] });
});

test('an invoice with a bad row is left out whole and every row of it is listed', async () => {
  const till = await openEmptyTill();
  const content = `nota;kode;qty;tanggal;harga
1;K1;2;1/12/2025;1000
2;K1;dua;1/12/2025;1000
2;K2;1;1/12/2025;1000
3;K1;1;31/11/2025;1000

4;K1;1;1/12/2025;1000;lebih
`;

  const report = await replayHistory(till, theOwner, aJob(content));

  expect(report).toMatchObject({ sales: 1, salesTotalRupiah: 2_000, products: 1 });
  expect(report.rejected).toEqual([
    { row: 3, column: 'qty', reason: 'quantity' },
    { row: 4, column: '', reason: 'invoiceRejected' },
    { row: 5, column: 'tanggal', reason: 'date' },
    { row: 7, column: '', reason: 'cells' },
  ]);
});

test('a product that the catalog has keeps its name and price', async () => {
  const till = await openEmptyTill();
  await replayHistory(till, theOwner, aJob(shop));

  await replayHistory(
    till,
    theOwner,
    aJob('nota;kode;nama;qty;tanggal;harga\nX9;KP-1;Kopi lain;1;5/12/2025;99000\n'),
  );

  const page = searchCatalog(till, { text: 'KP-1', category: '', cursor: '', limit: 10 });
  expect(page.products[0]).toMatchObject({ name: 'Kopi Gayo', units: [{ priceRupiah: 45_500 }] });
});

test('a column that is not there is named, and nothing is booked', async () => {
  const till = await openEmptyTill();

  await expect(
    replayHistory(till, theOwner, aJob('nota;kode;qty;tanggal\n')),
  ).rejects.toMatchObject({
    code: 'CSV_COLUMN_MISSING',
    data: { columns: 'price (--column price=…)' },
  });
  await expect(replayHistory(till, theOwner, aJob(''))).rejects.toMatchObject({
    code: 'CSV_EMPTY',
  });
  expect(readTotals(till).sales).toBe(0);
});

const titles = 'nota;kode;qty;tanggal;harga';

test('a quote that never closes keeps out its own invoice only', async () => {
  const till = await openEmptyTill();
  const content = `${titles}
1;K1;2;1/12/2025 09:00;1000
2;"K1;2;1/12/2025 09:05;1000
2;K2;1;1/12/2025 09:05;500
3;K3;1;1/12/2025 09:10;"700"
4;K4";1;1/12/2025 09:15;800
`;

  const report = await replayHistory(till, theOwner, aJob(content));

  expect(report).toMatchObject({ sales: 3, salesTotalRupiah: 3500 });
  expect(report.rejected).toEqual([
    { row: 3, column: '', reason: 'quote' },
    { row: 4, column: '', reason: 'invoiceRejected' },
  ]);
});

test('lines of one file may end in different ways, and each of them counts', async () => {
  const till = await openEmptyTill();
  const [one, two, three, four] = [
    '1;K1;2;1/12/2025;1000',
    '2;K1;1;1/12/2025;300',
    '2;K2;1;1/12/2025;500',
    '3;K1;1;1/12/2025;900',
  ];
  const content = `${titles}\r\n${one}\r\n${two}\n${three}\r${four}`;

  const report = await replayHistory(till, theOwner, aJob(content));

  expect(report).toMatchObject({ sales: 3, salesTotalRupiah: 3700, rejected: [] });
});

test('invoices in another order of rows are there already, also around midnight', async () => {
  const till = await openEmptyTill();
  const rows = [
    '1;K1;2;1/12/2025 23:58;1000',
    '1;K2;1;2/12/2025 00:03;500',
    '2;K1;1;2/12/2025 00:10;1000',
    '1;K1;1;2/12/2025 11:00;1000',
  ];
  const first = await replayHistory(till, theOwner, aJob([titles, ...rows].join('\n')));

  const again = await replayHistory(
    till,
    theOwner,
    aJob([titles, ...rows.toReversed()].join('\n')),
  );

  expect(first).toMatchObject({ sales: 3, salesTotalRupiah: 4500 });
  expect(again).toMatchObject({ sales: 0, alreadyThere: 3, differs: [] });
});

test('an invoice that is booked with other lines is told, and left alone', async () => {
  const till = await openEmptyTill();
  const whole = `${titles}
1;K1;1;1/12/2025;1000
1;K2;1;1/12/2025;2000
2;K1;1;1/12/2025;1000
C3;K1;-1;1/12/2025;1000
4;K1;-5;1/12/2025;0
5;K1;1;1/12/2025;1000
`;
  const cut = whole.replace('1;K2;1;1/12/2025;2000\n', '').replace('4;K1;-5', '4;K1;-4');
  await replayHistory(
    till,
    theOwner,
    aJob(cut.replace('C3;K1;-1', 'C3;K1;-2').replace('5;K1;1', '5;K9;1')),
  );

  const report = await replayHistory(till, theOwner, aJob(whole));

  expect(report).toMatchObject({ sales: 0, refunds: 0, stockOnly: 0, alreadyThere: 5 });
  const date = '2025-12-01';
  expect(report.differs).toEqual([
    { document: '1', date, bookedRupiah: 1000, fileRupiah: 3000 },
    { document: 'C3', date, bookedRupiah: -2000, fileRupiah: -1000 },
    { document: '4', date, bookedRupiah: 0, fileRupiah: 0 },
    { document: '5', date, bookedRupiah: 1000, fileRupiah: 1000 },
  ]);
  expect(readTotals(till)).toMatchObject({ salesTotalRupiah: 3000, refundsTotalRupiah: 2000 });
  expect(onHand(till, 'K1')).toBe(-2000 + 2000 - 4000);
});

test('a bad row keeps its number out on its own day only', async () => {
  const till = await openEmptyTill();
  const content = `${titles}
1;K1;1;1/12/2025;1000
1;K1;dua;2/12/2025;1000
1;K1;1;3/12/2025;1000
`;

  expect(await replayHistory(till, theOwner, aJob(content))).toMatchObject({
    sales: 2,
    rejected: [{ row: 3, reason: 'quantity' }],
  });
});

test('figures that are too large are rejected with a reason, and the others go on', async () => {
  const till = await openEmptyTill();
  const content = `${titles}
1;K1;1;1/12/2025;1000
2;K1;1;1/12/2025;9999999999999
3;K1;1;1/12/2025;999999999999999
4;K1;1000000;1/12/2025;999999999999
5;K1;999999999999999;1/12/2025;1000
`;
  for (const rate of [1, 20_000]) {
    const job = aJob(content, { rate: { digits: rate, scale: 0 }, dryRun: rate === 1 });
    const report = await replayHistory(till, theOwner, job);
    expect(report.sales).toBe(1);
    expect(report.rejected.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'tooLarge'],
      [4, 'tooLarge'],
      [5, 'tooLarge'],
      [6, 'quantity'],
    ]);
  }
});

test('a dry run tells what a replay would add, and writes nothing', async () => {
  const till = await openEmptyTill();
  await replayHistory(till, theOwner, aJob(`${titles}\nN1;KB-1;1;1/12/2025 09:30;150.000\n`));

  const foretold = await replayHistory(till, theOwner, aJob(shop, { dryRun: true }));

  expect(readTotals(till)).toMatchObject({ sales: 1, refunds: 0 });
  expect(read(till, countProducts)).toBe(1);
  expect(foretold).toMatchObject({ sales: 0, refunds: 1, stockOnly: 1, products: 1 });
  expect(foretold).toMatchObject({ alreadyThere: 1, differs: [{ document: 'N1' }] });
  expect(await replayHistory(till, theOwner, aJob(shop))).toEqual(foretold);
});

test('the rejected rows come back as a file that can be mended and replayed', async () => {
  const till = await openEmptyTill();
  const content = `${titles}
1;K1;-1;1/12/2025;1000
1;K2;dua;1/12/2025;1000
2;K1;1;1/12/2025;1000
`;

  const { rejectedFile } = await replayHistory(till, theOwner, aJob(content));

  expect(rejectedFile).toBe(
    `\uFEFF${titles};alasan\r\n` +
      `1;K1;'-1;1/12/2025;1000;${words.id['history.reason.invoiceRejected']}\r\n` +
      `1;K2;dua;1/12/2025;1000;qty: ${words.id['history.reason.quantity']}\r\n`,
  );
  const mended = rejectedFile.replace('dua', '-2');
  expect(await replayHistory(till, theOwner, aJob(mended))).toMatchObject({
    refunds: 1,
    refundsTotalRupiah: 3000,
    alreadyThere: 0,
    rejected: [],
  });
});

test('numbers that can be read in two ways are not booked before somebody decides', async () => {
  const till = await openEmptyTill();
  const content = `${titles}\n1;K1;0.5;1/12/2025;15.000\n`;

  await expect(replayHistory(till, theOwner, aJob(content))).rejects.toMatchObject({
    code: 'NUMBER_STYLE_DOUBTFUL',
    data: {
      column: 'harga',
      example: '15.000',
      thousandsMilli: 15_000_000,
      thousandsMark: ',',
      decimalMilli: 15_000,
      decimalMark: '.',
    },
  });
  expect(await replayHistory(till, theOwner, aJob(content, { decimal: ',' }))).toMatchObject({
    sales: 1,
    salesTotalRupiah: 7500,
  });
});

test('progress counts invoices to the last', async () => {
  const till = await openEmptyTill();
  const rows = Array.from({ length: 120 }, (_, i) => `N${i};K1;1;1/12/2025;1000\n`);
  const seen: (readonly [number, number])[] = [];
  const onProgress = (done: number, total: number) => seen.push([done, total]);

  await replayHistory(
    till,
    theOwner,
    aJob(`nota;kode;qty;tanggal;harga\n${rows.join('')}`, { onProgress }),
  );

  expect(seen).toEqual([
    [50, 120],
    [100, 120],
    [120, 120],
  ]);
});

test('invoices that a hub would not count any more are told, not booked', async () => {
  const till = await openEmptyTill();
  const rows = Array.from({ length: 15 }, (_, i) => `N${i + 1};K1;100;1/12/2025;999999000`);
  const file = ['nota;kode;qty;tanggal;harga', ...rows].join('\n');
  const first = await replayHistory(till, theOwner, aJob(file));
  const next = await replayHistory(till, theOwner, aJob(file.replaceAll('1/12', '2/12')));

  expect([first.sales, next.sales]).toEqual([15, 5]);
  expect(next.rejected).toHaveLength(10);
  expect(next.rejected[0]).toEqual({ row: 7, column: '', reason: 'tooLarge' });
  expect(readTotals(till).history.salesTotalRupiah).toBe(20 * 99_999_900_000);
});

const realFile = join(import.meta.dirname, '../../../../shared/data/online-retail-2010-12.csv');

test('a wholesaler’s real history comes out to the rupiah, and only once', async ({ skip }) => {
  skip(!existsSync(realFile), 'the file of real sales is not beside the project');
  const till = await openEmptyTill();
  const job = aJob(readFileSync(realFile, 'utf8'), { rate: { digits: 20_000, scale: 0 } });
  const expected = {
    sales: 424,
    salesTotalRupiah: 3_684_966_600,
    refunds: 43,
    refundsTotalRupiah: 71_611_600,
  };

  const foretold = await replayHistory(till, theOwner, { ...job, dryRun: true });
  const first = await replayHistory(till, theOwner, job);
  const second = await replayHistory(till, theOwner, job);

  const others = { stockOnly: 45, products: 2_015, alreadyThere: 0, differs: [] };
  const told = { ...expected, ...others, rejected: [], rejectedFile: '' };
  expect(foretold).toEqual(told);
  expect(first).toEqual(told);
  expect(second).toMatchObject({ sales: 0, refunds: 0, stockOnly: 0, products: 0 });
  expect(second).toMatchObject({ alreadyThere: 512, differs: [] });
  expect(readTotals(till)).toEqual({ ...expected, history: expected });
  expect(read(till, countProducts)).toBe(2_015);
  // The start and the replay itself are records as well.
  expect(await verifyBook(till)).toMatchObject({ ok: true, records: 469 });
});
