import { type Kysely, sql } from 'kysely';
import type { ChargeState } from '../../domain/fees/manage/shapes.ts';
import type { HubTables } from '../database/tables.ts';
import { IS_DISPUTED } from './charge-store.ts';
import { isStallWith } from './stall-text-store.ts';

/** Which charges of a mall: of a month, as they stand on a date. */
export interface MonthWanted {
  readonly mall: string;
  readonly period: string;
  /** What is due before it is overdue. */
  readonly today: string;
}

/** Which page of the stalls of a month. */
export interface MonthPage {
  readonly text: string;
  readonly state: ChargeState | null;
  /** The last stall of the page before; empty for the first. */
  readonly after: string;
  readonly limit: number;
}

/** What is not paid, the sharpest first: disputed, overdue, open; paid where nothing is. */
function stateOf(today: string) {
  return sql<ChargeState>`CASE WHEN max(CASE WHEN ${IS_DISPUTED} THEN 1 ELSE 0 END) = 1
      THEN 'disputed'
    WHEN max(CASE WHEN c.settled < c.amount AND c.due_on < ${today} THEN 1 ELSE 0 END) = 1
      THEN 'overdue'
    WHEN sum(c.amount) > sum(c.settled) THEN 'open' ELSE 'paid' END`;
}

const sumOf = (column: 'amount' | 'settled') =>
  sql<number>`CAST(coalesce(sum(${sql.ref(`c.${column}`)}), 0) AS BIGINT)`;

/** A page of the stalls that were charged for a month, by code. Rupiah */
export async function pageOfMonth(
  db: Kysely<HubTables>,
  { mall, period, today }: MonthWanted,
  { text, state, after, limit }: MonthPage,
) {
  const held = stateOf(today);
  return db
    .selectFrom('fee_charge as c')
    .innerJoin('stall as s', 's.code', 'c.stall')
    .where('c.mall', '=', mall)
    .where('c.period', '=', period)
    .where('c.is_reversed', '=', 0)
    .where('c.stall', '>', after)
    .where(isStallWith(text))
    .groupBy(['s.code', 's.name', 's.number'])
    .$if(state !== null, (query) => query.having(sql<boolean>`${held} = ${state}`))
    .select(['s.code as stall', 's.name', 's.number', held.as('state')])
    .select([sumOf('amount').as('amount'), sumOf('settled').as('settled')])
    .select((e) => e.fn.min('c.due_on').as('due'))
    .orderBy('s.code')
    .limit(limit)
    .execute();
}

/** The charges of these stalls for a month, by stall and kind. */
export async function chargesOfMonth(
  db: Kysely<HubTables>,
  { mall, period }: Pick<MonthWanted, 'mall' | 'period'>,
  stalls: readonly string[],
) {
  if (stalls.length === 0) return [];
  return db
    .selectFrom('fee_charge as c')
    .where('c.mall', '=', mall)
    .where('c.period', '=', period)
    .where('c.is_reversed', '=', 0)
    .where('c.stall', 'in', stalls)
    .select(['c.id', 'c.stall', 'c.kind', 'c.amount', 'c.settled', 'c.due_on as due', 'c.basis'])
    .select(sql<number>`CASE WHEN ${IS_DISPUTED} THEN 1 ELSE 0 END`.as('disputed'))
    .orderBy('c.stall')
    .orderBy('c.kind')
    .execute();
}

/** Sums of all stalls of a month by state. Rupiah */
export async function sumMonth(db: Kysely<HubTables>, { mall, period, today }: MonthWanted) {
  const stalls = db
    .selectFrom('fee_charge as c')
    .where('c.mall', '=', mall)
    .where('c.period', '=', period)
    .where('c.is_reversed', '=', 0)
    .groupBy('c.stall')
    .select(stateOf(today).as('state'))
    .select([sumOf('amount').as('amount'), sumOf('settled').as('settled')])
    .select(overdueOf(today).as('overdue'));
  return db
    .selectFrom(stalls.as('t'))
    .groupBy('t.state')
    .select((e) => ['t.state', e.fn.countAll<number>().as('stalls')])
    .select(
      (['amount', 'settled', 'overdue'] as const).map((name) =>
        sql<number>`CAST(sum(${sql.ref(`t.${name}`)}) AS BIGINT)`.as(name),
      ),
    )
    .orderBy('t.state')
    .execute();
}

/** What is open and was due before a date, of charges `c`. Rupiah */
export function overdueOf(today: string) {
  return sql<number>`CAST(coalesce(sum(CASE WHEN c.due_on < ${today}
    THEN c.amount - c.settled ELSE 0 END), 0) AS BIGINT)`;
}
