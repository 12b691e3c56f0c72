import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyMigrations, migrate, type Migration } from './migrate.ts';
import { migrations } from './migrations.ts';

let folder: string;
let db: Database.Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lapak-migrate-'));
  db = new Database(join(folder, 'book.db'));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const first: Migration = { name: '0001', statements: ['CREATE TABLE one (id INTEGER) STRICT'] };
const second: Migration = {
  name: '0002',
  statements: [
    'CREATE TABLE two (id INTEGER) STRICT',
    'INSERT INTO one VALUES (2)',
    'DROP TABLE one',
  ],
};

function schema(): unknown {
  const text = "SELECT type || ' ' || name AS entry, sql FROM sqlite_schema ORDER BY entry";
  const names = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migration'").get()
    ? db.prepare('SELECT name FROM migration ORDER BY name').pluck().all()
    : [];
  return { names, entries: db.prepare(text).all() };
}

test('a copy of the book is made before a migration changes it', async () => {
  applyMigrations(db, [first]);
  await migrate(db, folder, [first]);
  expect(existsSync(join(folder, 'before-0001.db'))).toBe(false);

  await migrate(db, folder, [first, second]);

  const copy = new Database(join(folder, 'before-0002.db'), { readonly: true });
  const tables = copy.prepare("SELECT name FROM sqlite_schema WHERE name IN ('one', 'two')");
  expect(tables.pluck().all()).toEqual(['one']);
  copy.close();
});

test.each(second.statements.map((_, at) => at))(
  'a migration broken off at its statement %i leaves the old book, and is done at the next try',
  async (at) => {
    applyMigrations(db, [first]);
    const before = schema();
    const broken = { ...second, statements: second.statements.with(at, 'no SQL at all') };

    await expect(migrate(db, folder, [first, broken])).rejects.toThrow(/syntax error/);
    expect(schema()).toEqual(before);
    await migrate(db, folder, [first, second]);

    expect(schema()).toMatchObject({ names: ['0001', '0002'] });
  },
);

test('whichever statement of the first book fails, nothing is left of it', () => {
  const [book] = migrations;
  if (!book) throw new Error('there is a first migration');
  for (const at of book.statements.keys()) {
    const broken = { ...book, statements: book.statements.with(at, 'no SQL at all') };
    expect(() => applyMigrations(db, [broken])).toThrow(/syntax error/);
    expect(schema()).toEqual({ names: [], entries: [] });
  }
});

test('a book whose list of migrations was emptied is told as damaged, and left', async () => {
  applyMigrations(db, [first]);
  db.exec('DELETE FROM migration');
  const before = schema();

  await expect(migrate(db, folder, [first, second])).rejects.toMatchObject({
    code: 'DATABASE_DAMAGED',
  });
  expect(schema()).toEqual(before);
});
