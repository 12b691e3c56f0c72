import { theOwner } from '../../../domain/actor.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isValidBarcode } from '../../../domain/catalog/barcode.ts';
import {
  bookPieces,
  aUnit,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { read } from '../database/write.ts';
import { clearSample } from './change-catalog.ts';
import { importCatalog } from './import-catalog.ts';
import { findBarcode, listCategories, searchCatalog } from './procedures.ts';
import { countProducts } from './product-store.ts';
import { beginStall, isUnbegun } from './sample-stall.ts';

const resourcesDir = join(import.meta.dirname, '..', '..', '..', 'resources');
const content = readFileSync(join(resourcesDir, 'sample-stall.csv'), 'utf8');
const rows = content
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split(';'));
const barcodes = rows.map((cells) => cells[6] ?? '').filter(Boolean);

let shop: TestTill;
beforeEach(async () => {
  shop = await openTestTill();
});
afterEach(() => shop.close());

function products(): number {
  return read(shop.till, countProducts);
}

test('a new till gets all of the sample stall, two hundred products and more', async () => {
  await beginStall(shop.till, theOwner, { resourcesDir }, 'sample');

  expect(products()).toBe(new Set(rows.map(([code]) => code)).size);
  expect(products()).toBeGreaterThanOrEqual(200);
});

test('nothing of the sample stall is rejected, and it is whole after one import', async () => {
  const reports: unknown[] = [];
  for (const mode of ['apply', 'dry-run'] as const) {
    for await (const event of importCatalog(shop.till, theOwner, { content, mode })) {
      if (event.type === 'done') reports.push(event.report);
    }
  }

  const counts = { rows: rows.length, updated: 0, rejected: [], notes: [], cancelled: false };
  expect(reports).toMatchObject([
    { ...counts, added: rows.length, products: { added: products() } },
    { ...counts, unchanged: rows.length, products: { unchanged: products() } },
  ]);
});

test('its barcodes are valid, Indonesian or in-store, and lead to their units', async () => {
  await beginStall(shop.till, theOwner, { resourcesDir }, 'sample');

  expect(barcodes.length).toBeGreaterThanOrEqual(200);
  expect(barcodes.filter((barcode) => !/^(899|2\d\d)\d{10}$/.test(barcode))).toEqual([]);
  expect(barcodes.filter((barcode) => !isValidBarcode(barcode))).toEqual([]);
  const found = barcodes.map((barcode) => {
    const { product, unit } = findBarcode(shop.till, { barcode });
    return [product.code, unit, barcode];
  });
  const told = rows.filter((cells) => cells[6]).map((cells) => [cells[0], cells[3], cells[6]]);
  expect(found).toEqual(told);
});

test('there is something to sell of every product, in a category', async () => {
  await beginStall(shop.till, theOwner, { resourcesDir }, 'sample');
  const categories = listCategories(shop.till);
  const shelf = categories.flatMap(({ name }) => {
    const input = { text: '', category: name, cursor: '', limit: 100 };
    return searchCatalog(shop.till, input).products;
  });

  expect(shelf).toHaveLength(products());
  expect(categories.every(({ name }) => name !== '')).toBe(true);
  expect(shelf.filter(({ onHandMilli }) => onHandMilli <= 0)).toEqual([]);
  expect(shelf.filter(({ units }) => units.some((unit) => unit.priceRupiah <= 0))).toEqual([]);
});

test('a till that fails while it is filled is still new, and is filled whole later', async () => {
  shop.till.db.exec(`CREATE TEMP TRIGGER fails AFTER INSERT ON main.product
    WHEN (SELECT count(*) FROM product) > 200 BEGIN SELECT raise(ABORT, 'it fails'); END`);
  await expect(beginStall(shop.till, theOwner, { resourcesDir }, 'sample')).rejects.toThrow(
    'it fails',
  );
  expect(read(shop.till, isUnbegun)).toBe(true);

  shop.till.db.exec('DROP TRIGGER fails');
  await beginStall(shop.till, theOwner, { resourcesDir }, 'sample');
  expect(products()).toBe(new Set(rows.map(([code]) => code)).size);
});

test('a stall that has a product of its own is left alone', async () => {
  stockProduct(shop.till, { code: 'X1', name: 'Kain', units: [aUnit('pcs', 1, 1000)] });

  await beginStall(shop.till, theOwner, { resourcesDir }, 'sample');

  expect(products()).toBe(1);
});

test('a stall that has sold is left alone, also with no product on its shelf', async () => {
  bookPieces(shop.till, 1);

  await beginStall(shop.till, theOwner, { resourcesDir }, 'sample');

  expect(products()).toBe(0);
});

test('samples that were deleted do not come back, nor where a stall began empty', async () => {
  await beginStall(shop.till, theOwner, { resourcesDir }, 'sample');
  clearSample(shop.till, theOwner);
  const reopened = await shop.reopen();
  await beginStall(reopened, theOwner, { resourcesDir }, 'sample');
  expect(read(reopened, countProducts)).toBe(0);

  const empty = await openTestTill();
  expect(read(empty.till, isUnbegun)).toBe(true);
  await beginStall(empty.till, theOwner, { resourcesDir }, 'empty');
  await beginStall(empty.till, theOwner, { resourcesDir }, 'sample');
  expect(read(empty.till, isUnbegun)).toBe(false);
  expect(read(empty.till, countProducts)).toBe(0);
  await empty.close();
});
