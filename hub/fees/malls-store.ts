import { type Kysely, sql } from 'kysely';
import { FEE_LIST_MAX } from '../../domain/fees/manage/mall-calls.ts';
import { datesOf } from '../../domain/fees/period.ts';
import type { HubTables } from '../database/tables.ts';
import { overdueOf } from './month-store.ts';

/** Each mall by name, with what the hub does by itself there, and whether a month is closed. */
export async function listMalls(db: Kysely<HubTables>, period: string) {
  return db
    .selectFrom('mall as m')
    .leftJoin('fee_mall as f', 'f.mall', 'm.code')
    .leftJoin('fee_month as t', (on) =>
      on.onRef('t.mall', '=', 'm.code').on('t.month', '=', period).on('t.is_closed', '=', 1),
    )
    .select(['m.code as mall', 'm.name', 'f.charge_day as chargeDay', 't.month as closed'])
    .orderBy('m.name')
    .orderBy('m.code')
    .limit(FEE_LIST_MAX)
    .execute();
}

/** How many stalls of each mall have a contract in a month. */
export async function contractedByMall(
  db: Kysely<HubTables>,
  period: string,
): Promise<Map<string, number>> {
  const { from, to } = datesOf(period);
  const rows = await db
    .selectFrom('contract as k')
    .innerJoin('stall as s', 's.code', 'k.stall')
    .where('k.from_date', '<=', to)
    .where((e) => e.or([e('k.to_date', 'is', null), e('k.to_date', '>=', from)]))
    .groupBy('s.mall')
    .select(['s.mall', sql<number>`count(DISTINCT k.stall)`.as('stalls')])
    .execute();
  return new Map(rows.map(({ mall, stalls }) => [mall, stalls]));
}

/** What the stalls of each mall were charged for a month. Rupiah */
export async function monthByMall(db: Kysely<HubTables>, period: string, today: string) {
  const rows = await db
    .selectFrom('fee_charge as c')
    .where('c.period', '=', period)
    .where('c.is_reversed', '=', 0)
    .where('c.mall', 'in', (e) => e.selectFrom('mall').select('code'))
    .groupBy('c.mall')
    .select(['c.mall', sql<number>`count(DISTINCT c.stall)`.as('stalls')])
    .select(sql<number>`CAST(sum(c.amount) AS BIGINT)`.as('charged'))
    .select(sql<number>`CAST(sum(c.settled) AS BIGINT)`.as('settled'))
    .select(overdueOf(today).as('overdue'))
    .execute();
  return new Map(rows.map(({ mall, ...sums }) => [mall, sums]));
}

/** What is open of all months, by mall. Rupiah */
export async function owedByMall(db: Kysely<HubTables>): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('fee_charge')
    .where('is_reversed', '=', 0)
    .where(sql<boolean>`amount - settled > 0`)
    .groupBy('mall')
    .select(['mall', sql<number>`CAST(sum(amount - settled) AS BIGINT)`.as('amount')])
    .execute();
  return amounts(rows);
}

/** What stalls paid ahead, by mall. Rupiah */
export async function advanceByMall(db: Kysely<HubTables>): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('fee_credit')
    .where('is_reversed', '=', 0)
    .where(sql<boolean>`amount - used > 0`)
    .groupBy('mall')
    .select(['mall', sql<number>`CAST(sum(amount - used) AS BIGINT)`.as('amount')])
    .execute();
  return amounts(rows);
}

/** What stalls left as deposits, by mall. Rupiah */
export async function depositByMall(db: Kysely<HubTables>): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('fee_deposit_sum as d')
    .innerJoin('stall as s', 's.code', 'd.stall')
    .groupBy('s.mall')
    .select(['s.mall', sql<number>`CAST(sum(d.amount) AS BIGINT)`.as('amount')])
    .execute();
  return amounts(rows);
}

function amounts(rows: readonly { readonly mall: string; readonly amount: number }[]) {
  return new Map(rows.map(({ mall, amount }) => [mall, amount]));
}
