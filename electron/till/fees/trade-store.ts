import { datesOf } from '../../../domain/fees/period.ts';
import { build } from '../database/build.ts';
import { all, first, type Tx } from '../database/run.ts';

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

/** Whether the stall itself sold something in a month. @param month `YYYY-MM` */
export function hasTradedIn(tx: Tx, month: string): boolean {
  const { from, to } = datesOf(month);
  const query = build
    .selectFrom('sale')
    .select('record')
    .where('source', 'is', null)
    .where('business_date', '>=', from)
    .where('business_date', '<=', to)
    .limit(1);
  return first(tx, query) !== undefined;
}
