import { theOwner } from '../../../domain/actor.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportReport } from '../../../domain/catalog/import-report.ts';
import { catalogTemplate } from '../../../domain/catalog/template.ts';
import { type TaxTerms, untaxed } from '../../../domain/sales/tax.ts';
import { collect } from '../../../test/support/collect.ts';
import {
  aUnit,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { read, write } from '../database/write.ts';
import { adjustStock } from '../inventory/stock-store.ts';
import type { Till } from '../till.ts';
import { exportCatalog } from './export-catalog.ts';
import { importCatalog } from './import-catalog.ts';
import { searchPage } from './search-catalog.ts';

let shop: TestTill;
beforeEach(async () => {
  shop = await openTestTill();
});
afterEach(() => shop.close());

async function exported(till: Till): Promise<string> {
  const pieces = await collect(exportCatalog(till, theOwner));
  return pieces.map(({ text }) => text).join('');
}

async function imported(till: Till, content: string): Promise<ImportReport> {
  for await (const event of importCatalog(till, theOwner, { content, mode: 'apply' })) {
    if (event.type === 'done') return event.report;
    if (event.type === 'doubt') throw new Error(JSON.stringify(event.doubt));
  }
  throw new Error('an import ends with its report');
}

/** Puts what is on hand to this quantity, in thousandths. */
function countStock(till: Till, code: string, quantityMilli: number): void {
  const adjustment = { code, quantityMilli, document: null, atMs: 1 };
  write(till, (tx) => adjustStock(tx, { ...adjustment, reason: 'history' }));
}

test('the catalog is a file with a row for each way to sell a product', async () => {
  stockProduct(shop.till, {
    code: 'KOP-1',
    name: 'Kopi "curah"; asli',
    category: 'Kopi',
    tax: { kind: 'ppn', isAdded: true },
    units: [
      { ...aUnit('kg', 1, 185_000, ['2000000002675', 'KB/1']), floorRupiah: 180_000 },
      aUnit('ons', 0.125, 19_500),
    ],
  });
  countStock(shop.till, 'KOP-1', -4500);
  stockProduct(shop.till, { code: '-5', name: '=Kain', units: [aUnit('pcs', 1, 0)] });

  expect(await exported(shop.till)).toBe(
    '\uFEFFkode;nama;kategori;satuan;isi;harga;barcode;stok;harga_terendah;pajak\r\n' +
      'KOP-1;"Kopi ""curah""; asli";Kopi;kg;1;185000;2000000002675 KB/1;\'-4,5;180000;ppn+\r\n' +
      'KOP-1;"Kopi ""curah""; asli";Kopi;ons;0,1250;19500;;;;\r\n' +
      "'-5;'=Kain;;pcs;1;0;;0;;\r\n",
  );
});

test('an empty catalog is a file with its titles', async () => {
  expect(await exported(shop.till)).toBe(
    '\uFEFFkode;nama;kategori;satuan;isi;harga;barcode;stok;harga_terendah;pajak\r\n',
  );
});

test('a long catalog comes in pieces, each product once', async () => {
  for (let at = 0; at < 1100; at += 1) {
    stockProduct(shop.till, { code: `P${at}`, name: `Kain ${at}`, units: [aUnit('pcs', 1, 1)] });
  }

  const pieces = await collect(exportCatalog(shop.till, theOwner));
  expect(pieces.length).toBeGreaterThan(3);
  const codes = (await exported(shop.till)).split('\r\n').map((line) => line.split(';', 1)[0]);
  expect(codes.slice(1, -1)).toEqual(Array.from({ length: 1100 }, (_, at) => `P${at}`));
});

test.each(['9007199254740993', '9223372036854775807'])(
  'a product that a database tool numbered %s is told as damage, and ends every list',
  async (id) => {
    stockProduct(shop.till, { code: 'A', name: 'Kain', units: [aUnit('pcs', 1, 1)] });
    shop.till.db.exec(
      `INSERT INTO product
       SELECT ${id}, 'B', 'Kain lain', 'kain lain', 'kain lain', '', NULL, NULL, 0, 0, 1
       FROM product`,
    );
    const all = { text: '', category: '', cursor: '', limit: 1 };

    await expect(exported(shop.till)).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' });
    expect(() => read(shop.till, (tx) => searchPage(tx, all))).toThrow('the product B has');
  },
);

/** Text as the catalog has it; often one that a spreadsheet would take for a formula. */
const aText = (max: number) =>
  fc
    .tuple(fc.constantFrom('', '', '=', '+', '-', '@', "'=", "'", '\uFF1D'), fc.string())
    .map(([start, rest]) =>
      `${start}${rest}`
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .normalize('NFC'),
    )
    .map((text) => text.slice(0, max).trim())
    .filter((text) => text !== '');

const theTaxes: readonly (TaxTerms | undefined)[] = [
  undefined,
  untaxed,
  ...(['ppn', 'ppn-luxury', 'pbjt'] as const).flatMap((kind) => [
    { kind, isAdded: false },
    { kind, isAdded: true },
  ]),
];

const aProduct = fc.record({
  code: aText(40),
  name: aText(120),
  category: fc.oneof(fc.constant(''), aText(120)),
  unit: aText(20),
  factor: fc.integer({ min: 2, max: 1_000_000_000 }).filter((milli) => milli !== 1000),
  price: fc.integer({ min: 0, max: 1_000_000_000_000 }),
  stock: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  discount: fc.option(fc.integer({ min: 0, max: 1_000_000_000_000 }), { nil: undefined }),
  tax: fc.constantFrom(...theTaxes),
});
type AProduct = typeof aProduct extends fc.Arbitrary<infer P> ? P : never;
const aCatalog = fc.uniqueArray(aProduct, { maxLength: 5, selector: ({ code }) => code });

/** Puts the products on the shelf; those that bargain may go down to their floor. */
function stock(till: Till, catalog: readonly AProduct[]): void {
  for (const product of catalog) {
    const { code, name, category, unit, factor, price, tax } = product;
    const discount = product.discount === undefined ? undefined : product.discount % (price + 1);
    const floorRupiah = discount === undefined ? undefined : price - discount;
    const base = { ...aUnit('dasar', 1, price), floorRupiah };
    const more = { unit, factorMilli: factor, priceRupiah: price, floorRupiah, barcodes: [] };
    const units = unit.toLowerCase() === 'dasar' ? [base] : [base, more];
    stockProduct(till, { code, name, category, tax, units });
    countStock(till, code, product.stock);
  }
}

test('importing an export changes nothing, whatever the names and numbers', async () => {
  await fc.assert(
    fc.asyncProperty(aCatalog, async (catalog) => {
      const other = await openTestTill();
      try {
        stock(other.till, catalog);
        const report = await imported(other.till, await exported(other.till));
        expect(report).toMatchObject({ unchanged: report.rows, rejected: [], notes: [] });
        expect(report.products.unchanged).toBe(catalog.length);
      } finally {
        await other.close();
      }
    }),
    { numRuns: 30 },
  );
}, 120_000);

test('an export comes into an empty till as it was, its floors and taxes too', async () => {
  await fc.assert(
    fc.asyncProperty(aCatalog, async (catalog) => {
      const [from, to] = [await openTestTill(), await openTestTill()];
      try {
        stock(
          from.till,
          catalog.map((product) => ({ ...product, stock: 0 })),
        );
        const content = await exported(from.till);
        await imported(to.till, content);
        expect(await exported(to.till)).toBe(content);
      } finally {
        await from.close();
        await to.close();
      }
    }),
    { numRuns: 20 },
  );
}, 120_000);

test('the file to fill in can be imported as it is', async () => {
  expect(await imported(shop.till, catalogTemplate)).toMatchObject({
    rows: 2,
    added: 2,
    products: { added: 1 },
    rejected: [],
    notes: [],
    unknownColumns: [],
  });
});
