import { sql } from 'kysely';
import { expect } from 'vitest';
import { eachDatabase, type FreshPlace } from '../../test/support/hub-databases.ts';
import { type HubMigration, migrate } from './migrate.ts';
import { hubMigrations } from './migrations.ts';
import type { HubDatabase } from './open-database.ts';

const first: HubMigration = { name: '0001', statements: () => ['CREATE TABLE one (id INTEGER)'] };
const second: HubMigration = {
  name: '0002',
  statements: () => [
    'CREATE TABLE two (id INTEGER)',
    'INSERT INTO one VALUES (2)',
    'ALTER TABLE one RENAME TO three',
  ],
};
const broken: HubMigration = {
  name: '0002',
  statements: (kind) => [...second.statements(kind).slice(0, 2), 'no SQL at all'],
};

function onEmpty(name: string, body: (fresh: FreshPlace) => Promise<void>): void {
  eachDatabase(name, body, { isEmpty: true });
}

onEmpty('each migration is applied once, in its order', async ({ openAsItIs }) => {
  const database = openAsItIs();
  await migrate(database, [first]);
  await migrate(database, [first, second]);
  await migrate(database, [first, second]);

  expect(await namesIn(database)).toEqual(['0001', '0002']);
  expect(await tablesIn(database)).toEqual(['migration', 'three', 'two']);
});

onEmpty('a migration that breaks off leaves what was there', async ({ openAsItIs }) => {
  const database = openAsItIs();

  await expect(migrate(database, [first, broken])).rejects.toThrow(/syntax error/);

  expect(await namesIn(database)).toEqual(['0001']);
  expect(await tablesIn(database)).toEqual(['migration', 'one']);
  await migrate(database, [first, second]);
  expect(await namesIn(database)).toEqual(['0001', '0002']);
});

onEmpty('the database of a newer program is refused', async ({ openAsItIs }) => {
  const database = openAsItIs();
  await migrate(database, [first, second]);

  await expect(migrate(database, [first])).rejects.toMatchObject({
    code: 'DATABASE_NEWER',
    data: { found: 2, known: 1 },
  });
});

onEmpty('the database of another program is refused', async ({ openAsItIs }) => {
  const database = openAsItIs();
  await migrate(database, [{ ...first, name: '0001-other' }]);

  await expect(migrate(database, [first, second])).rejects.toMatchObject({
    code: 'DATABASE_NEWER',
  });
});

onEmpty('of many that start at once one migrates', async ({ openAsItIs, kind }) => {
  const one = openAsItIs();
  const others = [1, 2, 3].map(() => (kind === 'postgres' ? openAsItIs() : one));

  await Promise.all([one, ...others].map((database) => migrate(database, hubMigrations)));

  expect(await namesIn(one)).toEqual(hubMigrations.map(({ name }) => name));
});

async function namesIn({ db }: HubDatabase): Promise<string[]> {
  const rows = await db.selectFrom('migration').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}

async function tablesIn({ db, kind }: HubDatabase): Promise<string[]> {
  const from = {
    sqlite: 'SELECT name FROM sqlite_schema WHERE type = $$table$$',
    postgres: 'SELECT tablename AS name FROM pg_tables WHERE schemaname = $$public$$',
  };
  const query = sql.raw<{ name: string }>(from[kind].replaceAll('$$', "'"));
  return (await query.execute(db)).rows.map(({ name }) => name).sort();
}
