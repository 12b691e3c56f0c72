import { type Kysely, sql } from 'kysely';
import type { HubTables } from '../database/tables.ts';

/** In the words of its index. */
const IS_KEY_LIST = sql<boolean>`kind = 'key-list'`;

/** Version of the newest list of keys; 0 where there is none. */
export async function newestKeyList(db: Kysely<HubTables>): Promise<number> {
  const row = await db
    .selectFrom('down_item')
    .where(IS_KEY_LIST)
    .select((e) => e.fn.max('version').as('newest'))
    .executeTakeFirst();
  return row?.newest ?? 0;
}

/** The lists of keys of all stalls as they were signed, each JSON, by their version. */
export async function keyLists(db: Kysely<HubTables>, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('down_item')
    .where(IS_KEY_LIST)
    .where('is_ended', '=', 0)
    .select('content')
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ content }) => content);
}
