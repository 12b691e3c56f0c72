import { assert } from '../../../domain/assert.ts';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import type { Tx } from '../database/run.ts';
import { adjustStock } from '../inventory/stock-store.ts';
import type {
  KnownProduct,
  PlannedRow,
  ProductPlan,
} from '../../../domain/catalog/plan-product.ts';
import { findKnown } from './look-at-catalog.ts';
import { floorAfter } from '../../../domain/catalog/floor.ts';
import { taxAfter } from '../../../domain/catalog/product-tax.ts';
import { changeUnit, describeProduct, ownProduct, reindexProduct } from './product-change-store.ts';
import {
  addBarcode,
  addProduct,
  addUnit,
  findUnitId,
  type NewUnit,
  nextPosition,
} from './product-store.ts';

/** When, and whether what is added is the sample stall's. */
export interface SaveOrigin {
  readonly atMs: number;
  readonly isSample: boolean;
}

/**
 * Adds the product, or brings the one with its code to what the file says; removes nothing. What
 * the file says nothing of stays. Stock is taken from the file for a new product only.
 */
export function saveProduct(tx: Tx, { code, rows, known }: ProductPlan, origin: SaveOrigin): void {
  if (known && rows.length > 0 && !origin.isSample) ownProduct(tx, known.productId);
  const changed = rows.filter(({ kind }) => kind !== 'unchanged');
  if (changed.length === 0) return;
  if (known) updateProduct(tx, known, rows, changed);
  else addNewProduct(tx, code, rows, origin);
}

function addNewProduct(
  tx: Tx,
  code: string,
  rows: readonly PlannedRow[],
  { atMs, isSample }: SaveOrigin,
): void {
  const [base] = rows;
  assert(base !== undefined, 'a product has a base unit');
  const { name, category, stockMilli } = base;
  const units = rows.map((row) => unitAfter(row, undefined));
  const tax = taxAfter(base, undefined);
  addProduct(tx, { code, name, category, tax, units, createdAtMs: atMs, isSample });
  if (stockMilli !== null && stockMilli > 0) {
    const adjustment = { code, quantityMilli: stockMilli, document: null, atMs };
    adjustStock(tx, { ...adjustment, reason: isSample ? 'sample' : 'import' });
  }
}

function updateProduct(
  tx: Tx,
  { productId, shelf }: KnownProduct,
  [first]: readonly PlannedRow[],
  changed: readonly PlannedRow[],
): void {
  assert(first !== undefined, 'an update has a row');
  const { name, category } = first;
  const tax = taxAfter(first, shelf);
  describeProduct(tx, productId, { name, category: category || shelf.category, tax });
  const from = nextPosition(tx, productId);
  changed.forEach((row, at) => {
    const unitId = findUnitId(tx, productId, row.unit);
    const unit = unitAfter(row, shelf);
    if (unitId === undefined) return addUnit(tx, productId, from + at, unit);
    changeUnit(tx, unitId, unit);
    for (const barcode of row.newBarcodes) addBarcode(tx, unitId, barcode);
  });
  const now = findKnown(tx, shelf.code);
  assert(now !== undefined, 'the product is still there');
  reindexProduct(tx, productId, now.shelf);
}

/** The unit of a row with the barcodes that are new to it. */
function unitAfter(row: PlannedRow, known: ShelfProduct | undefined): NewUnit {
  const { unit, factorMilli, priceRupiah, newBarcodes: barcodes } = row;
  const before = known?.units.find((other) => other.unit === unit);
  return { unit, factorMilli, priceRupiah, floorRupiah: floorAfter(row, before), barcodes };
}
