import { sql } from 'kysely';
import type { StockChange } from '../../../domain/inventory/contract.ts';
import { milli } from '../../../domain/quantity.ts';
import { build } from '../database/build.ts';
import { prepare, type Tx } from '../database/run.ts';

type StoredChange = Omit<StockChange, 'quantityMilli'> & { readonly quantityMilli: number };

/** What changed the stock of a product, newest first: lines of sales, people and files. */
export function listStockChanges(
  tx: Tx,
  wanted: { readonly code: string; readonly limit: number },
): StockChange[] {
  return changes.all(tx, wanted).map((change) => {
    return { ...change, quantityMilli: milli(change.quantityMilli) };
  });
}

const changes = prepare<{ code: string; limit: number }, StoredChange>((given) => {
  const moves = build
    .selectFrom('stock_move as m')
    .innerJoin('sale as s', 's.record', 'm.record')
    .where('m.code', '=', given('code'))
    .select([
      sql<StockChange['kind']>`s.kind`.as('kind'),
      'm.quantity_milli as quantityMilli',
      's.sold_at_ms as atMs',
      's.number as document',
      sql<string>`''`.as('note'),
      's.cashier',
      'm.record as place',
    ]);
  const adjustments = build
    .selectFrom('stock_adjustment as a')
    .where('a.code', '=', given('code'))
    .select([
      sql<StockChange['kind']>`a.reason`.as('kind'),
      'a.quantity_milli as quantityMilli',
      'a.at_ms as atMs',
      sql<string>`coalesce(a.document, '')`.as('document'),
      'a.note',
      'a.cashier',
      'a.id as place',
    ]);
  return build
    .selectFrom(moves.unionAll(adjustments).as('c'))
    .select(['kind', 'quantityMilli', 'atMs', 'document', 'note', 'cashier'])
    .orderBy('atMs', 'desc')
    .orderBy('place', 'desc')
    .limit(given('limit'));
});
