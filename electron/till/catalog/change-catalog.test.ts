import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import type { DraftFault } from '../../../domain/catalog/draft-fault.ts';
import { seenProduct } from '../../../domain/catalog/contract.ts';
import type { ProductDraft } from '../../../domain/catalog/product-draft.ts';
import { LapakError } from '../../../domain/errors.ts';
import { rupiah } from '../../../domain/money.ts';
import { milli, pcs } from '../../../domain/quantity.ts';
import { collect } from '../../../test/support/collect.ts';
import {
  anId,
  aUnit,
  openTestTill,
  stockProduct,
  type TestTill,
  atDrawer,
  openTestShift,
} from '../../../test/support/test-till.ts';
import { write } from '../database/write.ts';
import { verifyBook } from '../journal/verify.ts';
import { correctStock } from '../inventory/correct-stock.ts';
import { ringUp } from '../sales/ring-up.ts';
import {
  archiveProduct,
  archiveSample,
  changeProduct,
  clearSample,
  readSample,
} from './change-catalog.ts';
import { exportCatalog } from './export-catalog.ts';
import { importCatalog } from './import-catalog.ts';
import { findBarcode, listCategories, readProduct, searchCatalog } from './procedures.ts';
import { addSamples, readSamples } from './sample-stall.ts';

let shop: TestTill;
beforeEach(async () => {
  shop = await openTestTill();
  openTestShift(shop.till);
  stockProduct(shop.till, {
    code: 'KOPI-01',
    name: 'Kopi Gayo',
    category: 'Kopi',
    units: [aUnit('pcs', 1, 45_000, ['8991000000010', 'KG-1']), aUnit('lusin', 12, 500_000)],
  });
});
afterEach(() => shop.close());

/** Kopi Gayo as it is, but for these. */
function kopi(change: Partial<ProductDraft> = {}): ProductDraft {
  const units = [
    draftUnit('pcs', 1, 45_000, ['8991000000010', 'KG-1']),
    draftUnit('lusin', 12, 500_000),
  ];
  return { code: 'KOPI-01', name: 'Kopi Gayo', category: 'Kopi', units, ...change };
}

function draftUnit(unit: string, factor: number, price: number, barcodes: string[] = []) {
  return { unit, factorMilli: pcs(factor), priceRupiah: rupiah(price), barcodes };
}

function change(draft: ProductDraft) {
  return changeProduct(shop.till, theOwner, { draft, seen: seenNow() });
}

/** The kopi as the till has it. */
function seenNow() {
  return seenProduct(findBarcode(shop.till, { barcode: 'KOPI-01' }).product);
}

function faultsOf(draft: ProductDraft, isNew: boolean): readonly DraftFault[] {
  try {
    changeProduct(shop.till, theOwner, { draft, seen: isNew ? null : seenNow() });
    return [];
  } catch (error) {
    expect(error).toMatchObject({ code: 'PRODUCT_REFUSED' });
    if (error instanceof LapakError && 'faults' in error.data) return error.data.faults;
    throw error;
  }
}

function search(text: string, isArchived = false): string[] {
  const page = searchCatalog(shop.till, { text, category: '', isArchived, cursor: '', limit: 100 });
  return page.products.map(({ code }) => code);
}

function sell(code: string) {
  const lines = [{ code, unit: 'pcs', quantityMilli: pcs(1), priceRupiah: rupiah(45_000) }];
  const tenders = [{ kind: 'cash' as const, amountRupiah: rupiah(45_000) }];
  const order = { id: anId(), lines, tenders, expectedTotalRupiah: rupiah(45_000) };
  return ringUp(shop.till, atDrawer, order);
}

test('a product that is added can be searched, scanned and sold', () => {
  const draft = kopi({
    code: 'TEH-1',
    name: 'Teh Melati',
    units: [draftUnit('pcs', 1, 45_000, ['TM-1'])],
  });

  const saved = changeProduct(shop.till, theOwner, { draft, seen: null });

  expect(saved).toMatchObject({ product: { code: 'TEH-1', onHandMilli: 0 }, notes: [] });
  expect(search('melati')).toEqual(['TEH-1']);
  expect(findBarcode(shop.till, { barcode: 'TM-1' }).product.code).toBe('TEH-1');
  expect(sell('TEH-1').lines).toMatchObject([{ name: 'Teh Melati' }]);
});

test('a change is whole: what the draft does not have is taken away', () => {
  const units = [draftUnit('pcs', 1, 48_000, ['KG-1']), draftUnit('kodi', 20, 900_000, ['KG-20'])];

  const { product } = change(kopi({ name: 'Kopi Aceh', category: '', units }));

  expect(product).toEqual({ ...kopi({ name: 'Kopi Aceh', category: '', units }), onHandMilli: 0 });
  expect(search('gayo')).toEqual([]);
  expect(search('aceh')).toEqual(['KOPI-01']);
  expect(search('8991000000010')).toEqual([]);
  expect(listCategories(shop.till)).toEqual([]);
  expect(() => findBarcode(shop.till, { barcode: '8991000000010' })).toThrow('BARCODE_UNKNOWN');
});

