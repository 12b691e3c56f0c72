import type { SaleType } from '../../../domain/journal/sale-types.ts';
import type { CashMove, CashSale } from '../../../domain/shifts/small-change.ts';
import { beginOfDate } from '../../../domain/time.ts';
import { build } from '../database/build.ts';
import { all, type Tx } from '../database/run.ts';

/** Most movements of one shift that are looked at. */
const MOVES_MAX = 1_000;
/** Most shifts of a drawer within the weeks that are looked at. */
const SHIFTS_MAX = 1_000;

/** The sales in cash of one business date at a drawer. */
export interface DatedCash {
  readonly date: string;
  readonly sales: readonly CashSale[];
}

/** Which days are looked at: `from` among them, `before` not. `YYYY-MM-DD` */
export interface PastDays {
  readonly drawer: number;
  readonly from: string;
  readonly before: string;
  readonly cutOffHour: number;
  /** Most rows that are read. */
  readonly rowsMax: number;
}

/**
 * The past days of a drawer with sales in cash, the newest first. Where they have more rows than
 * `rowsMax`, the newest whole days of them.
 */
export function listCashDays(tx: Tx, past: PastDays): DatedCash[] {
  const { from, before, cutOffHour, rowsMax } = past;
  const query = cashSales()
    .select('s.business_date')
    .where('s.business_date', '>=', from)
    .where('s.business_date', '<', before)
    .where('s.shift', 'in', shiftsOf(tx, past))
    .orderBy('s.business_date', 'desc')
    .orderBy('s.record', 'desc')
    .limit(rowsMax + 1);
  const rows = all(tx, query);
  const isCut = rows.length > rowsMax;
  const dates = Map.groupBy(rows.toReversed(), (row) => row.business_date);
  const days = [...dates].map(([date, ofDate]) => ({ date, sales: salesOf(ofDate, cutOffHour) }));
  return (isCut ? days.slice(1) : days).toReversed(); // the oldest is not whole then
}

/** The sales in cash of a shift after a place in the journal, in their order. */
export function listCashSince(
  tx: Tx,
  { shift, position, cutOffHour, rowsMax }: SincePlace & Pick<PastDays, 'cutOffHour' | 'rowsMax'>,
): CashSale[] {
  const query = cashSales()
    .select('s.business_date')
    .where('s.record', '>', position)
    .where('s.shift', '=', shift)
    .orderBy('s.record')
    .limit(rowsMax);
  return salesOf(all(tx, query), cutOffHour);
}

/** A shift, and the place in the journal from which on it is looked at. */
export interface SincePlace {
  readonly shift: number;
  readonly position: number;
}

/** Cash that was moved in a shift after a place in the journal. */
export function listMovesSince(tx: Tx, { shift, position }: SincePlace): CashMove[] {
  const query = build
    .selectFrom('drawer_move')
    .select(['reason', 'amount_rupiah as amountRupiah'])
    .where('shift', '=', shift)
    .where('record', '>', position)
    .where('amount_rupiah', '<>', 0)
    .orderBy('record')
    .limit(MOVES_MAX);
  return all(tx, query).map(({ reason, amountRupiah }) => {
    return { amountRupiah, isChange: reason === 'change' };
  });
}

function shiftsOf(tx: Tx, { drawer, before }: PastDays): number[] {
  const query = build
    .selectFrom('shift')
    .select('number')
    .where('drawer', '=', drawer)
    .where('business_date', '<', before)
    .orderBy('number', 'desc')
    .limit(SHIFTS_MAX);
  return all(tx, query).map(({ number }) => number);
}

/** A row for each tender: a sale of several has several rows, one behind the other. */
const cashSales = () =>
  build
    .selectFrom('sale as s')
    .innerJoin('sale_tender as t', 't.record', 's.record')
    .where('t.kind', '=', 'cash')
    .select(['s.record', 's.kind', 's.sold_at_ms', 's.offset_minutes', 's.change_rupiah'])
    .select('t.amount_rupiah');

interface CashRow {
  readonly record: number;
  readonly kind: SaleType;
  readonly sold_at_ms: number;
  readonly offset_minutes: number;
  readonly business_date: string;
  readonly change_rupiah: number;
  readonly amount_rupiah: number;
}

/** @param rows in the order of their records */
function salesOf(rows: readonly CashRow[], cutOffHour: number): CashSale[] {
  let before: CashRow | undefined;
  let began = 0;
  return rows.map((row) => {
    const isOfSameDay =
      row.business_date === before?.business_date && row.offset_minutes === before.offset_minutes;
    if (!isOfSameDay) began = beginOfDate(row.business_date, row.offset_minutes, cutOffHour);
    const isFirstTender = row.record !== before?.record;
    before = row;
    const { kind, amount_rupiah: amount, change_rupiah: change } = row;
    const sinceMs = row.sold_at_ms - began;
    if (kind !== 'sale') return { sinceMs, inRupiah: 0, outRupiah: amount };
    return { sinceMs, inRupiah: amount, outRupiah: isFirstTender ? change : 0 };
  });
}
