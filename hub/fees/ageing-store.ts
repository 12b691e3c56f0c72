import { type Kysely, sql } from 'kysely';
import type { AgeBand } from '../../domain/fees/ageing.ts';
import { addDays } from '../../domain/time.ts';
import { likeOf } from '../database/like.ts';
import type { HubTables } from '../database/tables.ts';

/** What is open of a mall, or of one stall: now, or as it stood at the end of a date. */
export interface AgeingWanted {
  readonly of: { readonly mall: string } | { readonly stall: string };
  /** By which date it is overdue. */
  readonly on: string;
  /** Whether acts dated later are left out; else all that is open now counts. */
  readonly isPast: boolean;
}

/** Which page of the stalls that owe something. */
export interface AgeingPage {
  readonly band: AgeBand | null;
  readonly text: string;
  /** The last of the page before; null for the first. */
  readonly after: { readonly total: number; readonly stall: string } | null;
  readonly limit: number;
}

/** What is open of each charge: `stall`, `due_on`, `open`. */
function openBy(db: Kysely<HubTables>, { of, on, isPast }: AgeingWanted) {
  const charges = db
    .selectFrom('fee_charge as c')
    .$if('mall' in of, (query) => query.where('c.mall', '=', 'mall' in of ? of.mall : ''))
    .$if('stall' in of, (query) => query.where('c.stall', '=', 'stall' in of ? of.stall : ''));
  if (!isPast) {
    return charges
      .where('c.is_reversed', '=', 0)
      .whereRef('c.settled', '<', 'c.amount')
      .select(['c.stall', 'c.due_on', sql<number>`c.amount - c.settled`.as('open')]);
  }
  // What was settled later is open then; what was reversed later was there.
  const later = db
    .selectFrom('fee_allocation as l')
    .innerJoin('fee_act as a', 'a.id', 'l.act')
    .where('a.on_date', '>', on)
    .$if('mall' in of, (query) => query.where('a.mall', '=', 'mall' in of ? of.mall : ''))
    .$if('stall' in of, (query) => query.where('l.stall', '=', 'stall' in of ? of.stall : ''))
    .groupBy('l.charge')
    .select(['l.charge', sql<number>`sum(l.amount)`.as('amount')]);
  const left = sql<number>`c.amount - c.settled + coalesce(l.amount, 0)`;
  return charges
    .leftJoin('fee_act as r', 'r.id', 'c.reversed_by')
    .leftJoin(later.as('l'), 'l.charge', 'c.id')
    .where('c.on_date', '<=', on)
    .where((e) => e.or([e('c.is_reversed', '=', 0), e('r.on_date', '>', on)]))
    .where(sql<boolean>`${left} > 0`)
    .select(['c.stall', 'c.due_on', left.as('open')]);
}

const sumWhere = (condition: ReturnType<typeof sql<boolean>>) =>
  sql<number>`CAST(coalesce(sum(CASE WHEN ${condition} THEN o.open ELSE 0 END), 0) AS BIGINT)`;

/** Sums of the bands, as bandOf() has them. */
function bandsOf(on: string) {
  const [d30, d60, d90] = [30, 60, 90].map((days) => addDays(on, -days));
  return {
    total: sql<number>`CAST(coalesce(sum(o.open), 0) AS BIGINT)`,
    current: sumWhere(sql`o.due_on >= ${on}`),
    to30: sumWhere(sql`o.due_on < ${on} AND o.due_on >= ${d30}`),
    to60: sumWhere(sql`o.due_on < ${d30} AND o.due_on >= ${d60}`),
    to90: sumWhere(sql`o.due_on < ${d60} AND o.due_on >= ${d90}`),
    over90: sumWhere(sql`o.due_on < ${d90}`),
  };
}

/** What all stalls owe by age, and how many owe something. Rupiah */
export async function sumAgeing(db: Kysely<HubTables>, wanted: AgeingWanted) {
  const { total, current, to30, to60, to90, over90 } = bandsOf(wanted.on);
  return db
    .selectFrom(openBy(db, wanted).as('o'))
    .select([
      sql<number>`count(DISTINCT o.stall)`.as('stalls'),
      total.as('total'),
      current.as('current'),
      to30.as('to30'),
      to60.as('to60'),
      to90.as('to90'),
      over90.as('over90'),
    ])
    .executeTakeFirstOrThrow();
}

/** A page of the stalls that owe something: those that owe most first. Rupiah */
export async function pageOfAgeing(
  db: Kysely<HubTables>,
  wanted: AgeingWanted,
  { band, text, after, limit }: AgeingPage,
) {
  const { total, ...bands } = bandsOf(wanted.on);
  const stalls = db
    .selectFrom(openBy(db, wanted).as('o'))
    .groupBy('o.stall')
    .select(['o.stall', total.as('total'), sql<string>`min(o.due_on)`.as('oldestDue')])
    .select(Object.entries(bands).map(([name, sum]) => sum.as(name as AgeBand))); // its own keys
  return db
    .selectFrom(stalls.as('t'))
    .innerJoin('stall as s', 's.code', 't.stall')
    .$if(band !== null, (query) => query.where(sql.ref<number>(`t.${band}`), '>', 0))
    .$if(text !== '', (query) =>
      query.where(
        sql<boolean>`lower(s.code || ' ' || s.name || ' ' || s.number) LIKE ${likeOf(text)}
          ESCAPE '\\'`,
      ),
    )
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(t.total < ${after?.total ?? 0}
          OR (t.total = ${after?.total ?? 0} AND t.stall > ${after?.stall ?? ''}))`,
      ),
    )
    .select(['t.stall', 's.name', 's.number', 't.total', 't.oldestDue'])
    .select(['t.current', 't.to30', 't.to60', 't.to90', 't.over90'])
    .orderBy('t.total', 'desc')
    .orderBy('t.stall')
    .limit(limit)
    .execute();
}

/** What these stalls paid ahead, now. Rupiah */
export async function advancesOf(
  db: Kysely<HubTables>,
  stalls: readonly string[],
): Promise<Map<string, number>> {
  if (stalls.length === 0) return new Map();
  const rows = await db
    .selectFrom('fee_credit')
    .where('stall', 'in', stalls)
    .where('is_reversed', '=', 0)
    .whereRef('used', '<', 'amount')
    .groupBy('stall')
    .select(['stall', sql<number>`CAST(sum(amount - used) AS BIGINT)`.as('advance')])
    .execute();
  return new Map(rows.map(({ stall, advance }) => [stall, advance]));
}
