import { closeTill } from '../open-till.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seenProduct } from '../../../domain/catalog/contract.ts';
import type { TrailEntry } from '../../../domain/journal/trail.ts';
import { rupiah } from '../../../domain/money.ts';
import { milli, pcs } from '../../../domain/quantity.ts';
import { callsOf } from '../../../test/support/calls.ts';
import { collect } from '../../../test/support/collect.ts';
import { endTestShift } from '../../../test/support/end-test-shift.ts';
import { aUnit, bookPieces, openTestTill, stockProduct } from '../../../test/support/test-till.ts';
import type { TestTill } from '../../../test/support/test-till.ts';
import { rebuildFolder } from './rebuild.ts';
import { listTrail } from './trail.ts';
import { verifyBook } from './verify.ts';

/** Whatever somebody does beside the trade is in the journal, with what it changed. */

let shop: TestTill;
const page = {};
beforeEach(async () => {
  shop = await openTestTill();
});
afterEach(() => shop.close());

const calls = () => callsOf(shop, { page });

/** The newest entries that are no sale and no shift, the oldest first. */
function told(count: number): TrailEntry[] {
  const all = { from: null, to: null, cashier: null, topic: null, onlyApproved: false, text: '' };
  const { entries } = listTrail(shop.till, { ...all, cursor: '', limit: 100 });
  const acts = entries.filter(({ topic }) => topic !== 'sale' && topic !== 'shift');
  return acts.slice(0, count).toReversed();
}

/** Nothing but the start of the book and what these tests prepare. */
function actsOf(): string[] {
  return told(100)
    .map(({ act }) => act)
    .filter((act) => act !== 'start');
}

const bottle = {
  unit: 'botol',
  factorMilli: milli(1000),
  priceRupiah: rupiah(85_000),
  barcodes: [],
};
const madu = { code: 'MD-1', name: 'Madu', category: 'Lauk', units: [bottle] };

test('a product that is saved tells each field before and after, in words', async () => {
  const { catalog } = calls();
  await catalog.save({ draft: madu, seen: null });
  const { product } = await catalog.product({ code: 'MD-1' });
  const lusin = { unit: 'lusin', factorMilli: milli(12_000), priceRupiah: rupiah(900_000) };
  const units = [
    { ...bottle, priceRupiah: rupiah(90_000), barcodes: ['8997000001545'] },
    { ...lusin, barcodes: [] },
  ];
  await catalog.save({ draft: { ...madu, name: 'Madu Hutan', units }, seen: seenProduct(product) });

  expect(told(2)).toMatchObject([
    {
      cashier: 'kasir-1',
      act: 'product-save',
      subject: 'MD-1',
      changes: [
        { field: 'name', from: '', to: 'Madu' },
        { field: 'category', from: '', to: 'Lauk' },
        { field: 'unit', from: '', to: 'botol' },
        { field: 'price/botol', from: '', to: 'Rp85.000' },
      ],
    },
    {
      changes: [
        { field: 'name', from: 'Madu', to: 'Madu Hutan' },
        { field: 'price/botol', from: 'Rp85.000', to: 'Rp90.000' },
        { field: 'barcode/botol', from: '', to: '8997000001545' },
        { field: 'factor/lusin', from: '', to: '12' },
        { field: 'price/lusin', from: '', to: 'Rp900.000' },
      ],
    },
  ]);
});

test('a product that is saved as it was, or archived twice, is told once', async () => {
  const { catalog } = calls();
  await catalog.save({ draft: madu, seen: null });
  const { product } = await catalog.product({ code: 'MD-1' });
  await catalog.save({ draft: madu, seen: seenProduct(product) });
  await catalog.archive({ code: 'MD-1' });
  await catalog.archive({ code: 'MD-1' });
  await catalog.restore({ code: 'MD-1' });

  expect(actsOf()).toEqual(['product-save', 'product-archive', 'product-restore']);
  expect(told(1)).toMatchObject([{ subject: 'MD-1', note: 'Madu' }]);
});

