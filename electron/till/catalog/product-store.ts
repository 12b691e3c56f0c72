import { sql } from 'kysely';
import { foldText, searchGrams } from '../../../domain/catalog/search-text.ts';
import { sortKey } from '../../../domain/catalog/sort-key.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { Rupiah } from '../../../domain/money.ts';
import type { TaxTerms } from '../../../domain/sales/tax.ts';
import { build, unseen } from '../database/build.ts';
import { all, first, prepare, type Tx } from '../database/run.ts';
import type { Flag } from './product-tables.ts';
import { columnsOfTax, type TaxColumns, taxOfRow } from './tax-columns.ts';

export interface NewUnit {
  readonly unit: string;
  /** Thousandths of the base unit. */
  readonly factorMilli: number;
  readonly priceRupiah: number;
  readonly floorRupiah?: number | undefined;
  readonly barcodes: readonly string[];
}

export interface NewProduct {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  /** Left out where it is taxed as its stall. */
  readonly tax?: TaxTerms | undefined;
  /** The base unit first. */
  readonly units: readonly NewUnit[];
  readonly createdAtMs: number;
  /** It came with the sample stall; false when left out. */
  readonly isSample?: boolean;
}

/** What of a product is searched. */
export type SearchedProduct = Omit<NewProduct, 'tax' | 'createdAtMs' | 'isSample'>;

/** A product's unit as a sale needs it. */
export interface ShelfUnit {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly factorMilli: number;
  readonly priceRupiah: Rupiah;
  /** To sell one below it needs leave of its own; null for none. */
  readonly floorRupiah: Rupiah | null;
  /** Null where it is taxed as its stall. */
  readonly tax: TaxTerms | null;
}

interface StoredUnit extends Omit<ShelfUnit, 'tax'>, TaxColumns {
  readonly isArchived: Flag;
}

/** The product and unit behind a line of a cart. @throws LapakError PRODUCT_ARCHIVED */
export function readShelfUnit(tx: Tx, code: string, unit: string): ShelfUnit | undefined {
  const found = findShelfUnit.first(tx, { code, unit });
  if (!found) return undefined;
  const { isArchived, taxKind, taxIsAdded, ...shelf } = found;
  if (isArchived) throw new LapakError('PRODUCT_ARCHIVED', { code, name: shelf.name, unit });
  return { ...shelf, tax: taxOfRow({ taxKind, taxIsAdded }) };
}

/** product.id of a code; case counts. */
export function findProductId(tx: Tx, code: string): number | undefined {
  return findByCode.first(tx, { code })?.id;
}

/** product_unit.id of a product's unit. */
export function findUnitId(tx: Tx, productId: number, unit: string): number | undefined {
  return findUnit.first(tx, { productId, unit })?.id;
}

/** The position behind the units that a product has. */
export function nextPosition(tx: Tx, productId: number): number {
  return (lastPosition.first(tx, { productId })?.position ?? -1) + 1;
}

/** Adds a product with its units and barcodes, and makes it searchable. @returns product.id */
export function addProduct(tx: Tx, product: NewProduct): number {
  const productId = insertProduct.run(tx, {
    code: product.code,
    name: product.name,
    nameKey: foldText(product.name),
    sortKey: sortKey(product.name),
    category: product.category,
    ...columnsOfTax(product.tax),
    isSample: product.isSample ? 1 : 0,
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
  const { unit: name, factorMilli, priceRupiah, floorRupiah = null } = unit;
  const price = { factorMilli, priceRupiah, floorRupiah };
  const unitId = insertUnit.run(tx, { productId, position, unit: name, ...price });
  for (const barcode of unit.barcodes) addBarcode(tx, unitId, barcode);
}

/** Gives a unit one more barcode. */
export function addBarcode(tx: Tx, unitId: number, barcode: string): void {
  insertBarcode.run(tx, { barcode, unitId });
}

/** Makes a product searchable that is not in the search index. */
export function indexProduct(tx: Tx, productId: number, product: SearchedProduct): void {
  const barcodes = product.units.flatMap((unit) => unit.barcodes);
  insertSearch.run(tx, { productId, ...searchGrams({ ...product, barcodes }) });
}

/** Number of products, the archived too. */
export function countProducts(tx: Tx): number {
  const query = build.selectFrom('product').select(sql<number>`count(*)`.as('products'));
  return first(tx, query)?.products ?? 0;
}

/** Categories of what is sold with their number of products, by name. */
export function countByCategory(tx: Tx): { name: string; products: number }[] {
  return all(
    tx,
    build
      .selectFrom('product')
      .select(['category as name', sql<number>`count(*)`.as('products')])
      .where('is_archived', '=', 0)
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

const findShelfUnit = prepare<{ code: string; unit: string }, StoredUnit>((given) =>
  build
    .selectFrom('product as p')
    .innerJoin('product_unit as u', 'u.product_id', 'p.id')
    .select([
      'p.code',
      'p.name',
      'p.category',
      'u.unit',
      'u.factor_milli as factorMilli',
      sql<Rupiah>`u.price_rupiah`.as('priceRupiah'), // the columns hold whole rupiah
      sql<Rupiah | null>`u.floor_rupiah`.as('floorRupiah'),
      'p.tax_kind as taxKind',
      'p.tax_is_added as taxIsAdded',
      'p.is_archived as isArchived',
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

interface ProductRow extends TaxColumns {
  code: string;
  name: string;
  nameKey: string;
  sortKey: string;
  category: string;
  isSample: Flag;
  createdAtMs: number;
}

const insertProduct = prepare<ProductRow>((given) =>
  build.insertInto('product').values({
    code: given('code'),
    name: given('name'),
    name_key: given('nameKey'),
    sort_key: given('sortKey'),
    category: given('category'),
    tax_kind: given('taxKind'),
    tax_is_added: given('taxIsAdded'),
    is_archived: 0,
    is_sample: given('isSample'),
    created_at_ms: given('createdAtMs'),
  }),
);

const insertUnit = prepare<{
  productId: number;
  position: number;
  unit: string;
  factorMilli: number;
  priceRupiah: number;
  floorRupiah: number | null;
}>((given) =>
  build.insertInto('product_unit').values({
    product_id: given('productId'),
    position: given('position'),
    unit: given('unit'),
    factor_milli: given('factorMilli'),
    price_rupiah: given('priceRupiah'),
    floor_rupiah: given('floorRupiah'),
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

const lastPosition = prepare<{ productId: number }, { position: number }>((given) =>
  build
    .selectFrom('product_unit')
    .select('position')
    .where('product_id', '=', given('productId'))
    .orderBy('position', 'desc')
    .limit(1),
);
