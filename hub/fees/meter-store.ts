import { type Kysely, sql } from 'kysely';
import { METER_MONTHS_MAX, type MeterMonth } from '../../domain/fees/manage/meter-calls.ts';
import { mulDivRound } from '../../domain/money.ts';
import type { HubTables } from '../database/tables.ts';

/** What stalls took and were charged in a month. */
interface StallsSum {
  readonly period: string;
  readonly used: number;
  readonly read: number;
  readonly estimated: number;
}

/** The mall's own bill of a month against the meters of its stalls. */
export async function meterMonth(
  db: Kysely<HubTables>,
  mall: string,
  period: string,
): Promise<MeterMonth> {
  const [found] = await monthsOf(db, mall, [period]);
  return found ?? monthOf(period);
}

/** As meterMonth(), for each month of which there is a bill or a reading; the newest first. */
export async function meterMonths(db: Kysely<HubTables>, mall: string): Promise<MeterMonth[]> {
  const rows = await db
    .selectFrom(
      db
        .selectFrom('fee_meter_bill')
        .where('mall', '=', mall)
        .select('period')
        .union(db.selectFrom('fee_reading').where('mall', '=', mall).select('period'))
        .as('p'),
    )
    .select('p.period')
    .orderBy('p.period', 'desc')
    .limit(METER_MONTHS_MAX)
    .execute();
  return monthsOf(
    db,
    mall,
    rows.map(({ period }) => period),
  );
}

async function monthsOf(
  db: Kysely<HubTables>,
  mall: string,
  periods: readonly string[],
): Promise<MeterMonth[]> {
  if (periods.length === 0) return [];
  const bills = await db
    .selectFrom('fee_meter_bill')
    .where('mall', '=', mall)
    .where('period', 'in', periods)
    .select(['period', 'used_milli as used', 'amount'])
    .execute();
  const sums: readonly StallsSum[] = await db
    .selectFrom('fee_reading')
    .where('mall', '=', mall)
    .where('period', 'in', periods)
    .where('is_reversed', '=', 0)
    .groupBy('period')
    .select((e) => [
      'period',
      sql<number>`CAST(sum(used_milli) AS BIGINT)`.as('used'),
      e.fn.countAll<number>().as('read'),
      sql<number>`CAST(sum(is_estimate) AS BIGINT)`.as('estimated'),
    ])
    .execute();
  const charged = await db
    .selectFrom('fee_charge')
    .where('mall', '=', mall)
    .where('period', 'in', periods)
    .where('kind', '=', 'electricity')
    .where('is_reversed', '=', 0)
    .groupBy('period')
    .select(['period', sql<number>`CAST(sum(amount) AS BIGINT)`.as('amount')])
    .execute();
  return periods.map((period) => {
    const of = <R extends { readonly period: string }>(rows: readonly R[]) =>
      rows.find((row) => row.period === period);
    return monthOf(period, of(bills), of(sums), of(charged)?.amount);
  });
}

function monthOf(
  period: string,
  bill?: { readonly used: number; readonly amount: number },
  stalls?: StallsSum,
  charged = 0,
): MeterMonth {
  const { used: stallsUsed = 0, read: stallsRead = 0, estimated = 0 } = stalls ?? {};
  const loss = bill ? bill.used - stallsUsed : null;
  const lossBp = bill && bill.used > 0 ? mulDivRound(loss ?? 0, 10_000, bill.used) : null;
  const { used = null, amount = null } = bill ?? {};
  return { period, used, amount, stallsUsed, stallsRead, estimated, charged, loss, lossBp };
}
