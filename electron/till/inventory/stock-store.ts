import { sql } from 'kysely';
import { LapakError } from '../../../domain/errors.ts';
import { type Milli, milli } from '../../../domain/quantity.ts';
import { LINES_MAX } from '../../../domain/sales/order.ts';
import { build, sqlQuery } from '../database/build.ts';
import { prepare, type Tx } from '../database/run.ts';
import type { StockAdjustmentTable } from './stock-tables.ts';

/** A change of stock by a person or a file, in thousandths of the base unit. */
export interface StockAdjustment {
  readonly code: string;
  readonly quantityMilli: number;
  readonly reason: StockAdjustmentTable['reason'];
  readonly document: string | null;
  /** Nothing when left out. */
  readonly note?: string;
  /** Pseudonym of who did it; nobody when left out. */
  readonly cashier?: string;
  readonly atMs: number;
}

/** Writes an adjustment and brings the stock on hand along. */
export function adjustStock(tx: Tx, adjustment: StockAdjustment): void {
  insertAdjustment.run(tx, { note: '', cashier: '', ...adjustment });
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

/** What is on hand of a product, in thousandths of its base unit. */
export function readOnHand(tx: Tx, code: string): Milli {
  return milli(onHand.first(tx, { code })?.onHandMilli ?? 0);
}

/** Takes away the stock that the products of the sample stall came with. */
export function deleteSampleStock(tx: Tx): void {
  const samples = 'SELECT code FROM product WHERE is_sample = 1';
  tx.db.exec(`DELETE FROM stock WHERE code IN (${samples});
    DELETE FROM stock_adjustment WHERE reason = 'sample' AND code IN (${samples});
    INSERT INTO stock (code, on_hand_milli) SELECT * FROM (${SUMS}) WHERE code IN (${samples})`);
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

const onHand = prepare<{ code: string }, { onHandMilli: number }>((given) =>
  build
    .selectFrom('stock')
    .select('on_hand_milli as onHandMilli')
    .where('code', '=', given('code')),
);

const difference = prepare<object, { code: string }>(() =>
  sqlQuery<{ code: string }>(
    `WITH moved (code, quantity) AS (${SUMS})
     SELECT coalesce(moved.code, stock.code) AS code
     FROM moved FULL JOIN stock ON stock.code = moved.code
     WHERE moved.quantity IS NOT stock.on_hand_milli ORDER BY 1 LIMIT 1`,
  ),
);

const insertAdjustment = prepare<Required<StockAdjustment>>((given) =>
  build.insertInto('stock_adjustment').values({
    code: given('code'),
    quantity_milli: given('quantityMilli'),
    reason: given('reason'),
    document: given('document'),
    note: given('note'),
    cashier: given('cashier'),
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
