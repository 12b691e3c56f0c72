import { type Kysely, sql } from 'kysely';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';

/** A chain of which not every signature was checked. */
export interface ChainToCheck {
  readonly stall: string;
  readonly device: string;
  readonly size: number;
  readonly checkedSize: number;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Buffer;
}

/** Chains with signatures to check: at most `limit`. */
export async function chainsToCheck(db: Kysely<HubTables>, limit: number): Promise<ChainToCheck[]> {
  return db
    .selectFrom('chain as c')
    .innerJoin('device as d', 'd.device', 'c.device')
    .whereRef('c.checked_size', '<', 'c.size')
    .select([
      'c.stall',
      'c.device',
      'c.size',
      'c.checked_size as checkedSize',
      'd.public_key as publicKey',
    ])
    .orderBy('c.stall')
    .orderBy('c.device')
    .limit(limit)
    .execute();
}

/** Notes that the signatures from one size to another were checked; once, whoever did it too. */
export async function noteChecked(
  trx: Tx,
  { stall, device, checkedSize }: ChainToCheck,
  { to, bad }: { readonly to: number; readonly bad: number },
): Promise<void> {
  await trx
    .updateTable('chain')
    .set((e) => ({ checked_size: to, bad_signatures: e('bad_signatures', '+', bad) }))
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('checked_size', '=', checkedSize)
    .execute();
}

/** How far the check of signatures is, over all chains. */
export async function sumChecked(
  db: Kysely<HubTables>,
): Promise<{ readonly records: number; readonly checked: number; readonly bad: number }> {
  return db
    .selectFrom('chain')
    .select([
      sql<number>`CAST(coalesce(sum(size), 0) AS BIGINT)`.as('records'),
      sql<number>`CAST(coalesce(sum(checked_size), 0) AS BIGINT)`.as('checked'),
      sql<number>`CAST(coalesce(sum(bad_signatures), 0) AS BIGINT)`.as('bad'),
    ])
    .executeTakeFirstOrThrow();
}
