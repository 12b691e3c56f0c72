import { type Kysely, sql } from 'kysely';
import type { HubTables } from '../database/tables.ts';

/** Which dates, both included, of which stalls: each that is null does not narrow. */
export interface TotalsWanted {
  readonly from: string;
  readonly to: string;
  /** Codes. */
  readonly stall: string | null;
  readonly mall: string | null;
  readonly region: string | null;
}

/** What each stall took on each date, over its tills. Rupiah */
export async function sumStallDates(db: Kysely<HubTables>, wanted: TotalsWanted) {
  return db
    .selectFrom('day_total as d')
    .where('d.business_date', '>=', wanted.from)
    .where('d.business_date', '<=', wanted.to)
    .where('d.stall', 'in', stallsOf(db, wanted))
    .select(['d.stall', 'd.business_date as date'])
    .select(sums.map((name) => sql<number>`CAST(sum(${sql.ref(`d.${name}`)}) AS BIGINT)`.as(name)))
    .groupBy(['d.stall', 'd.business_date'])
    .orderBy('d.stall')
    .orderBy('d.business_date')
    .execute();
}

/** What each stall took on each date by kind of tender, net of change and refunds. Rupiah */
export async function sumStallTenders(db: Kysely<HubTables>, wanted: TotalsWanted) {
  return db
    .selectFrom('day_tender as d')
    .where('d.business_date', '>=', wanted.from)
    .where('d.business_date', '<=', wanted.to)
    .where('d.stall', 'in', stallsOf(db, wanted))
    .select([
      'd.stall',
      'd.business_date as date',
      'd.tender',
      sql<number>`CAST(sum(d.amount) AS BIGINT)`.as('amount'),
    ])
    .groupBy(['d.stall', 'd.business_date', 'd.tender'])
    .orderBy('d.stall')
    .orderBy('d.business_date')
    .orderBy('d.tender')
    .execute();
}

/** What the Z reports of each stall say on each date by kind of tax. Rupiah */
export async function sumStallTaxes(db: Kysely<HubTables>, wanted: TotalsWanted) {
  return db
    .selectFrom('day_tax as d')
    .where('d.business_date', '>=', wanted.from)
    .where('d.business_date', '<=', wanted.to)
    .where('d.stall', 'in', stallsOf(db, wanted))
    .select([
      'd.stall',
      'd.business_date as date',
      'd.kind',
      sql<number>`CAST(sum(d.base) AS BIGINT)`.as('base'),
      sql<number>`CAST(sum(d.tax) AS BIGINT)`.as('tax'),
    ])
    .groupBy(['d.stall', 'd.business_date', 'd.kind'])
    .orderBy('d.stall')
    .orderBy('d.business_date')
    .orderBy('d.kind')
    .execute();
}

/** What all these stalls took together. Rupiah */
export async function sumAll(db: Kysely<HubTables>, wanted: TotalsWanted) {
  return db
    .selectFrom('day_total as d')
    .where('d.business_date', '>=', wanted.from)
    .where('d.business_date', '<=', wanted.to)
    .$if(isNarrowed(wanted), (query) => query.where('d.stall', 'in', stallsOf(db, wanted)))
    .select(
      sums.map((name) =>
        sql<number>`CAST(coalesce(sum(${sql.ref(`d.${name}`)}), 0) AS BIGINT)`.as(name),
      ),
    )
    .executeTakeFirstOrThrow();
}

/** What all these stalls took together by kind of tender, net of change and refunds. Rupiah */
export async function sumAllTenders(db: Kysely<HubTables>, wanted: TotalsWanted) {
  return db
    .selectFrom('day_tender as d')
    .where('d.business_date', '>=', wanted.from)
    .where('d.business_date', '<=', wanted.to)
    .$if(isNarrowed(wanted), (query) => query.where('d.stall', 'in', stallsOf(db, wanted)))
    .select(['d.tender', sql<number>`CAST(sum(d.amount) AS BIGINT)`.as('amount')])
    .groupBy('d.tender')
    .orderBy('d.tender')
    .execute();
}

/** To find every stall of the federation would take longer than to sum them up. */
function isNarrowed({ stall, mall, region }: TotalsWanted): boolean {
  return stall !== null || mall !== null || region !== null;
}

function stallsOf(db: Kysely<HubTables>, { stall, mall, region }: TotalsWanted) {
  return db
    .selectFrom('stall as s')
    .innerJoin('mall as m', 'm.code', 's.mall')
    .$if(stall !== null, (query) => query.where('s.code', '=', stall ?? ''))
    .$if(mall !== null, (query) => query.where('m.code', '=', mall ?? ''))
    .$if(region !== null, (query) => query.where('m.region', '=', region ?? ''))
    .select('s.code');
}

const sums = [
  'receipts',
  'sales',
  'refund_count',
  'refunds',
  'discount',
  'tax',
  'rounding',
] as const;