test('samples that come, go and are archived are counted', async () => {
  const resourcesDir = new URL('../../../resources', import.meta.url).pathname;
  const samples = { resourcesDir, isAsked: true };
  const { catalog } = callsOf(shop, { page, samples });
  await catalog.begin({ stall: 'sample' });
  await catalog.begin({ stall: 'sample' });
  await catalog.archiveSample();
  await catalog.archiveSample();
  await catalog.clearSample();

  const { products } = await catalog.sample();
  expect(products).toBe(0);
  expect(actsOf()).toEqual(['stall-begin', 'samples-archive']);
  const [counted] = told(1)[0]?.changes ?? [];
  expect(counted).toMatchObject({ field: 'products', from: '' });
  expect(Number(counted?.to)).toBeGreaterThan(100);
});

test('samples that are deleted are counted', async () => {
  const resourcesDir = new URL('../../../resources', import.meta.url).pathname;
  const { catalog } = callsOf(shop, { page, samples: { resourcesDir, isAsked: true } });
  await catalog.begin({ stall: 'sample' });
  const { products } = await catalog.clearSample();

  const changes = [{ field: 'products', from: '', to: String(products) }];
  expect(told(1)).toMatchObject([{ act: 'samples-clear', changes }]);
});

const rowsOf = (products: number, price: number) =>
  Array.from({ length: products }, (_, at) => `B-${at};Barang ${at};${price}\n`).join('');
const fileOf = (products: number, price = 1_500) => `kode;nama;harga\n${rowsOf(products, price)}`;

test('an import of many products is one record, in its last step', async () => {
  const content = `${fileOf(450)}X;;\n`;
  await collect(await calls().catalog.importCatalog({ content, mode: 'dry-run' }));
  await collect(await calls().catalog.importCatalog({ content, mode: 'apply' }));

  expect(actsOf()).toEqual(['catalog-import']);
  expect(told(1)[0]?.changes).toEqual([
    { field: 'rows', from: '', to: '451' },
    { field: 'added', from: '', to: '450' },
    { field: 'rejected', from: '', to: '1' },
  ]);
});

test('an import that is cancelled tells what came in before', async () => {
  const events = await calls().catalog.importCatalog({ content: fileOf(450), mode: 'apply' });
  for await (const event of events) if (event.type === 'progress') break;

  expect(actsOf()).toEqual(['catalog-import']);
  expect(told(1)[0]?.changes).toEqual([
    { field: 'rows', from: '', to: '450' },
    { field: 'added', from: '', to: '200' },
    { field: 'remaining', from: '', to: '250' },
  ]);
});

test('an export of the catalog is told before its first piece leaves', async () => {
  const pieces = await calls().catalog.exportCatalog();
  expect((await pieces.next()).value).toMatchObject({ text: expect.any(String) as string });

  expect(actsOf()).toEqual(['catalog-export']);
  await pieces.return?.();
});

test('a correction of the stock tells what was there and why', async () => {
  stockProduct(shop.till, { code: 'K', name: 'Kopi', units: [aUnit('pcs', 1, 45_000)] });
  const seen = { code: 'K', seenMilli: pcs(0) };
  await calls().inventory.correct({
    ...seen,
    reason: 'other',
    quantityMilli: milli(2_500),
    note: 'titipan',
  });

  expect(told(1)).toMatchObject([
    {
      act: 'stock-correct',
      subject: 'K',
      note: 'titipan',
      changes: [
        { field: 'stock', from: '0', to: '2,5' },
        { field: 'reason', from: '', to: 'other' },
      ],
    },
  ]);
});

