import type { CatalogProduct } from '../../../domain/catalog/catalog-file.ts';
import type { CatalogRow } from '../../../domain/catalog/catalog-row.ts';
import type { RejectedCell } from '../../../domain/catalog/contract.ts';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { assert } from '../../../domain/assert.ts';
import type { Tx } from '../database/run.ts';
import { moveStock } from '../inventory/stock-store.ts';
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

/** What became, or would become, of a product of the file. `keptAs` is null when all was refused. */
export interface KeepResult {
  readonly keptAs: KeptAs | null;
  readonly rejected: RejectedCell[];
}

/** What keepProduct() would do. Changes nothing. */
export function weighProduct(tx: Tx, product: CatalogProduct): KeepResult {
  return sift(tx, product).result;
}

/** Adds the product or brings the one with its code to what the file says; removes nothing. */
export function keepProduct(tx: Tx, product: CatalogProduct, atMs: number): KeepResult {
  const { rows, known, result } = sift(tx, product);
  if (result.keptAs === 'added') addNew(tx, product.code, rows, atMs);
  if (result.keptAs === 'updated' && known) update(tx, known, rows, atMs);
  return result;
}

interface Known {
  readonly productId: number;
  readonly shelf: ShelfProduct;
}

function sift(tx: Tx, { code, rows }: CatalogProduct) {
  const rejected: RejectedCell[] = [];
  const good = rows.filter((row) => {
    const taken = row.barcodes.find((barcode) => {
      const owner = findByBarcode(tx, barcode);
      return owner && (owner.code !== code || owner.unit !== row.unit);
    });
    if (taken === undefined) return true;
    rejected.push({ row: row.row, column: 'barcode', reason: 'barcodeTaken', value: taken });
    return false;
  });
  const known = findKnown(tx, code);
  const hasBase = known !== undefined || good.some((row) => row.factorMilli === 1000);
  if (!hasBase) {
    for (const { row, unit } of good) {
      rejected.push({ row, column: 'factor', reason: 'baseUnitMissing', value: unit });
    }
  }
  const kept = hasBase ? good : [];
  const result: KeepResult = { keptAs: weigh(kept, known), rejected };
  return { rows: kept, known, result };
}

function weigh(rows: readonly CatalogRow[], known: Known | undefined): KeptAs | null {
  if (rows.length === 0) return null;
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
  const [base] = rows;
  return isSame && base?.name === shelf.name && base.category === shelf.category
    ? 'unchanged'
    : 'updated';
}

function addNew(tx: Tx, code: string, rows: readonly CatalogRow[], atMs: number): void {
  const [base] = rows;
  assert(base !== undefined, 'a product has a base unit');
  const { name, category, stockMilli } = base;
  const productId = addProduct(tx, { code, name, category, units: rows, createdAtMs: atMs });
  if (stockMilli !== null && stockMilli > 0) {
    const move = { productId, quantityMilli: stockMilli, saleId: null, document: null, atMs };
    moveStock(tx, { ...move, reason: 'import' });
  }
}

function update(tx: Tx, known: Known, rows: readonly CatalogRow[], atMs: number): void {
  const { productId, shelf } = known;
  const [base] = rows;
  assert(base !== undefined, 'an update has a row');
  renameProduct(tx, productId, base.name, base.category);
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
  reindexProduct(tx, productId, { ...now.shelf, createdAtMs: atMs });
}

function findKnown(tx: Tx, code: string): Known | undefined {
  const productId = findProductId(tx, code);
  const found = productId === undefined ? undefined : findProduct(tx, productId);
  const [shelf] = found ? withUnits(tx, [found]) : [];
  return productId !== undefined && shelf ? { productId, shelf } : undefined;
}
