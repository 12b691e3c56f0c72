import { sql } from 'kysely';
import { build } from '../database/build.ts';
import { all, type Tx } from '../database/run.ts';

/** Most months that are charged at once: of ten years. */
const MONTHS_MAX = 120;
/** Most dates that are looked at. */
const DATES_MAX = 400;

/** Business dates since one on which the stall itself sold something, in their order. */
export function tradeDates(tx: Tx, since: string): string[] {
  const query = build
    .selectFrom('sale')
    .select('business_date')
    .distinct()
    .where('source', 'is', null)
    .where('business_date', '>=', since)
    .orderBy('business_date')
    .limit(DATES_MAX);
  return all(tx, query).map(({ business_date: date }) => date);
}

/** Months from one on in which the stall itself sold something, in their order. `YYYY-MM` */
export function tradeMonths(tx: Tx, from: string): string[] {
  const month = sql<string>`substr(business_date, 1, 7)`;
  const query = build
    .selectFrom('sale')
    .select(month.as('month'))
    .distinct()
    .where('source', 'is', null)
    .where('business_date', '>=', `${from}-01`)
    .orderBy('month')
    .limit(MONTHS_MAX);
  return all(tx, query).map((row) => row.month);
}
