import { sql } from 'kysely';
import { LapakError } from '../../domain/errors.ts';
import { type DatabaseKind, ddl } from './ddl.ts';
import type { HubDatabase } from './open-database.ts';
import { lockForm } from './lock-form.ts';
import { kindOf, transact, type Tx } from './transact.ts';

/** One step of the database's form. */
export interface HubMigration {
  /** `0001-first-hub` */
  readonly name: string;
  /** Its statements, in order. */
  statements(kind: DatabaseKind): readonly string[];
}

/**
 * Brings the database to this program's form, each migration with its bookkeeping in a transaction
 * of its own. Of many processes that start at once one migrates, the others wait for it.
 * @throws LapakError DATABASE_NEWER when a newer program has changed the database; then, and when a
 *   statement fails, nothing of that migration is done. HUB_BUSY, HUB_FULL
 */
export async function migrate(
  database: HubDatabase,
  migrations: readonly HubMigration[],
): Promise<void> {
  let isDone = false;
  while (!isDone) {
    isDone = await transact(database, 'form', (trx) => applyNext(trx, migrations));
  }
}

/** @returns whether there was nothing left to apply */
async function applyNext(trx: Tx, migrations: readonly HubMigration[]): Promise<boolean> {
  await lockForm(trx);
  const done = await migrationsDone(trx);
  if (done.some((name, at) => migrations[at]?.name !== name)) {
    throw new LapakError('DATABASE_NEWER', { found: done.length, known: migrations.length });
  }
  const next = migrations[done.length];
  if (!next) return true;
  for (const statement of next.statements(kindOf(trx))) await sql.raw(statement).execute(trx);
  await trx.insertInto('migration').values({ name: next.name }).execute();
  return false;
}

async function migrationsDone(trx: Tx): Promise<string[]> {
  const { text, narrowTable } = ddl(kindOf(trx));
  const table = narrowTable('IF NOT EXISTS migration', `name ${text} NOT NULL PRIMARY KEY`);
  await sql.raw(table).execute(trx);
  const rows = await trx.selectFrom('migration').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}
