import { sql } from 'kysely';
import { rupiah, type Rupiah } from '../../../domain/money.ts';
import type { DrawerFlows } from '../../../domain/shifts/drawer.ts';
import {
  type CashierSum,
  type DrawerMove,
  type HourSum,
  MOVES_SHOWN_MAX,
  type ShiftSums,
} from '../../../domain/shifts/report.ts';
import { HOUR_MS, MINUTE_MS } from '../../../domain/time.ts';
import { assert } from '../../../domain/assert.ts';
import { build } from '../database/build.ts';
import { all, first, type Tx } from '../database/run.ts';
import type { ShiftTable } from './shift-tables.ts';

/** Which records are of a shift: those between its opening and its close, at its drawer. */
export interface ShiftSpan {
  readonly shift: number;
  /** Position of its opening. */
  readonly from: number;
  /** Position of its close; of an open one past every record. */
  readonly to: number;
}

/** The records of a shift that is open. */
export function spanSoFar({ number, record }: Pick<ShiftTable, 'number' | 'record'>): ShiftSpan {
  return { shift: number, from: record, to: Number.MAX_SAFE_INTEGER };
}

/** All that was sold in a shift, in a few sums over its records. */
export function sumShift(tx: Tx, span: ShiftSpan): ShiftSums {
  const row = first(tx, totals(span));
  assert(row !== undefined, 'an aggregate always has a row');
  const netRupiah = rupiah(row.salesTotal - row.refundsTotal);
  return {
    sales: { count: row.sales, totalRupiah: rupiah(row.salesTotal) },
    refunds: { count: row.refunds, totalRupiah: rupiah(row.refundsTotal) },
    voids: { count: row.voids, totalRupiah: rupiah(row.voidsTotal) },
    discountRupiah: rupiah(row.discount),
    taxRupiah: rupiah(row.tax),
    roundingRupiah: rupiah(row.rounding),
    netRupiah,
    tenders: all(tx, tenders(span)).map(netOf),
    taxes: all(tx, taxes(span)).map(({ kind, base, tax }) => {
      return { kind, baseRupiah: rupiah(base), taxRupiah: rupiah(tax) };
    }),
    categories: all(tx, categories(span)).map(netOf),
  };
}

/** Sales and refunds by the full hour of the stall, oldest first. */
export function sumHours(tx: Tx, span: ShiftSpan): HourSum[] {
  return all(tx, hours(span)).map(netOf);
}

/** Sales and refunds by who rang them up. */
export function sumCashiers(tx: Tx, span: ShiftSpan): CashierSum[] {
  return all(tx, cashiers(span)).map(netOf);
}

/** What went through the drawer of a shift that began with this float. */
export function sumFlows(tx: Tx, span: ShiftSpan, floatRupiah: Rupiah): DrawerFlows {
  const cash = first(tx, cashFlows(span));
  const moved = first(tx, moveFlows(span));
  assert(cash !== undefined && moved !== undefined, 'an aggregate always has a row');
  return {
    floatRupiah,
    cashTakenRupiah: rupiah(cash.taken),
    changeRupiah: rupiah(cash.change),
    cashRefundsRupiah: rupiah(cash.refunds),
    inRupiah: rupiah(moved.into),
    outRupiah: rupiah(moved.out),
  };
}

/** How often the drawer was opened without a sale. */
export function countNoSales(tx: Tx, { shift }: ShiftSpan): number {
  const query = build
    .selectFrom('drawer_move')
    .select((e) => e.fn.countAll<number>().as('openings'))
    .where('shift', '=', shift)
    .where('amount_rupiah', '=', 0);
  return first(tx, query)?.openings ?? 0;
}

/** How often the drawer was opened to be counted in this span. */
export function countOpenings(tx: Tx, { shift, from, to }: ShiftSpan): number {
  const query = build
    .selectFrom('drawer_move')
    .select((e) => e.fn.countAll<number>().as('openings'))
    .where('shift', '=', shift)
    .where('record', '>', from)
    .where('record', '<', to)
    .where('reason', '=', 'count');
  return first(tx, query)?.openings ?? 0;
}

/** How many movements a shift has. */
export function countMoves(tx: Tx, { shift }: ShiftSpan): number {
  const query = build
    .selectFrom('drawer_move')
    .select((e) => e.fn.countAll<number>().as('moves'))
    .where('shift', '=', shift);
  return first(tx, query)?.moves ?? 0;
}

/** What was moved in the drawer of a shift, oldest first. */
export function listMoves(tx: Tx, { shift }: ShiftSpan): DrawerMove[] {
  const query = build
    .selectFrom('drawer_move as m')
    .innerJoin('act as a', 'a.record', 'm.record')
    .select(['a.at_ms as atMs', 'a.cashier', 'a.approver', 'm.reason', 'm.amount_rupiah', 'a.note'])
    .where('m.shift', '=', shift)
    .orderBy('m.record')
    .limit(MOVES_SHOWN_MAX);
  return all(tx, query).map(({ amount_rupiah, ...move }) => {
    return { ...move, amountRupiah: rupiah(amount_rupiah) };
  });
}

/** How many sales and movements of cash a shift has in this span. */
export function countActs(tx: Tx, { shift, from, to }: ShiftSpan): number {
  const sales = build
    .selectFrom('sale')
    .select((e) => e.fn.countAll<number>().as('acts'))
    .where('record', '>', from)
    .where('record', '<', to)
    .where('shift', '=', shift);
  const moves = build
    .selectFrom('drawer_move')
    .select((e) => e.fn.countAll<number>().as('acts'))
    .where('shift', '=', shift)
    .where('record', '>', from)
    .where('record', '<', to)
    .where('amount_rupiah', '<>', 0);
  return (first(tx, sales)?.acts ?? 0) + (first(tx, moves)?.acts ?? 0);
}

