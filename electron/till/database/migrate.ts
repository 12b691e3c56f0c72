import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { assert } from '../../../domain/assert.ts';
import { LapakError } from '../../../domain/errors.ts';
import * as firstBook from './migrations/0001-first-book.ts';

/** Numbered, forward only, frozen once released. */
const released: Record<string, Migration> = {
  '0001-first-book': firstBook,
};

/**
 * Brings the book to this program's form. Before any change of a book that has one, a copy made by
 * SQLite's backup goes to `before-<newest migration>.db` in the data folder.
 * @throws LapakError DATABASE_NEWER when a newer program has changed the book
 */
export async function migrate(
  db: Database,
  dataDir: string,
  migrations: Record<string, Migration> = released,
): Promise<void> {
  const done = migrationsDone(db);
  const names = Object.keys(migrations);
  if (done.some((name) => !names.includes(name))) {
    throw new LapakError('DATABASE_NEWER', { found: done.length, known: names.length });
  }
  if (done.length === names.length) return;
  if (done.length > 0) await copyBefore(db, dataDir, names.at(-1) ?? '');
  const kysely = new Kysely<unknown>({ dialect: new SqliteDialect({ database: db }) });
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  const { error } = await new Migrator({ db: kysely, provider }).migrateToLatest();
  if (error instanceof Error) throw error;
  assert(error === undefined, `the migration failed: ${String(error)}`);
}

function migrationsDone(db: Database): string[] {
  const table = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'kysely_migration'")
    .get();
  if (!table) return [];
  return db.prepare('SELECT name FROM kysely_migration ORDER BY name').pluck().all().map(String);
}

async function copyBefore(db: Database, dataDir: string, newest: string): Promise<void> {
  const copy = join(dataDir, `before-${newest}.db`);
  if (existsSync(copy)) return; // an earlier try that did not finish: the oldest copy counts
  await db.backup(`${copy}.part`);
  renameSync(`${copy}.part`, copy);
}
