import type { Kysely } from 'kysely';
import { addMonths, dateIn, periodOf } from '../../domain/fees/period.ts';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';

/** Most malls of a hub. */
const MALLS_MAX = 2_000;

/**
 * Sets the day of the month on which a mall is charged by itself, from the next such day on: today
 * is one as well. The day that it has stays as it is.
 */
export async function saveChargeDay(
  trx: Tx,
  mall: string,
  day: number | null,
  today: string,
): Promise<void> {
  const charge_from = day === null ? null : nextDay(day, today);
  await trx
    .insertInto('fee_mall')
    .values({ mall, charge_day: day, charge_from, charged_period: '' })
    .onConflict((met) =>
      met
        .column('mall')
        .doUpdateSet({ charge_day: day, charge_from })
        .where('fee_mall.charge_day', 'is distinct from', day),
    )
    .execute();
}

/** The first date from today on that is this day of a month. */
function nextDay(day: number, today: string): string {
  const period = periodOf(today);
  const date = dateIn(period, day);
  return date < today ? dateIn(addMonths(period, 1), day) : date;
}

/** A mall that is to be charged by itself, and the month behind which it is. */
export interface MallToCharge {
  readonly mall: string;
  /** Charged by itself last, or before its day was set. */
  readonly charged: string;
}

/** The malls that are to be charged by themselves on a date, and were not this month. */
export async function mallsToCharge(db: Kysely<HubTables>, today: string): Promise<MallToCharge[]> {
  const rows = await db
    .selectFrom('fee_mall')
    .where('charge_day', '<=', Number(today.slice(8)))
    .where('charge_from', '<=', today)
    .where('charged_period', '<', periodOf(today))
    .select(['mall', 'charge_from as from', 'charged_period as charged'])
    .orderBy('mall')
    .limit(MALLS_MAX)
    .execute();
  return rows.map(({ mall, from, charged }) => {
    const before = from === null ? charged : addMonths(periodOf(from), -1);
    return { mall, charged: charged > before ? charged : before };
  });
}

/** Notes that a mall was charged by itself. @returns false where it was before */
export async function markCharged(trx: Tx, mall: string, period: string): Promise<boolean> {
  const [result] = await trx
    .updateTable('fee_mall')
    .set({ charged_period: period })
    .where('mall', '=', mall)
    .where('charged_period', '<', period)
    .execute();
  return Number(result?.numUpdatedRows ?? 0) > 0;
}
