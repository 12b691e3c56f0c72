import { sql } from 'kysely';
import type { Rupiah } from '../../../domain/money.ts';
import { foldText, searchGrams } from '../../../domain/catalog/search-text.ts';
import { build, unseen } from '../database/build.ts';
import { all, first, prepare, run, type Tx } from '../database/run.ts';

export interface NewUnit {
  readonly unit: string;
  /** Thousandths of the base unit. */
  readonly factorMilli: number;
  readonly priceRupiah: number;
  readonly barcodes: readonly string[];
}

export interface NewProduct {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  /** The base unit first. */
  readonly units: readonly NewUnit[];
  readonly createdAtMs: number;
}

/** What of a product is searched. */
type SearchedProduct = Omit<NewProduct, 'createdAtMs'>;

/** A product's unit as a sale needs it. */
export interface ShelfUnit {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly factorMilli: number;
  readonly priceRupiah: Rupiah;
}

/** The product and unit behind a line of a cart. */
export function readShelfUnit(tx: Tx, code: string, unit: string): ShelfUnit | undefined {
  return findShelfUnit.first(tx, { code, unit });
}

/** product.id of a code; case counts. */
export function findProductId(tx: Tx, code: string): number | undefined {
  return findByCode.first(tx, { code })?.id;
}

/** product_unit.id of a product's unit. */
export function findUnitId(tx: Tx, productId: number, unit: string): number | undefined {
  return findUnit.first(tx, { productId, unit })?.id;
}

/** Adds a product with its units and barcodes, and makes it searchable. @returns product.id */
export function addProduct(tx: Tx, product: NewProduct): number {
  const productId = insertProduct.run(tx, {
    code: product.code,
    name: product.name,
    nameKey: foldText(product.name),
    category: product.category,
    createdAtMs: product.createdAtMs,
  });
  product.units.forEach((unit, position) => {
    addUnit(tx, productId, position, unit);
  });
  indexProduct(tx, productId, product);
  return productId;
}

/** Adds a unit at this position (0 is the base unit) with its barcodes. */
export function addUnit(tx: Tx, productId: number, position: number, unit: NewUnit): void {
  const { unit: name, factorMilli, priceRupiah } = unit;
  const unitId = insertUnit.run(tx, { productId, position, unit: name, factorMilli, priceRupiah });
  for (const barcode of unit.barcodes) addBarcode(tx, unitId, barcode);
}

/** Gives a unit one more barcode. */
export function addBarcode(tx: Tx, unitId: number, barcode: string): void {
  insertBarcode.run(tx, { barcode, unitId });
}

/** Changes what a product is called and where it belongs; call reindexProduct() after it. */
export function renameProduct(tx: Tx, productId: number, name: string, category: string): void {
  const change = { name, name_key: foldText(name), category };
  run(tx, build.updateTable('product').set(change).where('id', '=', productId));
}

/** Changes what one of a unit costs. */
export function changeUnit(
  tx: Tx,
  unitId: number,
  change: { readonly factorMilli: number; readonly priceRupiah: number },
): void {
  const set = { factor_milli: change.factorMilli, price_rupiah: change.priceRupiah };
  run(tx, build.updateTable('product_unit').set(set).where('id', '=', unitId));
}

/** Writes a product's search entry anew. */
export function reindexProduct(tx: Tx, productId: number, product: SearchedProduct): void {
  run(tx, build.deleteFrom('product_search').where('rowid', '=', productId));
  indexProduct(tx, productId, product);
}

/** Number of products. */
export function countProducts(tx: Tx): number {
  const query = build.selectFrom('product').select(sql<number>`count(*)`.as('products'));
  return first(tx, query)?.products ?? 0;
}

/** Categories in use with their number of products, by name. */
export function countByCategory(tx: Tx): { name: string; products: number }[] {
  return all(
    tx,
    build
      .selectFrom('product')
      .select(['category as name', sql<number>`count(*)`.as('products')])
      .where('category', '<>', '')
      .groupBy('category')
      .orderBy('category')
      .limit(200),
  );
}

/** Where a barcode leads: product and unit. */
export function findByBarcode(tx: Tx, barcode: string): BarcodeOwner | undefined {
  return findBarcodeOwner.first(tx, { barcode });
}

export interface BarcodeOwner {
  readonly productId: number;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
}

function indexProduct(tx: Tx, productId: number, product: SearchedProduct): void {
  const barcodes = product.units.flatMap((unit) => unit.barcodes);
  insertSearch.run(tx, { productId, ...searchGrams({ ...product, barcodes }) });
}

const findShelfUnit = prepare<{ code: string; unit: string }, ShelfUnit>((given) =>
  build
    .selectFrom('product as p')
    .innerJoin('product_unit as u', 'u.product_id', 'p.id')
    .select([
      'p.code',
      'p.name',
      'p.category',
      'u.unit',
      'u.factor_milli as factorMilli',
      sql<Rupiah>`u.price_rupiah`.as('priceRupiah'), // the column holds whole rupiah
    ])
    .where('p.code', '=', unseen(given('code')))
    .where('u.unit', '=', unseen(given('unit'))),
);

const findByCode = prepare<{ code: string }, { id: number }>((given) =>
  build.selectFrom('product').select('id').where('code', '=', given('code')),
);

const findUnit = prepare<{ productId: number; unit: string }, { id: number }>((given) =>
  build
    .selectFrom('product_unit')
    .select('id')
    .where('product_id', '=', given('productId'))
    .where('unit', '=', given('unit')),
);

const findBarcodeOwner = prepare<{ barcode: string }, BarcodeOwner>((given) =>
  build
    .selectFrom('barcode as b')
    .innerJoin('product_unit as u', 'u.id', 'b.product_unit_id')
    .innerJoin('product as p', 'p.id', 'u.product_id')
    .select(['p.id as productId', 'p.code', 'p.name', 'u.unit'])
    .where('b.barcode', '=', given('barcode')),
);

const insertProduct = prepare<{
  code: string;
  name: string;
  nameKey: string;
  category: string;
  createdAtMs: number;
}>((given) =>
  build.insertInto('product').values({
    code: given('code'),
    name: given('name'),
    name_key: given('nameKey'),
    category: given('category'),
    created_at_ms: given('createdAtMs'),
  }),
);

const insertUnit = prepare<{
  productId: number;
  position: number;
  unit: string;
  factorMilli: number;
  priceRupiah: number;
}>((given) =>
  build.insertInto('product_unit').values({
    product_id: given('productId'),
    position: given('position'),
    unit: given('unit'),
    factor_milli: given('factorMilli'),
    price_rupiah: given('priceRupiah'),
  }),
);

const insertBarcode = prepare<{ barcode: string; unitId: number }>((given) =>
  build
    .insertInto('barcode')
    .values({ barcode: given('barcode'), product_unit_id: given('unitId') }),
);

const insertSearch = prepare<{
  productId: number;
  category: string;
  shorts: string;
  fours: string;
}>((given) =>
  build.insertInto('product_search').values({
    rowid: given('productId'),
    category: given('category'),
    shorts: given('shorts'),
    fours: given('fours'),
  }),
);