test('what is done at the printer is told: a reprint once, jobs by receipt or number', async () => {
  const { number } = bookPieces(shop.till, 1).receipt;
  const { printing } = calls();
  const before = { address: 'virtual', columns: 32 } as const;
  await printing.configure({ ...before, columns: 48 });
  await printing.configure({ ...before, columns: 48 });
  const { job } = await printing.reprint({ number: 'last' });
  await printing.reprint({ number });
  await printing.drop({ id: job });
  await printing.drop({ id: job });
  shop.clock.now += 60_000;
  const again = await printing.reprint({ number: 'last' });
  shop.till.db.exec(`UPDATE print_job SET state = 'held' WHERE id = ${again.job}`);
  await printing.release({ id: 'all' });
  await printing.release({ id: 'all' });

  expect(told(5)).toMatchObject([
    { act: 'printer-change', changes: [{ field: 'columns', from: '32', to: '48' }] },
    { act: 'reprint', subject: number },
    { act: 'print-drop', subject: number },
    { act: 'reprint', subject: number },
    { act: 'print-release', changes: [{ field: 'jobs', from: '', to: '1' }] },
  ]);
});

test('the paper of a Z is named when it is held back or let go, as a receipt is', async () => {
  endTestShift(shop.till);
  const { printing, shifts } = calls();
  const { job } = await shifts.reprintZ({ z: 1 });
  shop.till.db.exec(`UPDATE print_job SET state = 'held' WHERE id = ${job}`);
  await printing.release({ id: job });
  await printing.drop({ id: job });

  expect(told(3)).toMatchObject([
    { act: 'reprint', subject: 'Z-000001' },
    { act: 'print-release', subject: 'Z-000001' },
    { act: 'print-drop', subject: 'Z-000001' },
  ]);
});

test('an act that fails is not told', async () => {
  const { catalog, printing } = calls();
  await expect(catalog.archive({ code: 'X' })).rejects.toMatchObject({ code: 'PRODUCT_GONE' });
  await expect(printing.drop({ id: 9 })).rejects.toMatchObject({ code: 'PRINT_JOB_GONE' });
  await expect(printing.reprint({ number: 'X' })).rejects.toMatchObject({
    code: 'RECEIPT_UNKNOWN',
  });

  expect(actsOf()).toEqual([]);
});

test('an act that somebody allowed names them, and only that one does', async () => {
  await calls().staff.setPin({ staff: 'kasir-1', pin: '738291' });
  await calls().staff.signIn({ staff: 'kasir-1', pin: '738291' });
  await calls().staff.add({ name: 'Sari', role: 'cashier' });
  const sari = callsOf(shop, { page: {} });
  await expect(sari.catalog.save({ draft: madu, seen: null })).rejects.toMatchObject({
    code: 'NOT_PERMITTED',
  });
  const approval = { staff: 'kasir-1', pin: '738291' };
  const allowed = callsOf(shop, { page: {}, approval });
  await allowed.catalog.save({ draft: madu, seen: null });

  expect(told(1)).toMatchObject([{ act: 'product-save', cashier: 'kasir-0', approver: 'kasir-1' }]);
  await calls().catalog.archive({ code: 'MD-1' });
  expect(told(1)).toMatchObject([{ cashier: 'kasir-1', approver: null }]);
});

test('a book full of acts is whole, and a rebuild finds nothing', async () => {
  const { catalog, printing, journal } = calls();
  await catalog.save({ draft: madu, seen: null });
  await collect(await catalog.importCatalog({ content: fileOf(3), mode: 'apply' }));
  await catalog.archive({ code: 'B-1' });
  await printing.configure({ address: 'virtual', columns: 42 });
  await collect(await catalog.exportCatalog());
  const none = { from: null, to: null, cashier: null, topic: null };
  await collect(await journal.exportTrail(none));
  expect(await verifyBook(shop.till)).toMatchObject({ ok: true, reason: '' });
  await closeTill(shop.till);

  expect(rebuildFolder(shop.dataDir)).toMatchObject({ changed: [], rows: { act: 7 } });
});
