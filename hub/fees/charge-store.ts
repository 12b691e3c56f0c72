import { type Kysely, sql } from 'kysely';
import type { Taken, Tenancy } from '../../domain/fees/charges-of.ts';
import type { ChargeKind } from '../../domain/fees/kinds.ts';
import { datesOf } from '../../domain/fees/period.ts';
import type { HubTables } from '../database/tables.ts';

/** Most rows of one list of a run: far more than a mall has. */
const RUN_ROWS_MAX = 1_000_000;

/** Whether an open dispute is about a charge, or about the reading that it came by. */
export const IS_DISPUTED = sql<boolean>`EXISTS (SELECT 1 FROM fee_dispute AS d
  WHERE d.stall = c.stall AND d.outcome IS NULL AND (d.about = c.id
    OR (c.kind = 'electricity' AND EXISTS (SELECT 1 FROM fee_reading AS r
      WHERE r.act = d.about AND r.period = c.period))))`;

/** The stalls of a mall that have a contract in a month, by code, each with its contracts. */
export async function contractedIn(
  db: Kysely<HubTables>,
  mall: string,
  period: string,
): Promise<Map<string, Tenancy[]>> {
  const { from, to } = datesOf(period);
  const rows = await db
    .selectFrom('contract as k')
    .innerJoin('stall as s', 's.code', 'k.stall')
    .where('s.mall', '=', mall)
    .where('k.from_date', '<=', to)
    .where((e) => e.or([e('k.to_date', 'is', null), e('k.to_date', '>=', from)]))
    .select(['k.stall', 'k.from_date as from', 'k.to_date as to', 'k.tariff_rupiah as tariff'])
    .orderBy('k.stall')
    .orderBy('k.from_date')
    .limit(RUN_ROWS_MAX)
    .execute();
  return grouped(rows);
}

/** How many stalls a mall has. */
export async function countStalls(db: Kysely<HubTables>, mall: string): Promise<number> {
  const row = await db
    .selectFrom('stall')
    .where('mall', '=', mall)
    .select((e) => e.fn.countAll<number>().as('stalls'))
    .executeTakeFirst();
  return row?.stalls ?? 0;
}

/**
 * How many stalls of a mall have a contract in a month and no charge for it; of one that charges by
 * meters also those without electricity, but whose meter stood still.
 */
export async function countUncharged(
  db: Kysely<HubTables>,
  {
    mall,
    period,
    isMetered,
  }: { readonly mall: string; readonly period: string; readonly isMetered: boolean },
): Promise<number> {
  const { from, to } = datesOf(period);
  const charge = sql`SELECT 1 FROM fee_charge AS c
    WHERE c.stall = k.stall AND c.period = ${period} AND c.is_reversed = 0`;
  const stood = sql`SELECT 1 FROM fee_reading AS r
    WHERE r.stall = k.stall AND r.period = ${period} AND r.is_reversed = 0 AND r.used_milli = 0`;
  const isUnmetered = sql<boolean>`(NOT EXISTS (${charge} AND c.kind = 'electricity')
    AND NOT EXISTS (${stood}))`;
  const isUncharged = sql<boolean>`NOT EXISTS
    (${charge} AND c.kind IN ('electricity', 'cleaning'))`;
  const row = await db
    .selectFrom('contract as k')
    .innerJoin('stall as s', 's.code', 'k.stall')
    .where('s.mall', '=', mall)
    .where('k.from_date', '<=', to)
    .where((e) => e.or([e('k.to_date', 'is', null), e('k.to_date', '>=', from)]))
    .where((e) => e.or([isUncharged, ...(isMetered ? [isUnmetered] : [])]))
    .select(sql<number>`CAST(count(DISTINCT k.stall) AS BIGINT)`.as('stalls'))
    .executeTakeFirstOrThrow();
  return Number(row.stalls);
}

