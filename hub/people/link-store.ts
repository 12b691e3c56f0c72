import type { Kysely } from 'kysely';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';

/** A new link, of which only the hash is kept. */
export async function insertLink(trx: Tx, hash: Buffer, expiresAtMs: number): Promise<void> {
  await trx
    .insertInto('sign_in_link')
    .values({ hash, expires_at_ms: expiresAtMs, used_at_ms: null })
    .execute();
}

/** Uses a link. @returns false where there is none that is good: two at once have it once */
export async function takeLink(trx: Tx, hash: Buffer, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('sign_in_link')
    .set({ used_at_ms: nowMs })
    .where('hash', '=', hash)
    .where('used_at_ms', 'is', null)
    .where('expires_at_ms', '>', nowMs)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether an administrator ever signed in. */
export async function isAnyLinkUsed(db: Kysely<HubTables>): Promise<boolean> {
  const used = await db
    .selectFrom('sign_in_link')
    .where('used_at_ms', 'is not', null)
    .select('used_at_ms')
    .limit(1)
    .executeTakeFirst();
  return used !== undefined;
}

/** Forgets the links that nobody used while they were good. */
export async function deleteUnusedLinks(trx: Tx, nowMs: number): Promise<void> {
  await trx
    .deleteFrom('sign_in_link')
    .where('used_at_ms', 'is', null)
    .where('expires_at_ms', '<=', nowMs)
    .execute();
}