test('units that come behind others that went have places of their own', () => {
  change(
    kopi({ units: [draftUnit('pcs', 1, 45_000), draftUnit('e', 2, 1), draftUnit('f', 3, 1)] }),
  );
  change(kopi({ units: [draftUnit('pcs', 1, 45_000), draftUnit('f', 3, 1)] }));
  const { product } = change(
    kopi({ units: [draftUnit('pcs', 1, 45_000), draftUnit('f', 3, 1), draftUnit('a', 4, 1)] }),
  );

  expect(product.units.map(({ unit }) => unit)).toEqual(['pcs', 'f', 'a']);
});

test('of two people who change one product the second is told, and nothing of it is kept', () => {
  const seen = seenNow();
  change(kopi({ name: 'Kopi Aceh' }));

  const second = kopi({ units: [draftUnit('pcs', 1, 50_000)] });
  expect(() => changeProduct(shop.till, theOwner, { draft: second, seen })).toThrow(
    'PRODUCT_CHANGED',
  );

  const { product } = findBarcode(shop.till, { barcode: 'KOPI-01' });
  expect(product).toMatchObject({ ...kopi({ name: 'Kopi Aceh' }) });
});

test('a barcode may move to another unit of its product, also when that becomes the base', () => {
  change(kopi({ units: [draftUnit('pcs', 1, 45_000), draftUnit('lusin', 12, 500_000, ['KG-1'])] }));
  expect(findBarcode(shop.till, { barcode: 'KG-1' }).unit).toBe('lusin');

  const { product } = change(kopi({ units: [draftUnit('lusin', 1, 500_000, ['KG-1'])] }));
  expect(product.units).toEqual([draftUnit('lusin', 1, 500_000, ['KG-1'])]);
});

test('every field that keeps a product out is told at its unit, and nothing is kept', () => {
  stockProduct(shop.till, { code: 'TEH-1', name: 'Teh', units: [aUnit('pcs', 1, 1, ['TM-1'])] });
  const other = 'Teh';
  const cases: readonly [ProductDraft, Partial<DraftFault>][] = [
    [
      kopi({ units: [draftUnit('pcs', 1, 1, ['TM-1'])] }),
      { reason: 'barcodeTaken', value: 'TM-1', other },
    ],
    [kopi({ units: [draftUnit('pcs', 1, 1, ['TEH-1'])] }), { reason: 'barcodeIsCode', other }],
    [kopi({ units: [draftUnit('pcs', 1, 1, ['8991000000015'])] }), { reason: 'barcodeInvalid' }],
    [kopi({ units: [draftUnit('pcs', 1, 1, ['kopi susu'])] }), { reason: 'barcodeUnreadable' }],
    [
      kopi({ units: [draftUnit('pcs', 1, 1, ['A1']), draftUnit('dus', 6, 5, ['A1'])] }),
      { unit: 1, field: 'barcode', reason: 'barcodeTwice' },
    ],
    [
      kopi({ units: [draftUnit('pcs', 1, 1), draftUnit('PCS', 6, 5)] }),
      { unit: 1, field: 'unit', reason: 'unitTwice' },
    ],
    [kopi({ units: [draftUnit('pcs', 2, 1)] }), { field: 'factor', reason: 'baseUnitChanged' }],
  ];
  for (const [draft, fault] of cases) expect(faultsOf(draft, false)).toMatchObject([fault]);

  expect(findBarcode(shop.till, { barcode: 'KG-1' }).product).toEqual({
    ...kopi(),
    onHandMilli: 0,
  });
});

test('a code that is taken is refused, one that is gone is told', () => {
  expect(faultsOf(kopi({ name: 'Lain' }), true)).toMatchObject([
    { field: 'code', reason: 'codeTaken', other: 'Kopi Gayo' },
  ]);
  expect(faultsOf(kopi({ code: 'KG-1', units: [draftUnit('pcs', 1, 1)] }), true)).toMatchObject([
    { field: 'code', reason: 'codeIsBarcode', other: 'Kopi Gayo' },
  ]);
  expect(() => change(kopi({ code: 'X' }))).toThrow('PRODUCT_GONE');
  expect(() => readProduct(shop.till, { code: 'X' })).toThrow('PRODUCT_GONE');
  expect(() => archiveProduct(shop.till, theOwner, { code: 'X', isArchived: true })).toThrow(
    'PRODUCT_GONE',
  );
});

