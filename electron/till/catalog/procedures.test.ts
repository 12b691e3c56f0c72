import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import {
  aUnit,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { archiveProduct } from './change-catalog.ts';
import { findBarcode, listCategories } from './procedures.ts';

let shop: TestTill;
beforeEach(async () => {
  shop = await openTestTill();
  const units = [aUnit('pcs', 1, 145_000, ['KB/1']), aUnit('kodi', 20, 2_465_000, ['KB/20'])];
  stockProduct(shop.till, { code: 'BTK-1', name: 'Batik Cap', category: 'Batik', units });
  const others = [aUnit('kg', 1, 185_000, ['BTK-2'])];
  stockProduct(shop.till, { code: 'KOP-1', name: 'Kopi Gayo', category: 'Kopi', units: others });
  const plain = [aUnit('pcs', 1, 1000)];
  stockProduct(shop.till, { code: 'BTK-2', name: 'Batik Tulis', category: 'Batik', units: plain });
  stockProduct(shop.till, { code: 'LAIN', name: 'Lain-lain', units: plain });
});
afterEach(() => shop.close());

function find(barcode: string): string {
  const { product, unit } = findBarcode(shop.till, { barcode });
  return `${product.code} ${unit}`;
}

test('a barcode stands for its unit, a typed code for the base unit', () => {
  expect(find('KB/1')).toBe('BTK-1 pcs');
  expect(find('KB/20')).toBe('BTK-1 kodi');
  expect(find('BTK-1')).toBe('BTK-1 pcs');
});

test('of a product that is no longer sold it is told which unit was scanned', () => {
  archiveProduct(shop.till, theOwner, { code: 'BTK-1', isArchived: true });

  for (const [barcode, unit] of [
    ['KB/1', 'pcs'],
    ['KB/20', 'kodi'],
    ['BTK-1', 'pcs'],
  ] as const) {
    const data = { code: 'BTK-1', name: 'Batik Cap', unit };
    const refused = expect.objectContaining({ code: 'PRODUCT_ARCHIVED', data });
    expect(() => findBarcode(shop.till, { barcode })).toThrow(refused);
  }
});

test('a barcode that is also the code of another product is first of all a barcode', () => {
  expect(find('BTK-2')).toBe('KOP-1 kg');
});

test('a code with other capitals is unknown', () => {
  expect(() => find('btk-1')).toThrow(expect.objectContaining({ code: 'BARCODE_UNKNOWN' }));
});

test('categories are counted, by name; a product without one is in none', () => {
  expect(listCategories(shop.till)).toEqual([
    { name: 'Batik', products: 2 },
    { name: 'Kopi', products: 1 },
  ]);
});
