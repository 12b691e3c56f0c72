import { sql } from 'kysely';
import { kindOf, type Tx } from './transact.ts';

/** Of PostgreSQL's advisory lock: `LAPK` in ASCII. Nothing else of Lapak locks by number. */
const FORM_LOCK = 0x4c_41_50_4b;

/** Longest that a process waits for another that changes the form, and that a change runs. */
const FORM_TIMEOUT = '120s';

/**
 * Holds the form of the database until the transaction ends: one process at a time adds tables or
 * partitions. On SQLite an immediate transaction is that already.
 */
export async function lockForm(trx: Tx): Promise<void> {
  if (kindOf(trx) === 'sqlite') return;
  await sql`SELECT set_config('lock_timeout', ${FORM_TIMEOUT}, true),
    set_config('statement_timeout', ${FORM_TIMEOUT}, true)`.execute(trx);
  await sql`SELECT pg_advisory_xact_lock(${FORM_LOCK})`.execute(trx);
}
