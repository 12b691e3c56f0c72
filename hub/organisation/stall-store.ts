import type { Insertable, Kysely } from 'kysely';
import type { StallName } from '../../domain/sync/place.ts';
import type { HubTables } from '../database/tables.ts';
import type { MallTable, RegionTable, StallTable } from './tables.ts';

/** Adds a region of the federation. */
export async function addRegion(db: Kysely<HubTables>, region: RegionTable): Promise<void> {
  await db.insertInto('region').values(region).execute();
}

/** Adds a mall to its region. */
export async function addMall(db: Kysely<HubTables>, mall: MallTable): Promise<void> {
  await db.insertInto('mall').values(mall).execute();
}

/** Adds a stall to its mall. */
export async function addStall(
  db: Kysely<HubTables>,
  stall: Insertable<StallTable>,
): Promise<void> {
  await db.insertInto('stall').values(stall).execute();
}

/** What a stall is called, by its code. */
export async function findStall(
  db: Kysely<HubTables>,
  code: string,
): Promise<StallName | undefined> {
  return db
    .selectFrom('stall as s')
    .innerJoin('mall as m', 'm.code', 's.mall')
    .where('s.code', '=', code)
    .select(['s.code', 's.name', 'm.name as mall'])
    .executeTakeFirst();
}

/** Most merchants that one query names. */
const MERCHANTS_MAX = 500;

/** The stalls that have one of these merchant ids, by their code. */
export async function stallsOfMerchants(
  db: Kysely<HubTables>,
  nmids: readonly string[],
): Promise<{ readonly stall: string; readonly nmid: string }[]> {
  const found: { readonly stall: string; readonly nmid: string }[] = [];
  for (let from = 0; from < nmids.length; from += MERCHANTS_MAX) {
    const rows = await db
      .selectFrom('stall')
      .select(['code as stall', 'nmid'])
      .where('nmid', '<>', '')
      .where('nmid', 'in', nmids.slice(from, from + MERCHANTS_MAX))
      .orderBy('code')
      .execute();
    found.push(...rows);
  }
  return found;
}

/** Regions, or malls, by name: at most so many. */
export async function listNamed(db: Kysely<HubTables>, table: 'region' | 'mall', limit: number) {
  return db
    .selectFrom(table)
    .select(['code', 'name'])
    .orderBy('name')
    .orderBy('code')
    .limit(limit)
    .execute();
}

/** Codes of the stalls of which a till has sent anything, or that have fees. */
export async function tradedStalls(db: Kysely<HubTables>): Promise<Set<string>> {
  const rows = await db
    .selectFrom('chain')
    .select('stall')
    .distinct()
    .where('size', '>', 0)
    .execute();
  const charged = await db
    .selectFrom('fee_act')
    .select('stall')
    .distinct()
    .where('stall', 'is not', null)
    .execute();
  return new Set([...rows, ...charged].flatMap(({ stall }) => stall ?? []));
}
