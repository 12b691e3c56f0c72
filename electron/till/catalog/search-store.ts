import { sql } from 'kysely';
import { LapakError } from '../../../domain/errors.ts';
import { rupiah } from '../../../domain/money.ts';
import { milli } from '../../../domain/quantity.ts';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { sortKeyBeginnings } from '../../../domain/catalog/sort-key.ts';
import { build } from '../database/build.ts';
import { prepare, type Tx } from '../database/run.ts';
import type { Flag } from './product-tables.ts';
import { type TaxColumns, taxOfRow } from './tax-columns.ts';

/** A product of a page, before its units. */
export interface FoundProduct extends TaxColumns {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly sortKey: string;
  readonly category: string;
  readonly onHandMilli: number;
}

/** Past every text that begins with the same letters: U+10FFFF sorts last in UTF-8. */
const LAST = '\u{10FFFF}';

/** Products of this code, in capitals or not, or of one of these barcodes, by id. */
export function findExact(tx: Tx, { barcodes, ...query }: ExactQuery): FoundProduct[] {
  return numbered(tx, exact.all(tx, { ...query, barcodes: JSON.stringify(barcodes) }));
}

/** Products by name whose name begins with `prefix`, after (`afterSortKey`, `afterId`). */
export function findByNamePrefix(tx: Tx, page: NamePage): FoundProduct[] {
  const query = page.category === '' ? byName : byNameInCategory;
  const beginnings = sortKeyBeginnings(page.prefix);
  const reached = beginnings.findIndex((beginning) => page.afterSortKey.startsWith(beginning));
  const found: FoundProduct[] = [];
  for (const [at, beginning] of beginnings.entries()) {
    const missing = page.limit - found.length;
    if (missing === 0) break;
    if (at < reached) continue;
    const begin = { afterSortKey: beginning, afterId: 0 };
    const after = at === reached ? page : begin;
    // One lower bound, so that a page begins at its place in the index and skips nothing.
    const { afterSortKey, afterId } = after;
    const bounds = { ...page, afterSortKey, afterId, end: beginning + LAST, limit: missing };
    found.push(...query.all(tx, bounds));
  }
  return numbered(tx, found);
}

/** Products that the FTS5 expression matches, whose name does not begin with `prefix`, by id. */
export function findMatches(tx: Tx, page: MatchPage): FoundProduct[] {
  return numbered(tx, byMatch.all(tx, { ...page, end: page.prefix + LAST }));
}

/** The same products with units and barcodes, in the same order. */
export function withUnits(tx: Tx, found: readonly FoundProduct[]): ShelfProduct[] {
  const rows = unitsOf.all(tx, { ids: JSON.stringify(found.map((product) => product.id)) });
  const units = new Map<number, ShelfProduct['units']>();
  for (const { productId, unit, factorMilli, priceRupiah, floorRupiah, barcode } of rows) {
    const kept = units.get(productId) ?? [];
    units.set(productId, kept);
    const last = kept.at(-1);
    const barcodes = barcode === null ? [] : [barcode];
    if (last?.unit === unit) last.barcodes.push(...barcodes);
    else {
      const price = { factorMilli: milli(factorMilli), priceRupiah: rupiah(priceRupiah) };
      const floor = floorRupiah === null ? {} : { floorRupiah: rupiah(floorRupiah) };
      kept.push({ unit, ...price, ...floor, barcodes });
    }
  }
  // A product that lost its units, as no program of ours leaves one, hides no other from the list.
  return found.flatMap(({ id, code, name, category, onHandMilli, ...row }) => {
    const sold = units.get(id);
    if (!sold) return [];
    const tax = taxOfRow(row);
    const own = tax && { tax }; // absent where there is none: a page of answers stays small
    return [{ code, name, category, ...own, units: sold, onHandMilli: milli(onHandMilli) }];
  });
}

/** One product, as search finds it. */
export function findProduct(tx: Tx, productId: number): FoundProduct | undefined {
  return byId.first(tx, { productId });
}

/** Products on the shelf with these codes; case counts. */
export function findByCodes(tx: Tx, codes: readonly string[]): FoundProduct[] {
  return byCodes.all(tx, { codes: JSON.stringify(codes) });
}

/** Products on the shelf after this one, as they were added. */
export function listProducts(tx: Tx, page: { afterId: number; limit: number }): FoundProduct[] {
  return numbered(tx, byOrder.all(tx, page));
}

/**
 * Past 2^53 an id is read as another: no page would come after it.
 * @throws LapakError DATABASE_DAMAGED
 */
function numbered(tx: Tx, found: FoundProduct[]): FoundProduct[] {
  const stray = found.find(({ id }) => !Number.isSafeInteger(id));
  if (!stray) return found;
  const detail = `the product ${stray.code} has a number that no program of ours gives`;
  throw new LapakError('DATABASE_DAMAGED', { dataDir: tx.dataDir, detail });
}

