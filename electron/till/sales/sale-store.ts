import { sql } from 'kysely';
import { assert } from '../../../domain/assert.ts';
import type { SaleTotals } from '../../../domain/sales/contract.ts';
import type { Sums } from '../../../domain/sales/day.ts';
import { LAST_RECEIPT } from '../../../domain/sales/receipt.ts';
import { build } from '../database/build.ts';
import { all, prepare, type Tx } from '../database/run.ts';

/** Position of the record of a client-made id, if that order was booked. */
export function findRecordByUuid(tx: Tx, uuid: string): number | undefined {
  return findByUuid.first(tx, { uuid })?.record;
}

/** Position of the record of a receipt number, or of the newest receipt with `last`. */
export function findRecordByNumber(tx: Tx, number: string): number | undefined {
  const found =
    number === LAST_RECEIPT ? findNewest.first(tx, {}) : findByNumber.first(tx, { number });
  return found?.record;
}

/** Positions of the refunds and voids that answer the sale of this mark, the oldest first. */
export function listBacks(tx: Tx, ref: string): number[] {
  return findBacks.all(tx, { ref }).map(({ record }) => record);
}

/** Whether a sale of the records `after` one, up to `last`, is paid with what came back so. */
export function isExchanged(
  tx: Tx,
  back: { readonly number: string; readonly after: number; readonly last: number },
): boolean {
  return findExchanged.first(tx, back) !== undefined;
}

/** Receipt number of the sale or refund of this record; undefined of another record. */
export function findNumber(tx: Tx, record: number): string | undefined {
  return numberOf.first(tx, { record })?.number;
}

/** Position of the record of the newest sale or refund of the stall's own. */
export function newestOwnSale(tx: Tx): number | undefined {
  return findNewestOwn.first(tx, {})?.record;
}

const nothing: Sums = { sales: 0, salesTotalRupiah: 0, refunds: 0, refundsTotalRupiah: 0 };

/** Sums over the whole book, and of what was taken over from another system. Refunds positive. */
export function sumSales(tx: Tx): SaleTotals {
  const { own, history } = bySource(all(tx, sums));
  return {
    sales: own.sales + history.sales,
    salesTotalRupiah: own.salesTotalRupiah + history.salesTotalRupiah,
    refunds: own.refunds + history.refunds,
    refundsTotalRupiah: own.refundsTotalRupiah + history.refundsTotalRupiah,
    history,
  };
}

/** Sums of the rows that `sums` gives, the stall's own and those of another system apart. */
export function bySource(rows: readonly SumsRow[]): { own: Sums; history: Sums } {
  const sumsOf = (isHistory: 0 | 1): Sums => {
    const found = rows.find((row) => row.isHistory === isHistory);
    if (!found) return nothing;
    const { sales, salesTotalRupiah, refunds, refundsTotalRupiah } = found;
    return { sales, salesTotalRupiah, refunds, refundsTotalRupiah };
  };
  return { own: sumsOf(0), history: sumsOf(1) };
}

type SumsRow = Sums & { readonly isHistory: number };

/** Sum of what was taken over from other systems; refunds count as much as sales. Rupiah. */
export function sumHistory(tx: Tx): number {
  const row = historySum.first(tx, {});
  assert(row !== undefined, 'an aggregate always has a row');
  return row.total;
}

/** Sales and refunds added up, the stall's own and those of another system apart. */
export const sums = build
  .selectFrom('sale')
  .select([
    sql<number>`source is not null`.as('isHistory'),
    sql<number>`count(*) filter (where kind = 'sale')`.as('sales'),
    sql<number>`coalesce(sum(total_rupiah) filter (where kind = 'sale'), 0)`.as('salesTotalRupiah'),
    sql<number>`count(*) filter (where kind <> 'sale')`.as('refunds'),
    sql<number>`coalesce(-sum(total_rupiah) filter (where kind <> 'sale'), 0)`.as(
      'refundsTotalRupiah',
    ),
  ])
  .groupBy(sql`source is not null`)
  .orderBy('isHistory');

const historySum = prepare<object, { total: number }>(() =>
  build
    .selectFrom('sale')
    .select(sql<number>`coalesce(sum(abs(total_rupiah)), 0)`.as('total'))
    .where('source', 'is not', null),
);

const findByUuid = prepare<{ uuid: string }, { record: number }>((given) =>
  build.selectFrom('sale').select('record').where('uuid', '=', given('uuid')),
);

const findByNumber = prepare<{ number: string }, { record: number }>((given) =>
  build.selectFrom('sale').select('record').where('number', '=', given('number')),
);

/** A sale of a thousand lines that come back one by one. */
const BACKS_MAX = 1_000;

const findExchanged = prepare<{ number: string; after: number; last: number }, { record: number }>(
  (given) =>
    build
      .selectFrom('sale_tender as t')
      .innerJoin('sale as s', 's.record', 't.record')
      .where('t.record', '>', given('after'))
      .where('t.record', '<=', given('last'))
      .where('t.kind', '=', 'exchange')
      .where('t.reference', '=', given('number'))
      .where('s.kind', '=', 'sale')
      .select('t.record')
      .orderBy('t.record')
      .limit(1),
);

const findBacks = prepare<{ ref: string }, { record: number }>((given) =>
  build
    .selectFrom('sale')
    .select('record')
    .where('ref', '=', given('ref'))
    .where('ref', 'is not', null) // the index is of these
    .orderBy('record')
    .limit(BACKS_MAX),
);

const numberOf = prepare<{ record: number }, { number: string }>((given) =>
  build.selectFrom('sale').select('number').where('record', '=', given('record')),
);

const findNewest = prepare<object, { record: number }>(() =>
  build.selectFrom('sale').select('record').orderBy('record', 'desc').limit(1),
);

const findNewestOwn = prepare<object, { record: number }>(() =>
  build
    .selectFrom('sale')
    .select('record')
    .where('source', 'is', null)
    .orderBy('record', 'desc')
    .limit(1),
);
