import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { LapakError } from '../../../domain/errors.ts';
import { removeFile, renameFile, syncFolderOf } from '../../../node/private-file.ts';

/** One step of the book's form: its statements, in order. */
export interface Migration {
  /** `0001-first-book` */
  readonly name: string;
  readonly statements: readonly string[];
}

/**
 * Sees to it that the book's form is one that this program knows. Changes nothing.
 * @returns how many of the migrations the book has
 * @throws LapakError DATABASE_NEWER when a newer program has changed the book, DATABASE_DAMAGED
 *   when it has tables but does not know which migrations made them
 */
export function assertMigrated(
  db: Database,
  dataDir: string,
  migrations: readonly Migration[],
): number {
  const done = migrationsDone(db, dataDir);
  if (done.every((name, at) => migrations[at]?.name === name)) return done.length;
  throw new LapakError('DATABASE_NEWER', { found: done.length, known: migrations.length });
}

/**
 * For what repairs a book: it must have the form of this very program.
 * @throws LapakError as assertMigrated(); DATABASE_DAMAGED for a book that was never brought there
 */
export function assertUpToDate(
  db: Database,
  dataDir: string,
  migrations: readonly Migration[],
): void {
  if (assertMigrated(db, dataDir, migrations) === migrations.length) return;
  const detail = 'it has the form of an older program: open it once with this one';
  throw new LapakError('DATABASE_DAMAGED', { dataDir, detail });
}

/**
 * Brings the book to this program's form, each migration with its bookkeeping in one immediate
 * transaction: a crash at any statement leaves the old book or the new one. Before a change a copy
 * made by SQLite's backup goes to `before-<newest migration>.db`.
 * @throws LapakError as assertMigrated()
 */
export async function migrate(
  db: Database,
  dataDir: string,
  migrations: readonly Migration[],
): Promise<void> {
  const done = assertMigrated(db, dataDir, migrations);
  const pending = migrations.slice(done);
  if (pending.length === 0) return;
  await copyBefore(db, dataDir, migrations.at(-1)?.name ?? '');
  applyMigrations(db, pending);
}

/** Applies migrations to a book that has none of them. */
export function applyMigrations(db: Database, migrations: readonly Migration[]): void {
  for (const { name, statements } of migrations) {
    const apply = db.transaction(() => {
      db.exec('CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY) STRICT');
      for (const statement of statements) db.exec(statement);
      db.prepare('INSERT INTO migration (name) VALUES (?)').run(name);
    });
    apply.immediate();
  }
}

function migrationsDone(db: Database, dataDir: string): string[] {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  const done = tables.includes('migration')
    ? db.prepare('SELECT name FROM migration ORDER BY name').pluck().all().map(String)
    : [];
  if (done.length > 0) return done;
  const detail = 'it does not say which migrations made it';
  throw new LapakError('DATABASE_DAMAGED', { dataDir, detail });
}

/** Made anew at each try: what was sold since one that failed is in it. */
async function copyBefore(db: Database, dataDir: string, newest: string): Promise<void> {
  const copy = join(dataDir, `before-${newest}.db`);
  removeFile(`${copy}.part`);
  await db.backup(`${copy}.part`);
  renameFile(`${copy}.part`, copy);
  syncFolderOf(copy);
}
