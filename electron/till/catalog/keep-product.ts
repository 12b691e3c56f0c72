import { assert } from '../../../domain/assert.ts';
import { barcodeForms } from '../../../domain/catalog/barcode.ts';
import type { CatalogProduct } from '../../../domain/catalog/catalog-file.ts';
import type { Refusal } from '../../../domain/catalog/catalog-row.ts';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { type SettledRow, settleUnits } from '../../../domain/catalog/settle-units.ts';
import type { Tx } from '../database/run.ts';
import { adjustStock } from '../inventory/stock-store.ts';
import {
  addBarcode,
  addProduct,
  addUnit,
  changeUnit,
  findByBarcode,
  findProductId,
  findUnitId,
  reindexProduct,
  renameProduct,
} from './product-store.ts';
import { findProduct, withUnits } from './search-store.ts';

export type KeptAs = 'added' | 'updated' | 'unchanged';

/** What becomes of a product of the file. `keptAs` is null when all of it was refused. */
interface KeepResult {
  readonly keptAs: KeptAs | null;
  readonly refused: readonly Refusal[];
}

/** What keepProduct() would do. Changes nothing. */
export function weighProduct(tx: Tx, product: CatalogProduct): KeepResult {
  return sift(tx, product).result;
}

/**
 * Adds the product, or brings the one with its code to what the file says; removes nothing. What
 * the file says nothing of stays. Stock is taken from the file for a new product only.
 */
export function keepProduct(tx: Tx, product: CatalogProduct, atMs: number): KeepResult {
  const { rows, known, result } = sift(tx, product);
  if (result.keptAs === 'added') addNew(tx, product.code, rows, atMs);
  if (result.keptAs === 'updated' && known) update(tx, known, rows);
  return result;
}

interface Known {
  readonly productId: number;
  readonly shelf: ShelfProduct;
}

function sift(tx: Tx, { code, rows }: CatalogProduct) {
  const known = findKnown(tx, code);
  const settled = settleUnits(rows, known?.shelf.units ?? []);
  const refused = [...settled.refused];
  const free = settled.rows.filter((row) => {
    const taken = findTaken(tx, code, row);
    if (taken) refused.push(taken);
    return !taken;
  });
  const hasBase = known !== undefined || free[0] === settled.rows[0];
  if (!hasBase) {
    for (const { row, unit } of free) {
      refused.push({ row, column: 'factor', reason: 'baseUnitMissing', value: unit, other: '' });
    }
  }
  const kept = hasBase ? free : [];
  const result: KeepResult = { keptAs: weigh(kept, known), refused };
  return { rows: kept, known, result };
}

/** Refuses the row when one of its barcodes leads to another product, or another unit. */
function findTaken(tx: Tx, code: string, { row, unit, barcodes }: SettledRow): Refusal | undefined {
  for (const value of barcodes) {
    for (const form of barcodeForms(value)) {
      const owner = findByBarcode(tx, form);
      if (owner && (owner.code !== code || owner.unit !== unit)) {
        return { row, column: 'barcode', reason: 'barcodeTaken', value, other: owner.name };
      }
    }
  }
  return undefined;
}

function weigh(rows: readonly SettledRow[], known: Known | undefined): KeptAs | null {
  const [first] = rows;
  if (!first) return null;
  if (!known) return 'added';
  const { shelf } = known;
  const isSame = rows.every((row) => {
    const unit = shelf.units.find((other) => other.unit === row.unit);
    return (
      unit?.priceRupiah === row.priceRupiah &&
      unit.factorMilli === row.factorMilli &&
      row.barcodes.every((barcode) => unit.barcodes.includes(barcode))
    );
  });
  const isCalledSame = first.name === shelf.name && categoryOf(first, shelf) === shelf.category;
  return isSame && isCalledSame ? 'unchanged' : 'updated';
}

function categoryOf(row: SettledRow, shelf: ShelfProduct): string {
  return row.category === '' ? shelf.category : row.category;
}

function addNew(tx: Tx, code: string, rows: readonly SettledRow[], atMs: number): void {
  const [base] = rows;
  assert(base !== undefined, 'a product has a base unit');
  const { name, category, stockMilli } = base;
  addProduct(tx, { code, name, category, units: rows, createdAtMs: atMs });
  if (stockMilli !== null && stockMilli > 0) {
    const adjustment = { code, quantityMilli: stockMilli, document: null, atMs };
    adjustStock(tx, { ...adjustment, reason: 'import' });
  }
}

function update(tx: Tx, { productId, shelf }: Known, rows: readonly SettledRow[]): void {
  const [first] = rows;
  assert(first !== undefined, 'an update has a row');
  renameProduct(tx, productId, first.name, categoryOf(first, shelf));
  rows.forEach((row, at) => {
    const unit = shelf.units.find((other) => other.unit === row.unit);
    const unitId = findUnitId(tx, productId, row.unit);
    if (!unit || unitId === undefined) return addUnit(tx, productId, shelf.units.length + at, row);
    changeUnit(tx, unitId, row);
    for (const barcode of row.barcodes) {
      if (!unit.barcodes.includes(barcode)) addBarcode(tx, unitId, barcode);
    }
  });
  const now = findKnown(tx, shelf.code);
  assert(now !== undefined, 'the product is still there');
  reindexProduct(tx, productId, now.shelf);
}

function findKnown(tx: Tx, code: string): Known | undefined {
  const productId = findProductId(tx, code);
  const found = productId === undefined ? undefined : findProduct(tx, productId);
  const [shelf] = found ? withUnits(tx, [found]) : [];
  return productId !== undefined && shelf ? { productId, shelf } : undefined;
}
