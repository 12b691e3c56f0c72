import { sql } from 'kysely';
import type { UtcMs } from '../../domain/time.ts';
import { rowSecurity } from './row-security.ts';
import { lockForm } from './lock-form.ts';
import type { HubDatabase } from './open-database.ts';
import type { HubTables } from './tables.ts';
import { transact, type Tx } from './transact.ts';

/** A month of business dates, which PostgreSQL keeps in a table of its own. */
interface Month {
  /** `record_2026_11` */
  readonly partition: string;
  /** Its first day, and that of the month after it: `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

/** Which months have a partition: so many before and after the one of now, 0 for none. */
export interface MonthsKept {
  readonly before: number;
  readonly after: number;
}

/** A till sells for months with no network; a clock that is wrong goes to `record_other`. */
const MONTHS_KEPT: MonthsKept = { before: 6, after: 3 };

/**
 * Makes the partitions of `record` that are missing for the months around now, each with the rows
 * of its month that `record_other` has by then. Does nothing on SQLite, nor where none is missing:
 * any process can call it at any time.
 * @returns the names of those that it made, in the order of their months
 * @throws LapakError HUB_BUSY, HUB_FULL
 */
export async function keepPartitions(
  database: HubDatabase,
  nowMs: UtcMs,
  kept: MonthsKept = MONTHS_KEPT,
): Promise<string[]> {
  if (database.kind === 'sqlite') return [];
  const made: string[] = [];
  for (const month of await missingOf(database, monthsAround(nowMs, kept))) {
    const isMade = await transact(database, 'form', (trx) => makePartition(trx, month));
    if (isMade) made.push(month.partition);
  }
  return made;
}

function monthsAround(nowMs: UtcMs, { before, after }: MonthsKept): Month[] {
  const now = new Date(nowMs);
  const firstDay = (month: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month)).toISOString().slice(0, 10);
  return Array.from({ length: before + 1 + after }, (_, at) => {
    const [from, to] = [firstDay(at - before), firstDay(at - before + 1)];
    return { partition: `record_${from.slice(0, 7).replace('-', '_')}`, from, to };
  });
}

async function missingOf(
  { db }: Pick<HubDatabase, 'db'>,
  months: readonly Month[],
): Promise<Month[]> {
  const { rows } = await sql<{ name: string }>`SELECT inhrelid::regclass::text AS name
    FROM pg_inherits WHERE inhparent = 'record'::regclass`.execute(db);
  const found = new Set(rows.map(({ name }) => name));
  return months.filter(({ partition }) => !found.has(partition));
}

/**
 * It is filled before it is attached, which keeps others from `record_other` until the end and from
 * `record` not at all.
 * @returns whether no other process had made it meanwhile
 */
async function makePartition(trx: Tx, month: Month): Promise<boolean> {
  await lockForm(trx);
  if ((await missingOf({ db: trx }, [month])).length === 0) return false;
  const partition = sql.table(month.partition);
  const columns = sql.join(Object.keys(recordColumns).map((name) => sql.ref(name)));
  const isOfMonth = sql`business_date >= ${month.from} AND business_date < ${month.to}`;
  await sql`LOCK TABLE record_other IN ACCESS EXCLUSIVE MODE`.execute(trx);
  await sql`CREATE TABLE ${partition} (LIKE record INCLUDING ALL)`.execute(trx);
  for (const rule of rowSecurity('postgres', [month.partition])) await sql.raw(rule).execute(trx);
  await sql`INSERT INTO ${partition} (${columns})
    SELECT ${columns} FROM record_other WHERE ${isOfMonth}`.execute(trx);
  await sql`DELETE FROM record_other WHERE ${isOfMonth}`.execute(trx);
  await sql`ALTER TABLE record ATTACH PARTITION ${partition}
    FOR VALUES FROM (${sql.lit(month.from)}) TO (${sql.lit(month.to)})`.execute(trx);
  return true;
}

/** Every column of `record`: the compiler misses one that is not here. */
const recordColumns: Readonly<Record<keyof HubTables['record'], true>> = {
  stall: true,
  device: true,
  epoch: true,
  seq: true,
  leaf: true,
  business_date: true,
  idx: true,
  type: true,
  total: true,
  follows: true,
  head: true,
  signature: true,
  verdict: true,
  reason: true,
  goes_on: true,
  open_shifts: true,
  unread_by: true,
  received_at_ms: true,
};
