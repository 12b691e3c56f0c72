import Database from 'better-sqlite3';
import { applyMigrations, type Migration } from './migrate.ts';

/** A table, index, trigger or view as SQLite keeps it. */
interface SchemaEntry {
  readonly name: string;
  readonly sql: string | null;
}

/**
 * The first table, index, trigger or view that is not what the migrations make; undefined when all
 * are. English, for the log and the auditor.
 */
export function findSchemaDifference(
  db: Database.Database,
  migrations: readonly Migration[],
): string | undefined {
  const expected = schemaOf(migrations);
  const found = readSchema(db);
  for (const [name, sql] of found) {
    if (!expected.has(name)) return `${name} does not belong into the book`;
    if (expected.get(name) !== sql) return `${name} is not as the program made it`;
  }
  for (const name of expected.keys()) if (!found.has(name)) return `${name} is gone`;
  return undefined;
}

function schemaOf(migrations: readonly Migration[]): ReadonlyMap<string, string | null> {
  const db = new Database(':memory:');
  try {
    applyMigrations(db, migrations);
    return readSchema(db);
  } finally {
    db.close();
  }
}

function readSchema(db: Database.Database): ReadonlyMap<string, string | null> {
  const query = db.prepare<[], SchemaEntry>(
    `SELECT type || ' ' || name || ' of ' || tbl_name AS name, sql FROM sqlite_schema
     WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 1`,
  );
  return new Map(query.all().map(({ name, sql }) => [name, sql]));
}