test('a price of nothing, and a code that differs in capitals only, are kept and told', () => {
  const draft = kopi({ code: 'kopi-01', name: 'Sampel', units: [draftUnit('pcs', 1, 0)] });

  const { notes } = changeProduct(shop.till, theOwner, { draft, seen: null });

  expect(notes.map(({ note }) => note)).toEqual(['priceZero', 'codeCase']);
});

test('an archived product is nowhere else, and comes back as it was', async () => {
  archiveProduct(shop.till, theOwner, { code: 'KOPI-01', isArchived: true });

  expect(readProduct(shop.till, { code: 'KOPI-01' }).isArchived).toBe(true);
  expect([search('kopi'), search('kopi', true)]).toEqual([[], ['KOPI-01']]);
  expect(listCategories(shop.till)).toEqual([]);
  for (const barcode of ['KG-1', 'KOPI-01']) {
    expect(() => findBarcode(shop.till, { barcode })).toThrow('PRODUCT_ARCHIVED');
  }
  expect(() => sell('KOPI-01')).toThrow('PRODUCT_ARCHIVED');
  const pieces = await collect(exportCatalog(shop.till, theOwner));
  expect(pieces.map(({ text }) => text).join('')).not.toContain('KOPI-01');

  archiveProduct(shop.till, theOwner, { code: 'KOPI-01', isArchived: false });
  expect([search('kopi'), search('kopi', true)]).toEqual([['KOPI-01'], []]);
  expect(sell('KOPI-01').totalRupiah).toBe(45_000);
});

test('an import changes an archived product, leaves it archived and says so', async () => {
  archiveProduct(shop.till, theOwner, { code: 'KOPI-01', isArchived: true });

  const content = 'kode;nama;harga\nKOPI-01;Kopi Gayo;47000\n';
  const events = await collect(importCatalog(shop.till, theOwner, { content, mode: 'apply' }));

  expect(events.at(-1)).toMatchObject({ report: { updated: 1, notes: [{ note: 'archived' }] } });
  expect([search('kopi'), search('kopi', true)]).toEqual([[], ['KOPI-01']]);
});

const sample = `kode;nama;harga;barcode;stok
C-1;Contoh satu;1000;C1;5
C-2;Contoh dua;2000;;7
C-3;Contoh tiga;3000;;9
`;

async function loadSample(): Promise<void> {
  const samples = await readSamples(sample);
  write(shop.till, (tx) => addSamples(tx, samples, shop.till.clock()));
}

test('the sample stall goes whole, and what a person took in hand stays', async () => {
  await loadSample();
  const again = { content: 'kode;nama;harga\nC-1;Contoh satu;1000\n', mode: 'apply' as const };
  await collect(importCatalog(shop.till, theOwner, again)); // imported by a person, unchanged
  const counted = { reason: 'counted' as const, quantityMilli: pcs(6), note: '' };
  correctStock(shop.till, theOwner, { code: 'C-2', seenMilli: pcs(7), ...counted });
  expect(readSample(shop.till)).toEqual({ products: 1, canClear: true });

  expect(clearSample(shop.till, theOwner)).toEqual({ products: 1 });

  expect(search('')).toEqual(['C-2', 'C-1', 'KOPI-01']);
  expect(search('tiga')).toEqual([]);
  expect(readSample(shop.till).products).toBe(0);
  const left = shop.till.db.prepare("SELECT * FROM stock_adjustment WHERE code = 'C-3'").all();
  expect(left).toEqual([]);
  expect(await verifyBook(shop.till)).toMatchObject({ ok: true });
});

test('once something was sold the samples can only be archived', async () => {
  await loadSample();
  sell('KOPI-01');

  expect(() => clearSample(shop.till, theOwner)).toThrow('SAMPLE_SOLD');
  expect(readSample(shop.till)).toEqual({ products: 3, canClear: false });
  expect(archiveSample(shop.till, theOwner)).toEqual({ products: 3 });
  expect([search('contoh'), search('contoh', true)]).toEqual([[], ['C-2', 'C-1', 'C-3']]);
  expect(readSample(shop.till).products).toBe(0);
});

test('every page is told when catalog or stock has changed', async () => {
  const watch = shop.till.news.catalog.watch();
  const next = async () => (await watch.next()).value;
  const first = await next();
  expect(first).toEqual({ catalog: 0, stock: 0 });

  change(kopi({ name: 'Kopi' }));
  expect(await next()).toEqual({ catalog: 1, stock: 1 });
  sell('KOPI-01');
  expect(await next()).toEqual({ catalog: 1, stock: 2 });
  correctStock(shop.till, theOwner, {
    code: 'KOPI-01',
    seenMilli: milli(-1000),
    reason: 'received',
    quantityMilli: pcs(2),
    note: '',
  });
  expect(await next()).toEqual({ catalog: 2, stock: 3 });
  await collect(importCatalog(shop.till, theOwner, { content: sample, mode: 'apply' }));
  expect(await next()).toEqual({ catalog: 3, stock: 4 });
});
