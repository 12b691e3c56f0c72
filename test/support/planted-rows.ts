import { sql } from 'kysely';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import { transact } from '../../hub/database/transact.ts';

/** What no column has by itself. */
const planted = { text: "'planted'", bigint: '1000000007' } as const;

/** Takes away what holds the books together: as who has the database's files could. */
export async function openTheBooks(
  { db, kind }: HubDatabase,
  tables: readonly string[],
): Promise<void> {
  if (kind === 'sqlite') {
    const { rows } = await sql<{ name: string }>`SELECT name FROM sqlite_schema
      WHERE type = 'trigger'
      AND (tbl_name LIKE 'fee%' OR tbl_name LIKE 'bank%') ORDER BY name`.execute(db);
    for (const { name } of rows) await sql.raw(`DROP TRIGGER ${name}`).execute(db);
    await sql`PRAGMA foreign_keys = OFF`.execute(db);
    await sql`PRAGMA ignore_check_constraints = ON`.execute(db);
    return;
  }
  const { rows } = await sql<{ name: string; of: string }>`SELECT conname AS name,
      conrelid::regclass::text AS of FROM pg_constraint
    WHERE contype IN ('f', 'c') AND (conrelid::regclass::text LIKE 'fee%'
      OR conrelid::regclass::text LIKE 'bank%') ORDER BY 2, 1`.execute(db);
  for (const { name, of } of rows) {
    await sql.raw(`ALTER TABLE ${of} DROP CONSTRAINT "${name}"`).execute(db);
  }
  for (const table of tables) {
    await sql.raw(`ALTER TABLE ${table} DISABLE TRIGGER USER`).execute(db);
  }
}

/** Says a statement that no program of ours would. */
export function run(database: HubDatabase, statement: string): Promise<void> {
  return transact(database, 'every-stall', async (trx) => {
    await sql.raw(statement).execute(trx);
  });
}

/** A column of a table, and by which its rows are ordered. */
export interface PlantedColumn {
  readonly table: string;
  readonly key: readonly string[];
  readonly column: string;
  readonly isNumber: boolean;
}

/** The statement that changes a column of the first row, and the one that takes that back. */
export async function changeOf(
  database: HubDatabase,
  { table, key, column, isNumber }: PlantedColumn,
): Promise<{ change: string; back: string }> {
  const order = key.join(', ');
  const row = database.kind === 'sqlite' ? 'rowid' : 'ctid';
  const value = isNumber ? planted.bigint : planted.text;
  const { rows } = await transact(database, 'every-stall', (trx) =>
    sql<{ was: string | number | null }>`SELECT ${sql.ref(column)} AS was
      FROM ${sql.table(table)} ORDER BY ${sql.raw(order)} LIMIT 1`.execute(trx),
  );
  const was = rows[0]?.was ?? null;
  const before = was === null ? 'NULL' : isNumber ? String(was) : `'${was}'`;
  const set = (to: string) => `UPDATE ${table} SET ${column} = ${to} WHERE`;
  const first = `${row} = (SELECT ${row} FROM ${table} ORDER BY ${order} LIMIT 1)`;
  return { change: `${set(value)} ${first}`, back: `${set(before)} ${column} = ${value}` };
}
