import type { Kysely } from 'kysely';
import type { HubTables } from '../database/tables.ts';

/** The raw public key of a device's journal: 32 bytes. */
export async function findDeviceKey(
  db: Kysely<HubTables>,
  device: string,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('device')
    .select('public_key')
    .where('device', '=', device)
    .executeTakeFirst();
  return row?.public_key;
}