/** Which of the products: those on the shelf, or the archived. */
interface Shelf {
  readonly isArchived: Flag;
}

export interface ExactQuery extends Shelf {
  readonly code: string;
  readonly barcodes: readonly string[];
  readonly category: string;
}

export interface NamePage extends Shelf {
  readonly prefix: string;
  readonly category: string;
  readonly afterSortKey: string;
  readonly afterId: number;
  readonly limit: number;
}

export interface MatchPage extends Shelf {
  readonly match: string;
  readonly prefix: string;
  readonly afterId: number;
  readonly limit: number;
}

const products = () =>
  build
    .selectFrom('product as p')
    .leftJoin('stock as s', 's.code', 'p.code')
    .select([
      'p.id',
      'p.code',
      'p.name',
      'p.sort_key as sortKey',
      'p.category',
      'p.tax_kind as taxKind',
      'p.tax_is_added as taxIsAdded',
      sql<number>`coalesce(s.on_hand_milli, 0)`.as('onHandMilli'),
    ]);

/** Looked at, not looked up: another index leads to these products. */
const among = (isArchived: Flag) => sql<boolean>`+p.is_archived = ${isArchived}`;

const byOrder = prepare<{ afterId: number; limit: number }, FoundProduct>((given) =>
  products()
    .where('p.id', '>', given('afterId'))
    .where(among(0))
    .orderBy('p.id')
    .limit(given('limit')),
);

const exact = prepare<Omit<ExactQuery, 'barcodes'> & { barcodes: string }, FoundProduct>((given) =>
  products()
    .where(among(given('isArchived')))
    .where(
      sql<boolean>`p.id in (
        select id from product where code = ${given('code')} collate nocase
        union
        select u.product_id from barcode b join product_unit u on u.id = b.product_unit_id
        where b.barcode in (select value from json_each(${given('barcodes')})))`,
    )
    .where(sql<boolean>`(${given('category')} = '' or p.category = ${given('category')})`)
    .orderBy('p.id')
    .limit(20),
);

const byName = prepare<NamePage & { end: string }, FoundProduct>((given) =>
  products()
    .where('p.is_archived', '=', given('isArchived'))
    .where('p.sort_key', '<', given('end'))
    .where(sql<boolean>`(p.sort_key, p.id) > (${given('afterSortKey')}, ${given('afterId')})`)
    .orderBy('p.sort_key')
    .orderBy('p.id')
    .limit(given('limit')),
);

const byNameInCategory = prepare<NamePage & { end: string }, FoundProduct>((given) =>
  products()
    .where('p.is_archived', '=', given('isArchived'))
    .where('p.category', '=', given('category'))
    .where('p.sort_key', '<', given('end'))
    .where(sql<boolean>`(p.sort_key, p.id) > (${given('afterSortKey')}, ${given('afterId')})`)
    .orderBy('p.sort_key')
    .orderBy('p.id')
    .limit(given('limit')),
);

const byMatch = prepare<MatchPage & { end: string }, FoundProduct>((given) =>
  products()
    .innerJoin('product_search as f', 'f.rowid', 'p.id')
    .where(sql<boolean>`f.product_search match ${given('match')}`)
    .where(sql<boolean>`f.rowid > ${given('afterId')}`)
    .where(among(given('isArchived')))
    .where(sql<boolean>`not (p.name_key >= ${given('prefix')} and p.name_key < ${given('end')})`)
    .orderBy('f.rowid')
    .limit(given('limit')),
);

const byId = prepare<{ productId: number }, FoundProduct>((given) =>
  products().where('p.id', '=', given('productId')),
);

const byCodes = prepare<{ codes: string }, FoundProduct>((given) =>
  products()
    .where(among(0))
    .where(sql<boolean>`p.code in (select value from json_each(${given('codes')}))`),
);

interface UnitRow {
  productId: number;
  unit: string;
  factorMilli: number;
  priceRupiah: number;
  floorRupiah: number | null;
  /** One row for each barcode of a unit; null for a unit without. */
  barcode: string | null;
}

const unitsOf = prepare<{ ids: string }, UnitRow>((given) =>
  build
    .selectFrom('product_unit as u')
    .leftJoin('barcode as b', 'b.product_unit_id', 'u.id')
    .select([
      'u.product_id as productId',
      'u.unit',
      'u.factor_milli as factorMilli',
      'u.price_rupiah as priceRupiah',
      'u.floor_rupiah as floorRupiah',
      'b.barcode',
    ])
    .where(sql<boolean>`u.product_id in (select value from json_each(${given('ids')}))`)
    .orderBy('u.product_id')
    .orderBy('u.position')
    .orderBy('b.barcode'),
);
