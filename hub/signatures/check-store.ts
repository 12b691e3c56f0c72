import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CheckedSignatures } from '../../domain/enrolment/manage-contract.ts';
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

/** What was found of the records up to a size. */
interface Checked {
  readonly to: number;
  /** How many nobody signed. */
  readonly unsigned: number;
  /** How many have a wrong signature, and a later record proves them. */
  readonly proven: number;
}

/** Notes that the signatures from one size to another were checked; once, whoever did it too. */
export async function noteChecked(
  trx: Tx,
  { stall, device, checkedSize }: ChainToCheck,
  { to, unsigned, proven }: Checked,
): Promise<void> {
  await trx
    .updateTable('chain')
    .set((e) => ({
      checked_size: to,
      unsigned: e('unsigned', '+', unsigned),
      proven_later: e('proven_later', '+', proven),
    }))
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('checked_size', '=', checkedSize)
    .execute();
}

/** How far the check of signatures is, over all chains. */
export async function sumChecked(db: Kysely<HubTables>): Promise<CheckedSignatures> {
  return db
    .selectFrom('chain')
    .select([
      sumOf(sql`size`).as('records'),
      sumOf(sql`checked_size`).as('checked'),
      sumOf(sql`unsigned`).as('unsigned'),
      sumOf(sql`unsigned - unsigned_settled`).as('unsettled'),
      sumOf(sql`proven_later`).as('proven'),
    ])
    .executeTakeFirstOrThrow();
}

function sumOf(column: RawBuilder<unknown>) {
  return sql<number>`CAST(coalesce(sum(${column}), 0) AS BIGINT)`;
}
