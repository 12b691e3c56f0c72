import { sql } from 'kysely';
import { build } from '../database/build.ts';
import { prepare, type Tx } from '../database/run.ts';
import type { StockMoveTable } from './stock-tables.ts';

/** One movement of stock, in thousandths of the base unit. */
export interface StockMove {
  readonly productId: number;
  readonly quantityMilli: number;
  readonly reason: StockMoveTable['reason'];
  readonly saleId: number | null;
  readonly document: string | null;
  readonly atMs: number;
}

/** Books a movement and brings the stock on hand along. */
export function moveStock(tx: Tx, move: StockMove): void {
  insertMove.run(tx, move);
  addOnHand.run(tx, move);
}

/** Whether a history document already moved stock. */
export function hasDocument(tx: Tx, document: string): boolean {
  return findDocument.first(tx, { document }) !== undefined;
}

const insertMove = prepare<StockMove>((given) =>
  build.insertInto('stock_move').values({
    product_id: given('productId'),
    quantity_milli: given('quantityMilli'),
    reason: given('reason'),
    sale_id: given('saleId'),
    document: given('document'),
    at_ms: given('atMs'),
  }),
);

const addOnHand = prepare<Pick<StockMove, 'productId' | 'quantityMilli'>>((given) =>
  build
    .insertInto('stock')
    .values({ product_id: given('productId'), on_hand_milli: given('quantityMilli') })
    .onConflict((conflict) =>
      conflict.column('product_id').doUpdateSet({
        on_hand_milli: sql<number>`on_hand_milli + excluded.on_hand_milli`,
      }),
    ),
);

const findDocument = prepare<{ document: string }, { id: number }>((given) =>
  build
    .selectFrom('stock_move')
    .select('id')
    .where('document', '=', given('document'))
    .orderBy('id')
    .limit(1),
);
