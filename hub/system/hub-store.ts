import type { Kysely } from 'kysely';
import type { HubTables } from '../database/tables.ts';
import { forUpdateOn, type Tx } from '../database/transact.ts';

/** Who the hub of a database is. */
export interface HubRow {
  readonly name: string;
  readonly device: string;
  readonly publicKey: Buffer;
  readonly nonceSecret: Buffer;
}

/** Who the hub of this database is; undefined before its first start. */
export async function readHub(db: Kysely<HubTables>): Promise<HubRow | undefined> {
  return db
    .selectFrom('hub')
    .where('only', '=', 1)
    .select(['name', 'device', 'public_key as publicKey', 'nonce_secret as nonceSecret'])
    .executeTakeFirst();
}

/** Writes who it is, at its first start. */
export async function insertHub(trx: Tx, hub: HubRow, nowMs: number): Promise<void> {
  const { name, device, publicKey, nonceSecret } = hub;
  await trx
    .insertInto('hub')
    .values({
      only: 1,
      name,
      device,
      public_key: publicKey,
      nonce_secret: nonceSecret,
      created_at_ms: nowMs,
    })
    .execute();
}

/** Lets one transaction at a time go on from here, of all processes: for what is rarely done. */
export async function lockHub(trx: Tx): Promise<void> {
  await trx
    .selectFrom('hub')
    .where('only', '=', 1)
    .select('only')
    .$call(forUpdateOn(trx))
    .executeTakeFirst();
}

/** Whether the database answers. */
export async function pingDatabase(db: Kysely<HubTables>): Promise<void> {
  await db.selectFrom('hub').select('only').executeTakeFirst();
}
