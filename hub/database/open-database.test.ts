import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  eachDatabase,
  type FreshPlace,
  onPostgres,
  onSqlite,
} from '../../test/support/hub-databases.ts';
import { hubRows } from '../../test/support/hub-rows.ts';
import { HUB_FILE, openHubDatabase } from './open-database.ts';
import { transact } from './transact.ts';

eachDatabase('what was written is there after the database is opened again', async ({ open }) => {
  const before = await open();
  await before.db
    .insertInto('hub')
    .values({ ...hubRows.hub, name: 'Tanah Abang' })
    .execute();
  await before.close();

  const after = await open();

  expect(await after.db.selectFrom('hub').select('name').execute()).toEqual([
    { name: 'Tanah Abang' },
  ]);
});

eachDatabase('a closed database can be closed again', async ({ openAsItIs }) => {
  const database = openAsItIs();
  await database.close();

  await expect(database.close()).resolves.toBeUndefined();
});

eachDatabase('closing waits for a transaction that is open', async ({ open }) => {
  const database = await open();
  const begun = Promise.withResolvers<void>();
  const closing = Promise.withResolvers<void>();
  const storing = transact(database, 'no-stall', async (trx) => {
    begun.resolve();
    await closing.promise;
    await trx.insertInto('region').values(hubRows.region).execute();
  });
  await begun.promise;
  const closed = database.close();
  closing.resolve();
  await Promise.all([storing, closed]);

  const { db } = await open();
  expect(await db.selectFrom('region').select('code').execute()).toEqual([{ code: 'dki' }]);
});

eachDatabase('bytes are the same when they are read', async ({ open }) => {
  const { db } = await open();
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  await db
    .insertInto('hub')
    .values({ ...hubRows.hub, nonce_secret: bytes })
    .execute();

  const { nonce_secret } = await db.selectFrom('hub').selectAll().executeTakeFirstOrThrow();

  expect(nonce_secret).toEqual(Buffer.from(bytes));
});

eachDatabase('a whole number is a number, up to the largest exact one', async ({ open }) => {
  const { db } = await open();
  const created_at_ms = Number.MAX_SAFE_INTEGER;
  await db
    .insertInto('hub')
    .values({ ...hubRows.hub, created_at_ms })
    .execute();

  const row = await db
    .selectFrom('hub')
    .select((e) => ['created_at_ms', e.fn.sum<number>('created_at_ms').as('sum')])
    .select((e) => e.fn.countAll<number>().as('count'))
    .groupBy('created_at_ms')
    .executeTakeFirstOrThrow();

  expect(row).toEqual({ created_at_ms, sum: created_at_ms, count: 1 });
});

onPostgres('a number that would not be exact is refused', async ({ openAsItIs }) => {
  const { db } = openAsItIs();

  await expect(sql`SELECT 9007199254740993::int8`.execute(db)).rejects.toThrow(/9007199254740993/);
  await expect(sql`SELECT avg(n) FROM generate_series(1, 2) AS n`.execute(db)).rejects.toThrow(
    /not a whole number/,
  );
  expect((await sql`SELECT sum(n) AS n FROM generate_series(1, 2) AS n`.execute(db)).rows).toEqual([
    { n: 3 },
  ]);
});

eachDatabase('a table takes no value of another type', async ({ open }) => {
  const { db } = await open();
  const wrong = { ...hubRows.hub, created_at_ms: 'yesterday' as unknown as number };

  await expect(db.insertInto('hub').values(wrong).execute()).rejects.toThrow(/yesterday|INTEGER/);
});

eachDatabase('texts are ordered by their bytes, in no language', async ({ open }) => {
  const { db } = await open();
  const codes = ['a', 'B', '-', 'É', 'e', 'Z1', 'Z-2'];
  await db
    .insertInto('region')
    .values(codes.map((code) => ({ code, name: code })))
    .execute();

  const rows = await db.selectFrom('region').select('code').orderBy('code').execute();

  expect(rows.map(({ code }) => code)).toEqual(['-', 'B', 'Z-2', 'Z1', 'a', 'e', 'É']);
});

eachDatabase('a row that refers to nothing is refused', async ({ open }) => {
  const { db } = await open();
  const stall = { code: 'TC-A12', mall: 'none', number: 'A12', name: 'Kaos' };

  await expect(db.insertInto('stall').values(stall).execute()).rejects.toThrow(/foreign key/i);
});

onSqlite('the file is its owner’s alone, and folded by SQLite itself', async ({ place, open }) => {
  const { db } = await open();
  const file = join(dataDirOf(place), HUB_FILE);
  const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'wal_autocheckpoint'];

  const read = pragmas.map((name) => sql.raw<object>(`PRAGMA ${name}`).execute(db));
  const values = (await Promise.all(read)).map(({ rows: [row = {}] }) => Object.values(row)[0]);

  expect(values).toEqual(['wal', 2, 1, 1000]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

onSqlite('reports read the one database', async ({ openAsItIs }) => {
  const { db, reports } = openAsItIs();

  expect(reports).toBe(db);
});

test('a file that is no database is told as damaged', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-hub-'));
  writeFileSync(join(dataDir, HUB_FILE), 'no database at all'.repeat(100));

  expect(() => openHubDatabase({ dataDir })).toThrow(
    expect.objectContaining({ code: 'DATABASE_DAMAGED' }),
  );
  rmSync(dataDir, { recursive: true });
});

onPostgres('reports read the replica', async ({ place, open }) => {
  const { db } = await open();
  await db.insertInto('region').values({ code: 'jabar', name: 'Jawa Barat' }).execute();
  if (!('url' in place)) throw new Error('PostgreSQL has a URL');
  // What stands in for a replica shows whom it serves by the name in its URL.
  const replicaUrl = `${place.url}?application_name=replica`;
  const both = openHubDatabase({ url: place.url, replicaUrl });
  const nameOf = (name: typeof db) =>
    sql<{ name: string }>`SELECT current_setting('application_name') AS name`.execute(name);

  expect((await nameOf(both.db)).rows).toEqual([{ name: 'lapak-hub' }]);
  expect((await nameOf(both.reports)).rows).toEqual([{ name: 'replica' }]);
  await both.close();
});

function dataDirOf(place: FreshPlace['place']): string {
  if (!('dataDir' in place)) throw new Error('SQLite has a folder');
  return place.dataDir;
}
