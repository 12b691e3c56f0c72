import type { Tx } from '../database/transact.ts';

/** Notes that a nonce was used. @returns false where it was before */
export async function insertNonce(trx: Tx, nonce: string, expiresAtMs: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('used_nonce')
    .values({ nonce, expires_at_ms: expiresAtMs })
    .onConflict((conflict) => conflict.column('nonce').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Forgets the nonces that nobody could use any more. */
export async function deleteNonces(trx: Tx, beforeMs: number): Promise<void> {
  await trx.deleteFrom('used_nonce').where('expires_at_ms', '<', beforeMs).execute();
}
