import type { Kysely } from 'kysely';
import { addMonths, periodOf } from '../../domain/fees/period.ts';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';

/** Most malls of a hub. */
const MALLS_MAX = 2_000;

/**
 * Sets the day of the month on which a mall is charged by itself. Where that day has passed, next
 * month is the first; on the day itself, this one.
 */
export async function saveChargeDay(
  trx: Tx,
  mall: string,
  day: number | null,
  today: string,
): Promise<void> {
  const isPast = day !== null && day < Number(today.slice(8));
  const charged_period = isPast ? periodOf(today) : addMonths(periodOf(today), -1);
  await trx
    .insertInto('fee_mall')
    .values({ mall, charge_day: day, charged_period })
    .onConflict((met) =>
      met.column('mall').doUpdateSet((e) => ({
        charge_day: day,
        charged_period: e
          .case()
          .when('fee_mall.charged_period', '>', charged_period)
          .then(e.ref('fee_mall.charged_period'))
          .else(charged_period)
          .end(),
      })),
    )
    .execute();
}

/** A mall that is to be charged by itself, and the month that was charged so last. */
export interface MallToCharge {
  readonly mall: string;
  readonly charged: string;
}

/** The malls that are to be charged by themselves on a date, and were not this month. */
export async function mallsToCharge(db: Kysely<HubTables>, today: string): Promise<MallToCharge[]> {
  return db
    .selectFrom('fee_mall')
    .where('charge_day', '<=', Number(today.slice(8)))
    .where('charged_period', '<', periodOf(today))
    .select(['mall', 'charged_period as charged'])
    .orderBy('mall')
    .limit(MALLS_MAX)
    .execute();
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
