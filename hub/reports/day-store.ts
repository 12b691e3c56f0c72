import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { DayState } from '../../domain/reports/day-state.ts';
import { likeOf } from '../database/like.ts';
import type { HubTables } from '../database/tables.ts';
import { IN_ALARM } from '../ingest/alarm-store.ts';

/** A day of the calendar, and how the stalls stand to it. */
export interface DayAsked {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Whether it is over where the hub is. */
  readonly isOver: boolean;
  /** When it ends. UTC ms */
  readonly endMs: number;
}

/** Which stalls of a day a page has. */
export interface PageAsked {
  /** A part of the code, name or number of a stall, or of the name of its mall. */
  readonly text: string;
  /** Null for all. */
  readonly state: DayState | null;
  /** The last stall of the page before; null for the first page. */
  readonly after: StallPlace | null;
  readonly limit: number;
}

/** Where a stall stands in the list of a day: by rank, then the largest net, then by code. */
export interface StallPlace {
  /** What asks for attention is lower. */
  readonly rank: number;
  /** Rupiah */
  readonly net: number;
  readonly stall: string;
}

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

/** What the stalls that reported a date took, by state. Rupiah */
export async function sumReported(db: Kysely<HubTables>, { date }: Pick<DayAsked, 'date'>) {
  return db
    .selectFrom(reportedOn(db, date).as('t'))
    .select((e) => [
      reportedState.as('state'),
      e.fn.countAll<number>().as('stalls'),
      sumOf('receipts'),
      sumOf('sales'),
      sumOf('refund_count'),
      sumOf('refunds'),
      sumOf('discount'),
      sumOf('tax'),
      sumOf('rounding'),
    ])
    .groupBy(reportedState)
    .orderBy('state')
    .execute();
}

/** How many stalls reported nothing of a date, and how many of those were to. */
export async function countSilent(db: Kysely<HubTables>, day: Omit<DayAsked, 'isOver'>) {
  return db
    .selectFrom('stall as s')
    .where('s.code', 'not in', (e) =>
      e.selectFrom('day_total').select('stall').where('business_date', '=', day.date),
    )
    .select((e) => [
      e.fn.countAll<number>().as('stalls'),
      sql<number>`CAST(coalesce(sum(CASE WHEN ${isExpected(day)} THEN 1 ELSE 0 END), 0)
        AS BIGINT)`.as('expected'),
    ])
    .executeTakeFirstOrThrow();
}

/** A stall's day, as the tables have it. Rupiah */
export type StallDayRow = Awaited<ReturnType<typeof pageOfStalls>>[number];

/** A page of the stalls of a day: what asks for attention first, then by turnover. */
export async function pageOfStalls(db: Kysely<HubTables>, day: DayAsked, page: PageAsked) {
  const { state, after, limit } = page;
  return db
    .selectFrom(ranked(db, day, page.text).as('d'))
    .selectAll('d')
    .where(state === null ? sql<boolean>`TRUE` : sql<boolean>`d.state = ${state}`)
    .where(after === null ? sql<boolean>`TRUE` : isBehind(after))
    .orderBy('d.rank')
    .orderBy('d.net', 'desc')
    .orderBy('d.stall')
    .limit(limit)
    .execute();
}

/** What these stalls are called, and where they are, by code. */
export async function namesOf(db: Kysely<HubTables>, stalls: readonly string[]) {
  if (stalls.length === 0) return new Map<string, never>();
  const rows = await db
    .selectFrom('stall as s')
    .innerJoin('mall as m', 'm.code', 's.mall')
    .innerJoin('region as r', 'r.code', 'm.region')
    .where('s.code', 'in', stalls)
    .select(['s.code', 's.name', 's.number', 'm.name as mall', 'r.name as region'])
    .execute();
  return new Map(rows.map(({ code, ...named }) => [code, named]));
}

/** When a till of each of these stalls last reported anything. UTC ms */
export async function lastReports(
  db: Kysely<HubTables>,
  stalls: readonly string[],
): Promise<Map<string, number>> {
  if (stalls.length === 0) return new Map();
  const rows = await db
    .selectFrom('chain')
    .where('stall', 'in', stalls)
    .where('reported_at_ms', 'is not', null)
    .groupBy('stall')
    .select((e) => ['stall', e.fn.max<number>('reported_at_ms').as('at')])
    .execute();
  return new Map(rows.map(({ stall, at }) => [stall, at]));
}

