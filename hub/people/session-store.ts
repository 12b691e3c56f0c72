import type { Kysely } from 'kysely';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';

/** Who is signed in, and since when that was last seen. */
export interface SessionRow {
  readonly administrator: string;
  readonly seenAtMs: number;
}

/** A new session, of which only the hash is kept. */
export async function insertSession(
  trx: Tx,
  hash: Buffer,
  session: { readonly administrator: string; readonly expiresAtMs: number },
  nowMs: number,
): Promise<void> {
  await trx
    .insertInto('session')
    .values({
      hash,
      administrator: session.administrator,
      opened_at_ms: nowMs,
      seen_at_ms: nowMs,
      expires_at_ms: session.expiresAtMs,
    })
    .execute();
}

/** The session of this hash that has not ended. */
export async function findSession(
  db: Kysely<HubTables>,
  hash: Buffer,
  nowMs: number,
): Promise<SessionRow | undefined> {
  return db
    .selectFrom('session')
    .where('hash', '=', hash)
    .where('expires_at_ms', '>', nowMs)
    .select(['administrator', 'seen_at_ms as seenAtMs'])
    .executeTakeFirst();
}

/** Lets a session last on from now; one that was ended meanwhile stays ended. */
export async function prolongSession(
  trx: Tx,
  hash: Buffer,
  { nowMs, expiresAtMs }: { readonly nowMs: number; readonly expiresAtMs: number },
): Promise<void> {
  await trx
    .updateTable('session')
    .set({ seen_at_ms: nowMs, expires_at_ms: expiresAtMs })
    .where('hash', '=', hash)
    .execute();
}

/** Ends a session. @returns false where there is none */
export async function deleteSession(trx: Tx, hash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('session')
    .where('hash', '=', hash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Forgets the sessions that have ended. */
export async function deleteEndedSessions(trx: Tx, nowMs: number): Promise<void> {
  await trx.deleteFrom('session').where('expires_at_ms', '<=', nowMs).execute();
}
