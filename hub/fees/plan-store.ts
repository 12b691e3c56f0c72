import type { Kysely } from 'kysely';
import { type FeePlan, PlanDetails } from '../../domain/fees/details.ts';
import { FEE_LIST_MAX } from '../../domain/fees/manage/mall-calls.ts';
import { addMonths } from '../../domain/fees/period.ts';
import type { HubTables } from '../database/tables.ts';

/** The fee plans of a mall, the newest first. */
export async function plansOf(db: Kysely<HubTables>, mall: string): Promise<FeePlan[]> {
  const rows = await db
    .selectFrom('fee_plan')
    .where('mall', '=', mall)
    .select('details')
    .orderBy('from_period', 'desc')
    .limit(FEE_LIST_MAX)
    .execute();
  return rows.map(({ details }) => {
    const { kind: _, ...plan } = PlanDetails.parse(JSON.parse(details));
    return plan;
  });
}

/** The month after the last one that stalls of a mall were charged for by a plan, if any. */
export async function firstUncharged(
  db: Kysely<HubTables>,
  mall: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('fee_charge')
    .where('mall', '=', mall)
    .where('kind', 'in', ['electricity', 'cleaning'])
    .where('is_reversed', '=', 0)
    .select((e) => e.fn.max('period').as('period'))
    .executeTakeFirst();
  return row?.period ? addMonths(row.period, 1) : undefined;
}
