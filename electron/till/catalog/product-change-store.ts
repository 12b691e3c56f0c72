import { sql } from 'kysely';
import { foldText } from '../../../domain/catalog/search-text.ts';
import { sortKey } from '../../../domain/catalog/sort-key.ts';
import { build } from '../database/build.ts';
import { first, prepare, run, type Tx } from '../database/run.ts';
import {
  indexProduct,
  type NewProduct,
  type NewUnit,
  type SearchedProduct,
} from './product-store.ts';
import { columnsOfTax } from './tax-columns.ts';

/**
 * Changes what a product is called, where it belongs and how it is taxed; call reindexProduct()
 * after it.
 */
export function describeProduct(
  tx: Tx,
  productId: number,
  { name, category, tax }: Pick<NewProduct, 'name' | 'category' | 'tax'>,
): void {
  const { taxKind, taxIsAdded } = columnsOfTax(tax);
  const change = {
    name,
    name_key: foldText(name),
    sort_key: sortKey(name),
    category,
    tax_kind: taxKind,
    tax_is_added: taxIsAdded,
  };
  run(tx, build.updateTable('product').set(change).where('id', '=', productId));
}

/** Writes a product's search entry anew. */
export function reindexProduct(tx: Tx, productId: number, product: SearchedProduct): void {
  run(tx, build.deleteFrom('product_search').where('rowid', '=', productId));
  indexProduct(tx, productId, product);
}

/** Changes what one of a unit holds and costs. */
export function changeUnit(
  tx: Tx,
  unitId: number,
  { factorMilli, priceRupiah, floorRupiah }: Omit<NewUnit, 'unit' | 'barcodes'>,
): void {
  const set = {
    factor_milli: factorMilli,
    price_rupiah: priceRupiah,
    floor_rupiah: floorRupiah ?? null,
  };
  run(tx, build.updateTable('product_unit').set(set).where('id', '=', unitId));
}

/** Calls a unit otherwise; no other unit of its product may have that name. */
export function renameUnit(tx: Tx, unitId: number, unit: string): void {
  run(tx, build.updateTable('product_unit').set({ unit }).where('id', '=', unitId));
}

/** Takes a unit away, with its barcodes. */
export function removeUnit(tx: Tx, unitId: number): void {
  run(tx, build.deleteFrom('barcode').where('product_unit_id', '=', unitId));
  run(tx, build.deleteFrom('product_unit').where('id', '=', unitId));
}

/** Takes a barcode away from whatever unit has it. */
export function removeBarcode(tx: Tx, barcode: string): void {
  run(tx, build.deleteFrom('barcode').where('barcode', '=', barcode));
}

/** Whether a product is archived. */
export function isArchived(tx: Tx, productId: number): boolean {
  return archivedOf.first(tx, { productId })?.isArchived === 1;
}

/** Takes a product off the shelf, or puts it back. */
export function setArchived(tx: Tx, productId: number, archived: boolean): void {
  const set = { is_archived: archived ? 1 : 0 } as const;
  run(tx, build.updateTable('product').set(set).where('id', '=', productId));
}

/** A sample that a person has taken in hand is the stall's own from then on. */
export function ownProduct(tx: Tx, productId: number): void {
  own.run(tx, { productId });
}

/** How many products of the sample stall are on the shelf. */
export function countSample(tx: Tx): number {
  const query = build
    .selectFrom('product')
    .select(sql<number>`count(*)`.as('products'))
    .where('is_sample', '=', 1)
    .where('is_archived', '=', 0);
  return first(tx, query)?.products ?? 0;
}

/** Takes every product of the sample stall off the shelf. */
export function archiveSampleProducts(tx: Tx): void {
  run(tx, build.updateTable('product').set({ is_archived: 1 }).where('is_sample', '=', 1));
}

/** Deletes every product of the sample stall with its units, barcodes and search entry. */
export function deleteSampleProducts(tx: Tx): void {
  const samples = build.selectFrom('product').select('id').where('is_sample', '=', 1);
  const units = build.selectFrom('product_unit').select('id').where('product_id', 'in', samples);
  run(tx, build.deleteFrom('barcode').where('product_unit_id', 'in', units));
  run(tx, build.deleteFrom('product_unit').where('product_id', 'in', samples));
  run(tx, build.deleteFrom('product_search').where('rowid', 'in', samples));
  run(tx, build.deleteFrom('product').where('is_sample', '=', 1));
}

const archivedOf = prepare<{ productId: number }, { isArchived: number }>((given) =>
  build
    .selectFrom('product')
    .select('is_archived as isArchived')
    .where('id', '=', given('productId')),
);

const own = prepare<{ productId: number }>((given) =>
  build
    .updateTable('product')
    .set({ is_sample: 0 })
    .where('id', '=', given('productId'))
    .where('is_sample', '=', 1),
);
