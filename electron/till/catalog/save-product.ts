import { assert } from '../../../domain/assert.ts';
import type { Tx } from '../database/run.ts';
import { adjustStock } from '../inventory/stock-store.ts';
import type {
  KnownProduct,
  PlannedRow,
  ProductPlan,
} from '../../../domain/catalog/plan-product.ts';
import { findKnown } from './look-at-catalog.ts';
import { changeUnit, ownProduct, reindexProduct, renameProduct } from './product-change-store.ts';
import { addBarcode, addProduct, addUnit, findUnitId, nextPosition } from './product-store.ts';

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
  const units = rows.map((row) => ({ ...row, barcodes: row.newBarcodes }));
  addProduct(tx, { code, name, category, units, createdAtMs: atMs, isSample });
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
  renameProduct(tx, productId, first.name, first.category || shelf.category);
  const from = nextPosition(tx, productId);
  changed.forEach((row, at) => {
    const unitId = findUnitId(tx, productId, row.unit);
    if (unitId === undefined) {
      return addUnit(tx, productId, from + at, { ...row, barcodes: row.newBarcodes });
    }
    changeUnit(tx, unitId, row);
    for (const barcode of row.newBarcodes) addBarcode(tx, unitId, barcode);
  });
  const now = findKnown(tx, shelf.code);
  assert(now !== undefined, 'the product is still there');
  reindexProduct(tx, productId, now.shelf);
}
