import type { Kysely } from 'kysely';
import type { HubTables } from '../../database/tables.ts';
import type { Tx } from '../../database/transact.ts';

/** Most profiles that a hub has of its own. */
const OWN_PROFILES_MAX = 200;

/** Profiles that were saved here, as JSON, by id. */
export async function ownProfiles(db: Kysely<HubTables>): Promise<string[]> {
  const rows = await db
    .selectFrom('fee_profile')
    .select('content')
    .orderBy('name')
    .limit(OWN_PROFILES_MAX)
    .execute();
  return rows.map(({ content }) => content);
}

/** Forgets the profile of that id. @returns whether there was one */
export async function deleteOwnProfile(trx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('fee_profile')
    .where('name', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Saves a profile in place of the one of that id. */
export async function saveOwnProfile(
  trx: Tx,
  id: string,
  content: string,
  nowMs: number,
): Promise<void> {
  const row = { content, changed_at_ms: nowMs };
  await trx
    .insertInto('fee_profile')
    .values({ name: id, ...row })
    .onConflict((met) => met.column('name').doUpdateSet(row))
    .execute();
}
