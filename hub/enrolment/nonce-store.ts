import type { Kysely } from 'kysely';
import type { HubTables } from '../database/tables.ts';

/** Notes that a nonce was used. @returns false where it was before */
export async function insertNonce(
  db: Kysely<HubTables>,
  nonce: string,
  expiresAtMs: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('used_nonce')
    .values({ nonce, expires_at_ms: expiresAtMs })
    .onConflict((conflict) => conflict.column('nonce').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Forgets the nonces that nobody could use any more. */
export async function deleteNonces(db: Kysely<HubTables>, beforeMs: number): Promise<void> {
  await db.deleteFrom('used_nonce').where('expires_at_ms', '<', beforeMs).execute();
}
