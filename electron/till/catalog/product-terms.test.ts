import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import { seenProduct } from '../../../domain/catalog/contract.ts';
import type { ProductDraft } from '../../../domain/catalog/product-draft.ts';
import { rupiah } from '../../../domain/money.ts';
import { pcs } from '../../../domain/quantity.ts';
import {
  aUnit,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { read, write } from '../database/write.ts';
import { changeProduct } from './change-catalog.ts';
import { findBarcode, listShelfProducts, readProduct, searchCatalog } from './procedures.ts';
import { readShelfUnit } from './product-store.ts';

let shop: TestTill;
beforeEach(async () => {
  shop = await openTestTill();
  stockProduct(shop.till, { code: 'KOPI-01', name: 'Kopi Gayo', units: [aUnit('pcs', 1, 45_000)] });
});
afterEach(() => shop.close());

const ppnAdded = { kind: 'ppn', isAdded: true } as const;

/** The kopi with PPN on top, as low as Rp40.000 apiece. */
const bargained: ProductDraft = {
  code: 'KOPI-01',
  name: 'Kopi Gayo',
  category: '',
  tax: ppnAdded,
  units: [aDraftUnit('pcs', 1, 45_000, 40_000), aDraftUnit('lusin', 12, 500_000)],
};

function aDraftUnit(unit: string, factor: number, price: number, floor?: number) {
  const floorRupiah = floor === undefined ? {} : { floorRupiah: rupiah(floor) };
  const prices = { priceRupiah: rupiah(price), ...floorRupiah };
  return { unit, factorMilli: pcs(factor), ...prices, barcodes: [] };
}

function now() {
  return readProduct(shop.till, { code: 'KOPI-01' }).product;
}

function change(draft: ProductDraft) {
  return changeProduct(shop.till, theOwner, { draft, seen: seenProduct(now()) });
}

function unitOnShelf(unit: string) {
  return read(shop.till, (tx) => readShelfUnit(tx, 'KOPI-01', unit));
}

test('a floor and a tax are kept, and the register has them however it finds the product', () => {
  change(bargained);

  const kept = { ...bargained, onHandMilli: 0 };
  const page = { text: 'gayo', category: '', cursor: '', limit: 9 };
  expect(now()).toStrictEqual(kept);
  expect(searchCatalog(shop.till, page).products).toStrictEqual([kept]);
  expect(findBarcode(shop.till, { barcode: 'KOPI-01' }).product).toStrictEqual(kept);
  expect(read(shop.till, (tx) => listShelfProducts(tx, ['KOPI-01']))).toStrictEqual([kept]);
});

test('a line of a sale is read with its floor and tax, null where there is none', () => {
  expect(unitOnShelf('pcs')).toMatchObject({ floorRupiah: null, tax: null });

  change(bargained);

  expect(unitOnShelf('pcs')).toMatchObject({ floorRupiah: 40_000, tax: ppnAdded });
  expect(unitOnShelf('lusin')).toMatchObject({ floorRupiah: null, tax: ppnAdded });
});

test('an answer has no field for a floor or a tax that there is not', () => {
  const unit = { unit: 'pcs', factorMilli: 1000, priceRupiah: 45_000, barcodes: [] };

  expect(now()).toStrictEqual({
    code: 'KOPI-01',
    name: 'Kopi Gayo',
    category: '',
    units: [unit],
    onHandMilli: 0,
  });
});

test('a draft without floor and tax takes both away, also from a base unit of another name', () => {
  change(bargained);
  const { tax: _, ...plain } = bargained;
  change({ ...plain, units: [aDraftUnit('buah', 1, 45_000)] });

  expect(now()).toMatchObject({ units: [{ unit: 'buah' }] });
  expect(now()).not.toHaveProperty('tax');
  expect(now().units[0]).not.toHaveProperty('floorRupiah');
});

test('a floor of nothing is a floor, and nothing is added to no tax', () => {
  const units = [aDraftUnit('pcs', 1, 45_000, 0)];
  change({ ...bargained, tax: { kind: 'none', isAdded: false }, units });

  expect(now()).toMatchObject({
    tax: { kind: 'none', isAdded: false },
    units: [{ floorRupiah: 0 }],
  });
});

test('a floor above the price of its unit is refused at its field', () => {
  const units = [aDraftUnit('pcs', 1, 45_000, 45_000), aDraftUnit('lusin', 12, 500_000, 500_001)];

  expect(() => change({ ...bargained, units })).toThrow(
    expect.objectContaining({
      code: 'PRODUCT_REFUSED',
      data: {
        faults: [
          {
            unit: 1,
            field: 'floor',
            reason: 'floorAbovePrice',
            value: 'Rp500.001',
            other: 'Rp500.000',
          },
        ],
      },
    }),
  );
  expect(now().units).toHaveLength(1);
});

test('a price and its floor sink together', () => {
  change(bargained);
  change({ ...bargained, units: [aDraftUnit('pcs', 1, 30_000, 25_000)] });

  expect(now().units).toMatchObject([{ priceRupiah: 30_000, floorRupiah: 25_000 }]);
});

test.each([
  ['tax', { ...bargained, tax: { kind: 'pbjt', isAdded: true } as const }],
  ['floor', { ...bargained, units: [aDraftUnit('pcs', 1, 45_000, 41_000)] }],
])('who did not see the %s that another has set is told', (_, theirs) => {
  change(bargained);
  const seen = seenProduct(now());
  change(theirs);

  expect(() => changeProduct(shop.till, theOwner, { draft: bargained, seen })).toThrow(
    'PRODUCT_CHANGED',
  );
});

test.each([
  "UPDATE product SET tax_kind = 'vat', tax_is_added = 0",
  "UPDATE product SET tax_kind = 'ppn', tax_is_added = NULL",
  'UPDATE product_unit SET floor_rupiah = -1',
])('the book itself refuses %s', (sql) => {
  expect(() => write(shop.till, ({ db }) => db.exec(sql))).toThrow('CHECK');
});
