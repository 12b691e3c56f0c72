import { type Kysely, sql } from 'kysely';
import type { AgeBand } from '../../domain/fees/ageing.ts';
import { addDays } from '../../domain/time.ts';
import type { HubTables } from '../database/tables.ts';
import { isStallWith } from './stall-text-store.ts';

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

/** What is open of a charge. */
interface OpenPart {
  readonly stall: string;
  readonly due_on: string;
  /** Rupiah */
  readonly open: number;
}

/**
 * What is open of each charge, as `o`. Of a past date only those are looked at that are open still,
 * and those that something closed later: in the words of an index of each.
 */
function openBy({ of, on, isPast }: AgeingWanted) {
  const own = 'mall' in of ? sql`c.mall = ${of.mall}` : sql`c.stall = ${of.stall}`;
  const standing = sql`FROM fee_charge AS c
    WHERE ${own} AND c.is_reversed = 0 AND c.amount - c.settled > 0`;
  if (!isPast) {
    return sql<OpenPart>`(SELECT c.stall, c.due_on, c.amount - c.settled AS open
      ${standing})`.as('o');
  }
  const columns = sql`SELECT c.id, c.stall, c.due_on, c.amount, c.settled, c.changed_on,
    c.settled_from, c.reversed_by`;
  // What was settled later was open then; what was reversed later was there. Materialized, as what
  // was settled later would be added up once to look at it and once to tell it.
  return sql<OpenPart>`(WITH t AS MATERIALIZED (
      SELECT n.stall, n.due_on, CASE WHEN n.settled_from > ${on} THEN n.amount
        WHEN n.changed_on <= ${on} THEN n.amount - n.settled
        ELSE n.amount - n.settled + coalesce((SELECT sum(l.amount)
          FROM fee_allocation AS l WHERE l.charge = n.id AND l.on_date > ${on}), 0) END AS open
      FROM (
        ${columns} ${standing} AND c.on_date <= ${on}
        UNION ALL
        ${columns} FROM fee_charge AS c
        WHERE ${own} AND (c.is_reversed = 1 OR c.amount - c.settled = 0)
          AND c.changed_on > ${on} AND c.on_date <= ${on}
      ) AS n
      WHERE n.reversed_by IS NULL
        OR (SELECT r.on_date FROM fee_act AS r WHERE r.id = n.reversed_by) > ${on}
    )
    SELECT t.stall, t.due_on, t.open FROM t WHERE t.open > 0)`.as('o');
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
    .selectFrom(openBy(wanted))
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
    .selectFrom(openBy(wanted))
    .groupBy('o.stall')
    .select(['o.stall', total.as('total'), sql<string>`min(o.due_on)`.as('oldestDue')])
    .select(Object.entries(bands).map(([name, sum]) => sum.as(name as AgeBand))); // its own keys
  return db
    .selectFrom(stalls.as('t'))
    .innerJoin('stall as s', 's.code', 't.stall')
    .$if(band !== null, (query) => query.where(sql.ref<number>(`t.${band}`), '>', 0))
    .where(isStallWith(text))
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

/**
 * What these stalls owed less what they had paid ahead at the end of a date: all that they were
 * charged, paid and given back until then, less what was taken back. Rupiah
 */
export async function balancesAt(
  db: Kysely<HubTables>,
  stalls: readonly string[],
  on: string,
): Promise<Map<string, number>> {
  if (stalls.length === 0) return new Map();
  const own = sql`c.stall IN (${sql.join(stalls)})`;
  const reversed = sql`JOIN fee_act AS r ON r.id = c.reversed_by WHERE ${own}
    AND r.on_date <= ${on}`;
  const { rows } = await sql<{ stall: string; amount: number }>`SELECT m.stall,
      CAST(sum(m.amount) AS BIGINT) AS amount
    FROM (
      SELECT c.stall, c.amount FROM fee_charge AS c WHERE ${own} AND c.on_date <= ${on}
      UNION ALL SELECT c.stall, -c.amount FROM fee_charge AS c ${reversed}
      UNION ALL SELECT c.stall, -c.amount FROM fee_credit AS c WHERE ${own} AND c.on_date <= ${on}
      UNION ALL SELECT c.stall, c.amount FROM fee_credit AS c ${reversed}
      UNION ALL SELECT c.stall, c.amount FROM fee_refund AS c WHERE ${own} AND c.on_date <= ${on}
    ) AS m GROUP BY m.stall`.execute(db);
  return new Map(rows.map(({ stall, amount }) => [stall, amount]));
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
    .where(sql<boolean>`amount - used > 0`)
    .groupBy('stall')
    .select(['stall', sql<number>`CAST(sum(amount - used) AS BIGINT)`.as('advance')])
    .execute();
  return new Map(rows.map(({ stall, advance }) => [stall, advance]));
}
