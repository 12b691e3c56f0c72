import { sql } from 'kysely';
import { expect } from 'vitest';
import { eachDatabase, onPostgres, onSqlite } from '../../test/support/hub-databases.ts';
import { hubRows } from '../../test/support/hub-rows.ts';
import type { HubDatabase } from './open-database.ts';
import { keepPartitions } from './partitions.ts';
import { transact } from './transact.ts';

const NOVEMBER_29 = Date.UTC(2026, 10, 29, 12);
const around = { before: 1, after: 2 };
const months = ['record_2026_10', 'record_2026_11', 'record_2026_12', 'record_2027_01'];

onSqlite('there is nothing to divide', async ({ open }) => {
  expect(await keepPartitions(await open(), NOVEMBER_29)).toEqual([]);
});

onPostgres('each month around now gets its partition, once', async ({ open }) => {
  const database = await open();

  expect(await keepPartitions(database, NOVEMBER_29, around)).toEqual(months);
  expect(await keepPartitions(database, NOVEMBER_29, around)).toEqual([]);
  expect(await keepPartitions(database, Date.UTC(2027, 0, 1), around)).toEqual([
    'record_2027_02',
    'record_2027_03',
  ]);
});

onPostgres('half a year back and three months ahead are kept', async ({ open }) => {
  const made = await keepPartitions(await open(), NOVEMBER_29);

  expect([made.length, made[0], made.at(-1)]).toEqual([10, 'record_2026_05', 'record_2027_02']);
});

onPostgres('many processes at once make each of them once', async ({ open }) => {
  const databases = await Promise.all([open(), open(), open(), open()]);

  const made = await Promise.all(
    databases.map((database) => keepPartitions(database, NOVEMBER_29, around)),
  );

  expect(made.flat().sort()).toEqual(months);
});

eachDatabase('a record of any date is kept, and once only', async ({ open }) => {
  const database = await open();
  await keepPartitions(database, NOVEMBER_29, around);
  const dates = ['', '1970-01-01', '2026-11-01', '2026-11-30', '2026-12-01', '9999-12-30'];
  const records = dates.map((business_date, at) => aRecord({ seq: at + 1, business_date }));
  await database.db.insertInto('record').values(records).execute();

  const again = await database.db
    .insertInto('record')
    .values(records)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();

  expect(again.numInsertedOrUpdatedRows).toBe(0n);
  const kept = await database.db.selectFrom('record').selectAll().orderBy('seq').execute();
  expect(kept).toEqual(records);
});

onPostgres('each record stands in the partition of its month', async ({ open }) => {
  const database = await open();
  await keepPartitions(database, NOVEMBER_29, around);

  expect(await standsIn(database, '2026-11-01')).toBe('record_2026_11');
  expect(await standsIn(database, '2026-11-31')).toBe('record_2026_11');
  expect(await standsIn(database, '2026-12-01')).toBe('record_2026_12');
  expect(await standsIn(database, '')).toBe('record_other');
  expect(await standsIn(database, '2027-02-01')).toBe('record_other');
});

onPostgres('records that were there before their partition go into it', async ({ open }) => {
  const database = await open();
  const early = aRecord({ seq: 7, business_date: '2026-12-24' });
  const unreadable = aRecord({ seq: 8, business_date: '' });
  await database.db.insertInto('record').values([early, unreadable]).execute();

  await keepPartitions(database, NOVEMBER_29, around);

  expect(await placesOf(database)).toEqual([
    { seq: 7, place: 'record_2026_12' },
    { seq: 8, place: 'record_other' },
  ]);
  const rows = await database.db.selectFrom('record').selectAll().orderBy('seq').execute();
  expect(rows).toEqual([early, unreadable]);
});

onPostgres('a record that comes in that very moment finds its partition', async ({ open }) => {
  const database = await open();
  const other = await open();
  const held = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const holding = transact(database, 'no-stall', async (trx) => {
    await sql`LOCK TABLE record_other IN ACCESS SHARE MODE`.execute(trx);
    held.resolve();
    await release.promise;
  });
  await held.promise;
  const waiting = (count: number) =>
    expect
      .poll(() => waitersIn(database), { timeout: 10_000, interval: 10 })
      .toBeGreaterThanOrEqual(count);

  const making = keepPartitions(database, NOVEMBER_29, { before: 0, after: 0 });
  await waiting(1);
  let tries = 0;
  const storing = transact(other, 'no-stall', async (trx) => {
    tries += 1;
    await trx.insertInto('record').values(aRecord({})).execute();
  });
  await waiting(2);
  release.resolve();
  await Promise.all([holding, making, storing]);

  expect(await placesOf(database)).toEqual([{ seq: 1, place: 'record_2026_11' }]);
  expect(tries).toBe(2);
});

function aRecord(given: Partial<typeof hubRows.record>): typeof hubRows.record {
  return { ...hubRows.record, ...given };
}

async function waitersIn({ db }: HubDatabase): Promise<number> {
  const query = sql<{ count: number }>`SELECT count(*) FROM pg_locks
    WHERE NOT granted AND relation = 'record_other'::regclass`;
  return (await query.execute(db)).rows[0]?.count ?? 0;
}

async function standsIn(database: HubDatabase, business_date: string): Promise<string> {
  await database.db.insertInto('record').values(aRecord({ business_date })).execute();
  const [found] = await placesOf(database);
  await database.db.deleteFrom('record').execute();
  return found?.place ?? 'nowhere';
}

async function placesOf({ db }: HubDatabase): Promise<{ seq: number; place: string }[]> {
  const query = sql<{ seq: number; place: string }>`
    SELECT seq, tableoid::regclass::text AS place FROM record ORDER BY seq`;
  return (await query.execute(db)).rows;
}
