import type { Kysely } from 'kysely';
import type { HubTables } from '../../database/tables.ts';
import type { Tx } from '../../database/transact.ts';
import type { Photo } from './photo.ts';

/** Keeps a picture; the same one again is there once. */
export async function savePhoto(
  trx: Tx,
  { sha256, bytes }: Photo,
  { stall, nowMs }: { readonly stall: string; readonly nowMs: number },
): Promise<void> {
  await trx
    .insertInto('fee_photo')
    .values({ sha256, stall, bytes, at_ms: nowMs })
    .onConflict((met) => met.doNothing())
    .execute();
}

/** The bytes of a picture; undefined for none. */
export async function findPhoto(
  db: Kysely<HubTables>,
  sha256: string,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('fee_photo')
    .where('sha256', '=', sha256)
    .select('bytes')
    .executeTakeFirst();
  return row?.bytes;
}
