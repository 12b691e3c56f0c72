import { type Kysely, sql } from 'kysely';
import type { HubTables } from '../database/tables.ts';
import { alarmColumns } from './day-store.ts';

/** What a stall is called, and where it is. */
export interface StallRow {
  readonly stall: string;
  readonly name: string;
  readonly number: string;
  readonly mall: string;
  readonly region: string;
}

/** Sums of a date, over the tills of a stall. Rupiah */
export interface DateRow {
  readonly date: string;
  readonly receipts: number;
  readonly sales: number;
  readonly refund_count: number;
  readonly refunds: number;
  readonly discount: number;
  readonly tax: number;
  readonly rounding: number;
  readonly z_count: number;
  readonly nil_z_count: number;
  readonly quarantined: number;
  readonly records: number;
}

/** From and to a date, both included. */
export interface Dates {
  readonly from: string;
  readonly to: string;
}

/** A stall by its code. */
export async function findStallRow(
  db: Kysely<HubTables>,
  code: string,
): Promise<StallRow | undefined> {
  return db
    .selectFrom('stall as s')
    .innerJoin('mall as m', 'm.code', 's.mall')
    .innerJoin('region as r', 'r.code', 'm.region')
    .select(['s.code as stall', 's.name', 's.number', 'm.name as mall', 'r.name as region'])
    .where('s.code', '=', code)
    .executeTakeFirst();
}

/** When a till of a stall last reported, and what is the matter with them. */
export async function findStanding(db: Kysely<HubTables>, stall: string) {
  return db
    .selectFrom('chain')
    .select((e) => e.fn.max('reported_at_ms').as('reportedAtMs'))
    .select(alarmColumns)
    .where('stall', '=', stall)
    .executeTakeFirstOrThrow(); // a sum of no row is one
}

/** The dates of a stall on which something came, the newest first. */
export async function sumDates(
  db: Kysely<HubTables>,
  stall: string,
  { from, to }: Dates,
): Promise<DateRow[]> {
  return db
    .selectFrom('day_total')
    .select([
      'business_date as date',
      sumOf('receipts'),
      sumOf('sales'),
      sumOf('refund_count'),
      sumOf('refunds'),
      sumOf('discount'),
      sumOf('tax'),
      sumOf('rounding'),
      sumOf('z_count'),
      sumOf('nil_z_count'),
      sumOf('quarantined'),
      sumOf('records'),
    ])
    .where('stall', '=', stall)
    .where('business_date', '>=', from)
    .where('business_date', '<=', to)
    .groupBy('business_date')
    .orderBy('business_date', 'desc')
    .execute();
}

/** What a stall took by date and kind of tender, the largest first. Rupiah */
export async function sumTenders(db: Kysely<HubTables>, stall: string, { from, to }: Dates) {
  return db
    .selectFrom('day_tender')
    .select([
      'business_date as date',
      'tender',
      sql<number>`CAST(sum(amount) AS BIGINT)`.as('amount'),
    ])
    .where('stall', '=', stall)
    .where('business_date', '>=', from)
    .where('business_date', '<=', to)
    .groupBy(['business_date', 'tender'])
    .orderBy('business_date')
    .orderBy('amount', 'desc')
    .orderBy('tender')
    .execute();
}

function sumOf(name: Exclude<keyof DateRow, 'date'>) {
  return sql<number>`CAST(sum(${sql.ref(name)}) AS BIGINT)`.as(name);
}