/** What the tills of a stall have of their alarms together. */
export function alarmColumns(e: ExpressionBuilder<HubTables, 'chain'>) {
  return [
    e.fn.max('forked_at_ms').as('forked_at_ms'),
    e.fn.max('rolled_back_at_ms').as('rolled_back_at_ms'),
    sql<number>`CAST(coalesce(sum(unsigned), 0) AS BIGINT)`.as('unsigned'),
    sql<number>`CAST(coalesce(sum(unsigned_settled), 0) AS BIGINT)`.as('unsigned_settled'),
  ] as const;
}

const reportedState = sql<'received' | 'nil' | 'open'>`CASE WHEN t.receipts > 0 THEN 'received'
  WHEN t.nil_z_count > 0 THEN 'nil' ELSE 'open' END`;

/** The sums of the stalls of which something came on a date: each of its rows has a record. */
function reportedOn(db: Kysely<HubTables>, date: string) {
  return db
    .selectFrom('day_total')
    .where('business_date', '=', date)
    .groupBy('stall')
    .select('stall')
    .select(sums.map((name) => sql<number>`CAST(sum(${sql.ref(name)}) AS BIGINT)`.as(name)));
}

/** As isExpectedOn() of domain/reports/day-state.ts. */
function isExpected({ date, endMs }: Pick<DayAsked, 'date' | 'endMs'>) {
  return sql<boolean>`EXISTS (SELECT 1 FROM device AS w WHERE w.stall = s.code
      AND w.approved_at_ms < ${endMs}
      AND (w.revoked_at_ms IS NULL OR w.revoked_at_ms >= ${endMs}))
    AND (NOT EXISTS (SELECT 1 FROM contract AS k WHERE k.stall = s.code)
      OR EXISTS (SELECT 1 FROM contract AS k WHERE k.stall = s.code
        AND k.from_date <= ${date} AND (k.to_date IS NULL OR k.to_date >= ${date})))`;
}

/** The stalls of a day, each with its state and its place in the list. */
function ranked(db: Kysely<HubTables>, day: DayAsked, text: string) {
  const alarms = db
    .selectFrom('chain')
    .where(sql<boolean>`(${sql.raw(IN_ALARM)})`)
    .groupBy('stall')
    .select('stall')
    .select(alarmColumns);
  const silent = day.isOver ? sql`'missing'` : sql`'awaited'`;
  const state = sql<DayState>`CASE WHEN t.stall IS NOT NULL THEN ${reportedState}
    WHEN ${isExpected(day)} THEN ${silent} ELSE 'unexpected' END`;
  const like = likeOf(text);
  const stalls = db
    .selectFrom('stall as s')
    .leftJoin(reportedOn(db, day.date).as('t'), 't.stall', 's.code')
    .leftJoin(alarms.as('a'), 'a.stall', 's.code')
    .select(['s.code as stall', state.as('state'), 'a.stall as in_alarm'])
    .select(['a.forked_at_ms', 'a.rolled_back_at_ms'])
    .select(
      (['unsigned', 'unsigned_settled'] as const).map((name) =>
        sql<number>`coalesce(${sql.ref(`a.${name}`)}, 0)`.as(name),
      ),
    )
    .select(sums.map((name) => sql<number>`coalesce(${sql.ref(`t.${name}`)}, 0)`.as(name)))
    .$if(text !== '', (query) =>
      query.innerJoin('mall as m', 'm.code', 's.mall').where(
        sql<boolean>`lower(s.code || ' ' || s.name || ' ' || s.number || ' ' || m.name)
          LIKE ${like} ESCAPE '\\'`,
      ),
    );
  const urgency = sql`CASE WHEN b.in_alarm IS NOT NULL THEN 0
    WHEN b.quarantined > 0 THEN 3 ELSE 6 END`;
  const ofState = sql`CASE b.state WHEN 'missing' THEN 0 WHEN 'unexpected' THEN 2 ELSE 1 END`;
  return db
    .selectFrom(stalls.as('b'))
    .selectAll('b')
    .select([
      sql<number>`${urgency} + ${ofState}`.as('rank'),
      sql<number>`b.sales - b.refunds`.as('net'),
    ]);
}

function isBehind({ rank, net, stall }: StallPlace) {
  return sql<boolean>`(d.rank > ${rank}
    OR (d.rank = ${rank} AND (d.net < ${net} OR (d.net = ${net} AND d.stall > ${stall}))))`;
}

type SummedName = Exclude<
  (typeof sums)[number],
  'z_count' | 'nil_z_count' | 'quarantined' | 'records'
>;

function sumOf<N extends SummedName>(name: N) {
  return sql<number>`CAST(sum(${sql.ref(`t.${name}`)}) AS BIGINT)`.as(name);
}
