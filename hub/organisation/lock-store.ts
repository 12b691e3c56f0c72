import { sql } from 'kysely';
import { kindOf, type Tx } from '../database/transact.ts';

/** Of PostgreSQL's advisory lock: `LPKO` in ASCII. Nothing else of Lapak locks by this number. */
const ORGANISATION_LOCK = 0x4c_50_4b_4f;

/**
 * Holds the organisation until the transaction ends: two imports at once could each find a unit
 * free. On SQLite a transaction has the whole database.
 * @throws LapakError HUB_BUSY, by transact(), when another import takes too long
 */
export async function lockOrganisation(trx: Tx): Promise<void> {
  if (kindOf(trx) === 'sqlite') return;
  await sql`SELECT pg_advisory_xact_lock(${ORGANISATION_LOCK})`.execute(trx);
}
