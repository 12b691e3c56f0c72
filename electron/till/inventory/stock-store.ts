import { sql } from 'kysely';
import { LINES_MAX } from '../../../domain/sales/contract.ts';
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

/** What a history document moved, in its order; nothing when it is not in the book. */
export function listDocumentMoves(tx: Tx, document: string): DocumentMove[] {
  return documentMoves.all(tx, { document });
}

type DocumentMove = Pick<StockMove, 'productId' | 'quantityMilli'>;

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

const documentMoves = prepare<{ document: string }, DocumentMove>((given) =>
  build
    .selectFrom('stock_move')
    .select(['product_id as productId', 'quantity_milli as quantityMilli'])
    .where('document', '=', given('document'))
    .orderBy('id')
    .limit(LINES_MAX),
);