/** What the stalls of a mall are charged for a month. */
export async function chargedIn(
  db: Kysely<HubTables>,
  mall: string,
  period: string,
  when: 'now' | 'ever',
): Promise<Map<string, Set<ChargeKind>>> {
  const rows = await db
    .selectFrom('fee_charge')
    .where('mall', '=', mall)
    .where('period', '=', period)
    .$if(when === 'now', (query) => query.where('is_reversed', '=', 0))
    .select(['stall', 'kind'])
    .orderBy('stall')
    .limit(RUN_ROWS_MAX)
    .execute();
  const kinds = new Map<string, Set<ChargeKind>>();
  for (const { stall, kind } of rows) {
    const of = kinds.get(stall) ?? new Set();
    of.add(kind as ChargeKind); // only project-fee.ts writes it
    kinds.set(stall, of);
  }
  return kinds;
}

/** What a stall is charged for a month. */
export async function chargedKinds(
  db: Kysely<HubTables>,
  stall: string,
  period: string,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('fee_charge')
    .where('stall', '=', stall)
    .where('period', '=', period)
    .where('is_reversed', '=', 0)
    .select('kind')
    .orderBy('kind')
    .execute();
  return new Set(rows.map(({ kind }) => kind));
}

/** What the stalls of a mall owe, the oldest due first. */
export async function openIn(db: Kysely<HubTables>, mall: string) {
  const rows = await db
    .selectFrom('fee_charge as c')
    .where('c.mall', '=', mall)
    .where('c.is_reversed', '=', 0)
    .where(sql<boolean>`c.amount - c.settled > 0`)
    .select(['c.id', 'c.stall', 'c.due_on as due', 'c.period', 'c.kind', 'c.amount', 'c.settled'])
    .select(sql<number>`CASE WHEN ${IS_DISPUTED} THEN 1 ELSE 0 END`.as('disputed'))
    .orderBy('c.due_on')
    .orderBy('c.id')
    .limit(RUN_ROWS_MAX)
    .execute();
  const open = rows.map(({ kind, amount, settled, disputed, ...charge }) => ({
    ...charge,
    kind: kind as ChargeKind, // only project-fee.ts writes it
    open: amount - settled,
    isDisputed: disputed === 1,
  }));
  return grouped(open);
}

/** What the stalls of a mall paid ahead, the oldest first. */
export async function unusedIn(db: Kysely<HubTables>, mall: string) {
  const rows = await db
    .selectFrom('fee_credit')
    .where('mall', '=', mall)
    .where('is_reversed', '=', 0)
    .where(sql<boolean>`amount - used > 0`)
    .select(['id', 'stall', 'on_date as on', 'amount', 'used'])
    .orderBy('on_date')
    .orderBy('id')
    .limit(RUN_ROWS_MAX)
    .execute();
  return grouped(rows.map(({ amount, used, ...credit }) => ({ ...credit, unused: amount - used })));
}

/** What the meters of a mall took in a month, by stall. */
export async function takenIn(
  db: Kysely<HubTables>,
  mall: string,
  period: string,
): Promise<Map<string, Taken>> {
  const rows = await db
    .selectFrom('fee_reading')
    .where('mall', '=', mall)
    .where('period', '=', period)
    .where('is_reversed', '=', 0)
    .select(['stall', 'used_milli', 'is_estimate'])
    .orderBy('stall')
    .limit(RUN_ROWS_MAX)
    .execute();
  return new Map(
    rows.map(({ stall, used_milli: used, is_estimate: estimate }) => [
      stall,
      { used, isEstimate: estimate === 1 },
    ]),
  );
}

/** What stalls are called, by code. */
export async function namesIn(db: Kysely<HubTables>, stalls: readonly string[]) {
  if (stalls.length === 0) return [];
  return db
    .selectFrom('stall')
    .where('code', 'in', stalls)
    .select(['code as stall', 'name', 'number'])
    .orderBy('code')
    .execute();
}

function grouped<R extends { readonly stall: string }>(rows: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.stall);
    if (group) group.push(row);
    else groups.set(row.stall, [row]);
  }
  return groups;
}
