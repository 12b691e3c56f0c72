import { sql } from 'kysely';
import { LapakError } from '../../../domain/errors.ts';
import { LINES_MAX } from '../../../domain/sales/contract.ts';
import { build, sqlQuery } from '../database/build.ts';
import { prepare, type Tx } from '../database/run.ts';
import type { StockAdjustmentTable } from './stock-tables.ts';

/** A change of stock by a person or a file, in thousandths of the base unit. */
export interface StockAdjustment {
  readonly code: string;
  readonly quantityMilli: number;
  readonly reason: StockAdjustmentTable['reason'];
  readonly document: string | null;
  readonly atMs: number;
}

/** Writes an adjustment and brings the stock on hand along. */
export function adjustStock(tx: Tx, adjustment: StockAdjustment): void {
  insertAdjustment.run(tx, adjustment);
  addOnHand(tx, adjustment.code, adjustment.quantityMilli);
}

/**
 * Brings the stock on hand along with a move or adjustment.
 * @throws LapakError STOCK_TOO_LARGE when it would pass 2^53
 */
export function addOnHand(tx: Tx, code: string, quantityMilli: number): void {
  withinSums(() => upsertOnHand.run(tx, { code, quantityMilli }));
}

function withinSums(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    const isCheck = error instanceof Error && 'code' in error;
    if (isCheck && error.code === 'SQLITE_CONSTRAINT_CHECK') {
      throw new LapakError('STOCK_TOO_LARGE', {}, { cause: error });
    }
    throw error;
  }
}

/** What a history document changed, in its order; nothing when it is not in the book. */
export function listDocumentAdjustments(tx: Tx, document: string): DocumentAdjustment[] {
  return documentAdjustments.all(tx, { document });
}

type DocumentAdjustment = Pick<StockAdjustment, 'code' | 'quantityMilli'>;

/** Code of a product whose stock is not the sum of its moves and adjustments; undefined if none. */
export function findStockDifference(tx: Tx): string | undefined {
  return difference.first(tx, {})?.code;
}

/**
 * Fills the empty table of what is on hand from all moves and adjustments.
 * @throws LapakError STOCK_TOO_LARGE when a sum would pass 2^53
 */
export function countStock(tx: Tx): void {
  withinSums(() => tx.db.exec(`INSERT INTO stock (code, on_hand_milli) ${SUMS} ORDER BY code`));
}

const SUMS = `SELECT code, sum(quantity_milli) FROM (
    SELECT code, quantity_milli FROM stock_move
    UNION ALL SELECT code, quantity_milli FROM stock_adjustment
  ) GROUP BY code`;

const difference = prepare<object, { code: string }>(() =>
  sqlQuery<{ code: string }>(
    `WITH moved (code, quantity) AS (${SUMS})
     SELECT coalesce(moved.code, stock.code) AS code
     FROM moved FULL JOIN stock ON stock.code = moved.code
     WHERE moved.quantity IS NOT stock.on_hand_milli ORDER BY 1 LIMIT 1`,
  ),
);

const insertAdjustment = prepare<StockAdjustment>((given) =>
  build.insertInto('stock_adjustment').values({
    code: given('code'),
    quantity_milli: given('quantityMilli'),
    reason: given('reason'),
    document: given('document'),
    at_ms: given('atMs'),
  }),
);

const upsertOnHand = prepare<{ code: string; quantityMilli: number }>((given) =>
  build
    .insertInto('stock')
    .values({ code: given('code'), on_hand_milli: given('quantityMilli') })
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet({
        on_hand_milli: sql<number>`on_hand_milli + excluded.on_hand_milli`,
      }),
    ),
);

const documentAdjustments = prepare<{ document: string }, DocumentAdjustment>((given) =>
  build
    .selectFrom('stock_adjustment')
    .select(['code', 'quantity_milli as quantityMilli'])
    .where('document', '=', given('document'))
    .orderBy('id')
    .limit(LINES_MAX),
);
