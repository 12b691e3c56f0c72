import type { Kysely } from 'kysely';
import type { HubTables } from '../database/tables.ts';

/** Highest unique code: three digits. */
const CODE_MAX = 999;
/** Most stalls of a mall. */
const STALLS_MAX = 100_000;

/** The stalls of a mall that have no unique code, by code of the stall. */
export async function codelessStalls(db: Kysely<HubTables>, mall: string): Promise<string[]> {
  const rows = await db
    .selectFrom('stall as s')
    .leftJoin('fee_code as c', 'c.stall', 's.code')
    .where('s.mall', '=', mall)
    .where('c.stall', 'is', null)
    .select('s.code')
    .orderBy('s.code')
    .limit(STALLS_MAX)
    .execute();
  return rows.map(({ code }) => code);
}

/** The unique codes of a mall that no stall has, the lowest first. */
export async function freeCodes(db: Kysely<HubTables>, mall: string): Promise<number[]> {
  const rows = await db
    .selectFrom('fee_code')
    .where('mall', '=', mall)
    .select('code')
    .orderBy('code')
    .limit(CODE_MAX)
    .execute();
  const taken = new Set(rows.map(({ code }) => code));
  return Array.from({ length: CODE_MAX }, (_, at) => at + 1).filter((code) => !taken.has(code));
}

/** The unique code of a stall; undefined before it has one. */
export async function codeOf(db: Kysely<HubTables>, stall: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('fee_code')
    .where('stall', '=', stall)
    .select('code')
    .executeTakeFirst();
  return row?.code;
}
