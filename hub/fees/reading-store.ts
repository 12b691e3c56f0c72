import { type Kysely, sql } from 'kysely';
import type { Reading } from '../../domain/fees/manage/meter-calls.ts';
import { datesOf } from '../../domain/fees/period.ts';
import type { HubTables } from '../database/tables.ts';
import { isStallWith } from './stall-text-store.ts';

/** How many months before make what is usual. */
const USUAL_MONTHS = 3;

const columns = [
  'act as id',
  'period',
  'meter',
  'from_milli as from',
  'to_milli as to',
  'used_milli as used',
  'is_estimate',
  'photo',
] as const;

/** The reading of a stall in a month that stands. */
export async function readingOf(
  db: Kysely<HubTables>,
  stall: string,
  period: string,
): Promise<Reading | undefined> {
  const row = await readings(db, stall).where('period', '=', period).executeTakeFirst();
  return row && keptOf(row);
}

/** The reading of a stall of the first month behind another that stands. */
export async function readingAfter(
  db: Kysely<HubTables>,
  stall: string,
  period: string,
): Promise<Reading | undefined> {
  const row = await readings(db, stall)
    .where('period', '>', period)
    .orderBy('period')
    .limit(1)
    .executeTakeFirst();
  return row && keptOf(row);
}

/** The reading that an act took, whether it stands or not. */
export async function readingBy(db: Kysely<HubTables>, act: string): Promise<Reading | undefined> {
  const row = await db
    .selectFrom('fee_reading')
    .where('act', '=', act)
    .select(columns)
    .executeTakeFirst();
  return row && keptOf(row);
}

/** What meters showed in a month and before. Thousandths of a kWh. */
export interface ReadUntil {
  readonly reading: Reading | null;
  /** The newest of a month before. */
  readonly last: Reading | null;
  /** What a month took, of the newest before. */
  readonly usual: number | null;
}

/** What the meters of these stalls showed in a month and before, by stall. */
export async function readUntil(
  db: Kysely<HubTables>,
  stalls: readonly string[],
  period: string,
): Promise<Map<string, ReadUntil>> {
  if (stalls.length === 0) return new Map();
  const newest = db
    .selectFrom('fee_reading')
    .where('stall', 'in', stalls)
    .where('is_reversed', '=', 0)
    .where('period', '<=', period)
    .select(['stall', ...columns])
    .select(sql<number>`row_number() OVER (PARTITION BY stall ORDER BY period DESC)`.as('nth'));
  const rows = await db
    .selectFrom(newest.as('n'))
    .where('n.nth', '<=', USUAL_MONTHS + 1)
    .select(['n.stall', 'n.id', 'n.period', 'n.meter', 'n.from', 'n.to', 'n.used'])
    .select(['n.is_estimate', 'n.photo'])
    .orderBy('n.stall')
    .orderBy('n.period', 'desc')
    .limit(stalls.length * (USUAL_MONTHS + 1))
    .execute();
  const byStall = Map.groupBy(rows, ({ stall }) => stall);
  return new Map(stalls.map((stall) => [stall, untilOf(byStall.get(stall) ?? [], period)]));
}

function untilOf(rows: readonly Row[], period: string): ReadUntil {
  const before = rows.filter((row) => row.period < period).slice(0, USUAL_MONTHS);
  const used = before.reduce((sum, row) => sum + row.used, 0);
  const [last] = before;
  const now = rows.find((row) => row.period === period);
  return {
    reading: now ? keptOf(now) : null,
    last: last ? keptOf(last) : null,
    usual: before.length > 0 ? Math.round(used / before.length) : null,
  };
}

/** A page of the stalls that have a contract in a month, by code. */
export async function stallsToRead(
  db: Kysely<HubTables>,
  { mall, period, text }: { mall: string; period: string; text: string },
  { after, limit }: { after: string; limit: number },
) {
  return contracted(db, mall, period)
    .where('s.code', '>', after)
    .where(isStallWith(text))
    .select(['s.code as stall', 's.name', 's.number'])
    .orderBy('s.code')
    .limit(limit)
    .execute();
}

/** How many stalls have a contract in a month, how many of them were read, and what they took. */
export async function sumReadings(db: Kysely<HubTables>, mall: string, period: string) {
  const stalls = await contracted(db, mall, period)
    .select((e) => e.fn.countAll<number>().as('stalls'))
    .executeTakeFirst();
  const read = await db
    .selectFrom('fee_reading')
    .where('mall', '=', mall)
    .where('period', '=', period)
    .where('is_reversed', '=', 0)
    .select((e) => [
      e.fn.countAll<number>().as('read'),
      sql<number>`CAST(coalesce(sum(used_milli), 0) AS BIGINT)`.as('used'),
    ])
    .executeTakeFirst();
  return { stalls: stalls?.stalls ?? 0, read: read?.read ?? 0, used: read?.used ?? 0 };
}

function contracted(db: Kysely<HubTables>, mall: string, period: string) {
  const { from, to } = datesOf(period);
  return db
    .selectFrom('stall as s')
    .where('s.mall', '=', mall)
    .where(
      sql<boolean>`EXISTS (SELECT 1 FROM contract AS k WHERE k.stall = s.code
      AND k.from_date <= ${to} AND (k.to_date IS NULL OR k.to_date >= ${from}))`,
    );
}

function readings(db: Kysely<HubTables>, stall: string) {
  return db
    .selectFrom('fee_reading')
    .where('stall', '=', stall)
    .where('is_reversed', '=', 0)
    .select(columns);
}

interface Row {
  readonly id: string;
  readonly period: string;
  readonly meter: string;
  readonly from: number;
  readonly to: number;
  readonly used: number;
  readonly is_estimate: number;
  readonly photo: string | null;
}

function keptOf({ id, period, meter, from, to, used, is_estimate, photo }: Row): Reading {
  const isEstimate = is_estimate === 1;
  return { id, period, meter, from, to, used, isEstimate, photo: photo ?? '' };
}
