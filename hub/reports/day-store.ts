import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { DayState } from '../../domain/reports/day-state.ts';
import type { HubTables } from '../database/tables.ts';

/** A day of the calendar, and how the stalls stand to it. */
export interface DayAsked {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Whether it is over where the hub is. */
  readonly isOver: boolean;
  /** When it ends. UTC ms */
  readonly endMs: number;
  /** A part of the code, name or number of a stall, or of the name of its mall. */
  readonly text: string;
}

/** A stall's day, as the tables have it. Rupiah */
export interface StallDayRow {
  readonly stall: string;
  readonly name: string;
  readonly number: string;
  readonly mall: string;
  readonly region: string;
  readonly state: DayState;
  readonly receipts: number;
  readonly sales: number;
  readonly refund_count: number;
  readonly refunds: number;
  readonly discount: number;
  readonly tax: number;
  readonly rounding: number;
  readonly z_count: number;
  readonly quarantined: number;
  readonly reported_at_ms: number | null;
  readonly is_frozen: number;
  readonly rolled_back_at_ms: number | null;
}

/** So many stalls in each state, and what they took. Rupiah */
export type StateRow = Pick<
  StallDayRow,
  'state' | 'receipts' | 'sales' | 'refund_count' | 'refunds' | 'discount' | 'tax' | 'rounding'
> & { readonly stalls: number };

const sums = [
  'receipts',
  'sales',
  'refund_count',
  'refunds',
  'discount',
  'tax',
  'rounding',
  'z_count',
  'nil_z_count',
  'quarantined',
  'records',
] as const;

/** The stalls of a day in each state, and their sums. */
export async function sumStates(db: Kysely<HubTables>, day: DayAsked): Promise<StateRow[]> {
  return db
    .selectFrom(stallDays(db, day).as('d'))
    .select((e) => [
      'd.state',
      e.fn.countAll<number>().as('stalls'),
      sumOf('receipts'),
      sumOf('sales'),
      sumOf('refund_count'),
      sumOf('refunds'),
      sumOf('discount'),
      sumOf('tax'),
      sumOf('rounding'),
    ])
    .groupBy('d.state')
    .orderBy('d.state')
    .execute();
}

/** A page of the stalls of a day: what asks for attention first, then by turnover. */
export async function pageOfStalls(
  db: Kysely<HubTables>,
  day: DayAsked,
  page: { readonly state: DayState | null; readonly offset: number; readonly limit: number },
): Promise<StallDayRow[]> {
  const { state, offset, limit } = page;
  return db
    .selectFrom(stallDays(db, day).as('d'))
    .selectAll('d')
    .$if(state !== null, (query) => query.where('d.state', '=', state ?? 'open'))
    .orderBy(sql`CASE WHEN d.is_frozen = 1 OR d.rolled_back_at_ms IS NOT NULL THEN 0
      WHEN d.quarantined > 0 THEN 1 ELSE 2 END`)
    .orderBy(sql`CASE d.state WHEN 'missing' THEN 0 WHEN 'unexpected' THEN 2 ELSE 1 END`)
    .orderBy(sql`d.sales - d.refunds`, 'desc')
    .orderBy('d.stall')
    .limit(limit)
    .offset(offset)
    .execute();
}

function sumOf(name: Exclude<keyof StateRow, 'state' | 'stalls'>) {
  return sql<number>`CAST(coalesce(sum(${sql.ref(`d.${name}`)}), 0) AS BIGINT)`.as(name);
}

function stallDays(
  db: Kysely<HubTables>,
  { date, isOver, endMs, text }: DayAsked,
): SelectQueryBuilder<HubTables, never, StallDayRow> {
  const totals = db
    .selectFrom('day_total')
    .where('business_date', '=', date)
    .groupBy('stall')
    .select('stall')
    .select(sums.map((name) => sql<number>`CAST(sum(${sql.ref(name)}) AS BIGINT)`.as(name)));
  const since = db
    .selectFrom('device')
    .where('approved_at_ms', 'is not', null)
    .groupBy('stall')
    .select((e) => ['stall', e.fn.min('approved_at_ms').as('since_ms')]);
  const chains = db
    .selectFrom('chain')
    .groupBy('stall')
    .select((e) => [
      'stall',
      e.fn.max('updated_at_ms').as('reported_at_ms'),
      e.fn.max('is_frozen').as('is_frozen'),
      e.fn.max('rolled_back_at_ms').as('rolled_back_at_ms'),
    ]);
  const expected = sql<boolean>`coalesce(w.since_ms < ${endMs}, FALSE)`;
  const state = sql<DayState>`CASE
    WHEN coalesce(t.receipts, 0) > 0 THEN 'received'
    WHEN coalesce(t.nil_z_count, 0) > 0 THEN 'nil'
    WHEN coalesce(t.records, 0) > 0 THEN 'open'
    WHEN NOT ${expected} THEN 'unexpected'
    WHEN ${isOver ? sql`TRUE` : sql`FALSE`} THEN 'missing'
    ELSE 'awaited' END`;
  const like = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return db
    .selectFrom('stall as s')
    .innerJoin('mall as m', 'm.code', 's.mall')
    .innerJoin('region as r', 'r.code', 'm.region')
    .leftJoin(totals.as('t'), 't.stall', 's.code')
    .leftJoin(since.as('w'), 'w.stall', 's.code')
    .leftJoin(chains.as('c'), 'c.stall', 's.code')
    .select([
      's.code as stall',
      's.name',
      's.number',
      'm.name as mall',
      'r.name as region',
      state.as('state'),
      'c.reported_at_ms',
      'c.rolled_back_at_ms',
      sql<number>`coalesce(c.is_frozen, 0)`.as('is_frozen'),
    ])
    .select(sums.map((name) => sql<number>`coalesce(${sql.ref(`t.${name}`)}, 0)`.as(name)))
    .$if(text !== '', (query) =>
      query.where(
        sql<boolean>`lower(s.code || ' ' || s.name || ' ' || s.number || ' ' || m.name)
          LIKE ${like} ESCAPE '\\'`,
      ),
    );
}
