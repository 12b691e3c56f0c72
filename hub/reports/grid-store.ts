import { type Kysely, sql } from 'kysely';
import type { HubTables } from '../database/tables.ts';
import type { StallRange } from './duty-store.ts';
import type { Dates } from './stall-store.ts';

/** The next stalls by code. */
export async function stallsAfter(db: Kysely<HubTables>, after: string, limit: number) {
  return db
    .selectFrom('stall')
    .where('code', '>', after)
    .select(['code as stall', 'name'])
    .orderBy('code')
    .limit(limit)
    .execute();
}

/** What came of these stalls on these dates, by stall and date. */
export async function countDates(
  db: Kysely<HubTables>,
  { first, last }: StallRange,
  { from, to }: Dates,
) {
  return db
    .selectFrom('day_total')
    .where('stall', '>=', first)
    .where('stall', '<=', last)
    .where('business_date', '>=', from)
    .where('business_date', '<=', to)
    .groupBy(['stall', 'business_date'])
    .select(['stall', 'business_date as date'])
    .select(
      (['receipts', 'nil_z_count', 'records'] as const).map((name) =>
        sql<number>`CAST(sum(${sql.ref(name)}) AS BIGINT)`.as(name),
      ),
    )
    .orderBy('stall')
    .orderBy('business_date')
    .execute();
}