function netOf<T extends { readonly netRupiah: number }>(row: T): T & { netRupiah: Rupiah } {
  return { ...row, netRupiah: rupiah(row.netRupiah) };
}

const salesOf = ({ shift, from, to }: ShiftSpan) =>
  build
    .selectFrom('sale as s')
    .where('s.record', '>', from)
    .where('s.record', '<', to)
    .where('s.shift', '=', shift);

/** A refund's tenders are what was paid out. */
const sign = sql<number>`iif(s.kind = 'sale', 1, -1)`;
const isSale = sql<boolean>`s.kind = 'sale'`;
/** Refunds and voids. */
const isRefund = sql<boolean>`s.kind <> 'sale'`;
const isVoid = sql<boolean>`s.kind = 'void'`;

const totals = (span: ShiftSpan) =>
  salesOf(span).select([
    sql<number>`count(*) filter (where ${isSale})`.as('sales'),
    sql<number>`coalesce(sum(s.total_rupiah) filter (where ${isSale}), 0)`.as('salesTotal'),
    sql<number>`count(*) filter (where ${isRefund})`.as('refunds'),
    sql<number>`coalesce(-sum(s.total_rupiah) filter (where ${isRefund}), 0)`.as('refundsTotal'),
    sql<number>`count(*) filter (where ${isVoid})`.as('voids'),
    sql<number>`coalesce(-sum(s.total_rupiah) filter (where ${isVoid}), 0)`.as('voidsTotal'),
    sql<number>`coalesce(sum(s.discount_rupiah), 0)`.as('discount'),
    sql<number>`coalesce(sum(s.tax_rupiah), 0)`.as('tax'),
    sql<number>`coalesce(sum(s.rounding_rupiah), 0)`.as('rounding'),
  ]);

const tenders = (span: ShiftSpan) =>
  build
    .selectFrom(
      salesOf(span)
        .innerJoin('sale_tender as t', 't.record', 's.record')
        .select(['t.kind', sql<number>`${sign} * t.amount_rupiah`.as('amount')])
        .unionAll(
          salesOf(span)
            .select([
              sql<string>`'cash'`.as('kind'), // change goes back from the cash
              sql<number>`-${sign} * s.change_rupiah`.as('amount'),
            ])
            .where('s.change_rupiah', '<>', 0),
        )
        .as('part'),
    )
    .select((e) => ['part.kind', e.fn.sum<number>('part.amount').as('netRupiah')])
    .groupBy('part.kind')
    .orderBy('part.kind');

const categories = (span: ShiftSpan) =>
  salesOf(span)
    .innerJoin('sale_line as l', 'l.record', 's.record')
    .select((e) => ['l.category as name', e.fn.sum<number>('l.due_rupiah').as('netRupiah')])
    .groupBy('l.category')
    .orderBy('l.category');

/** What was paid for it less the tax, and the tax. */
const taxes = (span: ShiftSpan) =>
  salesOf(span)
    .innerJoin('sale_line as l', 'l.record', 's.record')
    .select((e) => [
      'l.tax_kind as kind',
      sql<number>`sum(l.due_rupiah - l.tax_rupiah)`.as('base'),
      e.fn.sum<number>('l.tax_rupiah').as('tax'),
    ])
    .groupBy('l.tax_kind')
    .orderBy('l.tax_kind');

/** When the local hour of a sale began. */
const hourMs = sql<number>`s.sold_at_ms - (s.sold_at_ms + s.offset_minutes * ${sql.lit(MINUTE_MS)})
  % ${sql.lit(HOUR_MS)}`;

const hours = (span: ShiftSpan) =>
  salesOf(span)
    .select((e) => [
      hourMs.as('fromMs'),
      e.fn.countAll<number>().as('count'),
      e.fn.sum<number>('s.total_rupiah').as('netRupiah'),
    ])
    .groupBy('fromMs')
    .orderBy('fromMs');

const cashiers = (span: ShiftSpan) =>
  salesOf(span)
    .select((e) => [
      's.cashier',
      e.fn.countAll<number>().as('count'),
      e.fn.sum<number>('s.total_rupiah').as('netRupiah'),
    ])
    .groupBy('s.cashier')
    .orderBy('s.cashier');

const cashFlows = (span: ShiftSpan) =>
  salesOf(span)
    .innerJoin('sale_tender as t', 't.record', 's.record')
    .where('t.kind', '=', 'cash')
    .select([
      sql<number>`coalesce(sum(t.amount_rupiah) filter (where ${isSale}), 0)`.as('taken'),
      sql<number>`coalesce(sum(t.amount_rupiah) filter (where ${isRefund}), 0)`.as('refunds'),
    ])
    .select((e) => [
      e
        .selectFrom(
          salesOf(span).select(sql<number>`${sign} * s.change_rupiah`.as('change')).as('c'),
        )
        .select(sql<number>`coalesce(sum(c.change), 0)`.as('sum'))
        .as('change'),
    ])
    .$narrowType<{ change: number }>();

const moveFlows = ({ shift }: ShiftSpan) =>
  build
    .selectFrom('drawer_move')
    .where('shift', '=', shift)
    .select([
      sql<number>`coalesce(sum(amount_rupiah) filter (where amount_rupiah > 0), 0)`.as('into'),
      sql<number>`coalesce(-sum(amount_rupiah) filter (where amount_rupiah < 0), 0)`.as('out'),
    ]);
