import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { eachDatabase, onPostgres, onSqlite } from '../../test/support/hub-databases.ts';
import { hubRows } from '../../test/support/hub-rows.ts';
import { HUB_FILE, type HubDatabase, openHubDatabase } from './open-database.ts';
import { forUpdateOn, readAs, runUnread, transact, type Tx, writeOne } from './transact.ts';

eachDatabase('a transaction that fails has written nothing', async ({ open }) => {
  const database = await open();
  const failing = transact(database, 'no-stall', async (trx) => {
    await addRegion(trx, 'jabar');
    throw new RangeError('no');
  });

  await expect(failing).rejects.toThrow(RangeError);

  expect(await regionsOf(database)).toEqual([]);
});

onPostgres('what is wrong with how a transaction opens its first statement says', async (given) => {
  const { db } = await given.open();
  const opening = db.transaction().execute(async (trx) => {
    await sql`SET LOCAL role = 'nobody-of-this-name'`.execute(trx);
    await trx.selectFrom('region').select('code').execute();
  });

  await expect(opening).rejects.toThrow(/nobody-of-this-name/);
  expect(await db.selectFrom('region').select('code').execute()).toEqual([]);
});

eachDatabase('what is written unread the next statement sees', async ({ open }) => {
  const database = await open();

  const seen = await transact(database, 'no-stall', async (trx) => {
    await runUnread(trx, regionRow(trx, 'jabar'));
    return trx.selectFrom('region').select('code').execute();
  });

  expect(seen).toEqual([{ code: 'jabar' }]);
  expect(await regionsOf(database)).toEqual(['jabar']);
});

eachDatabase('what is wrong with what is unread its transaction says', async ({ open }) => {
  const database = await open();
  const twice = transact(database, 'no-stall', async (trx) => {
    for (const code of ['jabar', 'jabar']) await runUnread(trx, regionRow(trx, code));
  });

  await expect(twice).rejects.toThrow(/unique/i);

  expect(await regionsOf(database)).toEqual([]);
  await transact(database, 'no-stall', (trx) => addRegion(trx, 'dki'));
  expect(await regionsOf(database)).toEqual(['dki']);
});

onPostgres('what is unread of an act that gave up is not run', async (given) => {
  const database = await given.open({ poolSize: 1 });
  await addRegion(database.db, 'jabar');
  const session = await sessionOf(database.db);
  const giveUp = (isBegun: boolean) =>
    transact(database, 'no-stall', async (trx) => {
      if (isBegun) await regionsOf({ db: trx });
      await runUnread(trx, regionRow(trx, 'jabar'));
      throw new RangeError('no');
    });

  for (const isBegun of [true, false]) await expect(giveUp(isBegun)).rejects.toThrow(RangeError);

  expect(await sessionOf(database.db)).toBe(session);
  expect(await regionsOf(database)).toEqual(['jabar']);
});

onPostgres('what goes wrong behind a reading is told to whom it happens', async (given) => {
  const database = await given.open({ poolSize: 1 });
  await addRegion(database.db, 'jabar');
  const reading = readAs(database.db, 'every-stall', (db) => regionsOf({ db }));
  const writing = transact(database, 'no-stall', async (trx) => {
    await runUnread(trx, regionRow(trx, 'jabar'));
    await nextTurn();
    await nextTurn();
  });

  await expect(writing).rejects.toThrow(/unique/i);
  expect(await reading).toEqual(['jabar']);
});

onPostgres('a reading has ended also where nobody comes after it', async (given) => {
  const database = await given.open();
  const stateOf = sql<{ state: string }>`SELECT state FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'lapak-hub'
      AND pid <> pg_backend_pid()`;
  const second = await given.open();

  await readAs(database.db, 'every-stall', (db) => db.selectFrom('stall').select('code').execute());

  await expect
    .poll(async () => (await stateOf.execute(second.db)).rows)
    .toEqual([{ state: 'idle' }]);
});

onPostgres('who has the connection of a reading next is no reader', async (given) => {
  const database = await given.open({ poolSize: 1 });
  const read = () => readAs(database.db, 'every-stall', (db) => regionsOf({ db }));

  const acts = ['a', 'b', 'c'].flatMap((code) => [
    read(),
    transact(database, 'no-stall', (trx) => addRegion(trx, code)),
    writeOne(database, (db) => addRegion(db, `${code}2`)),
  ]);
  await Promise.all(acts);

  expect((await read()).toSorted()).toEqual(['a', 'a2', 'b', 'b2', 'c', 'c2']);
});

eachDatabase('what is counted up by many at once is counted whole', async ({ open }) => {
  const database = await open();
  await database.db
    .insertInto('hub')
    .values({ ...hubRows.hub, created_at_ms: 0 })
    .execute();

  await Promise.all(
    Array.from({ length: 20 }, () =>
      transact(database, 'no-stall', async (trx) => {
        const query = trx.selectFrom('hub').select('created_at_ms').$call(forUpdateOn(trx));
        const { created_at_ms } = await query.executeTakeFirstOrThrow();
        await trx
          .updateTable('hub')
          .set({ created_at_ms: created_at_ms + 1 })
          .execute();
      }),
    ),
  );

  const row = await database.db.selectFrom('hub').select('created_at_ms').executeTakeFirst();
  expect(row).toEqual({ created_at_ms: 20 });
});

eachDatabase('rows are locked where others could change them', async ({ open, kind }) => {
  const database = await open();
  const query = database.db.selectFrom('region').select('code');

  for (const lock of [forUpdateOn(database), forUpdateOn(database.db)]) {
    expect(query.$call(lock).compile().sql.includes('for update')).toBe(kind === 'postgres');
  }
});

onSqlite('a transaction has the database to write from its beginning', async ({ open, place }) => {
  const database = await open();
  const second = new Database(join('dataDir' in place ? place.dataDir : '', HUB_FILE), {
    timeout: 0,
  });

  await transact(database, 'no-stall', async () => {
    expect(() => second.exec('BEGIN IMMEDIATE')).toThrow(
      expect.objectContaining({ code: 'SQLITE_BUSY' }),
    );
  });
  second.exec('BEGIN IMMEDIATE');
  await expect(transact(database, 'no-stall', async () => {})).rejects.toMatchObject({
    code: 'HUB_BUSY',
  });

  second.close();
});

onSqlite('a full disk is told, and leaves a database that works', async ({ open }) => {
  const database = await open();
  await sql`PRAGMA max_page_count = 1`.execute(database.db); // as many as it has by now
  const storing = transact(database, 'no-stall', async (trx) => {
    for (let at = 0; at < 1_000; at += 1) await addRegion(trx, `${at}`);
  });

  await expect(storing).rejects.toMatchObject({
    code: 'HUB_FULL',
    cause: expect.objectContaining({ code: 'SQLITE_FULL' }),
  });

  await sql`PRAGMA max_page_count = 100000`.execute(database.db);
  await transact(database, 'no-stall', (trx) => addRegion(trx, 'jabar'));
  expect(await regionsOf(database)).toEqual(['jabar']);
});

onPostgres('two that deadlock are both done', async ({ open }) => {
  const database = await open();
  for (const code of ['a', 'b']) await addRegion(database.db, code);
  const met = meetingOf(2);
  let tries = 0;
  const renameBoth = (codes: readonly string[]) =>
    transact(database, 'no-stall', async (trx) => {
      tries += 1;
      await sql`SET LOCAL deadlock_timeout = '10ms'`.execute(trx);
      for (const code of codes) {
        const renamed = trx.updateTable('region').set({ name: codes.join('') });
        await renamed.where('code', '=', code).execute();
        await met();
      }
    });

  await Promise.all([renameBoth(['a', 'b']), renameBoth(['b', 'a'])]);

  expect(tries).toBe(3);
});

onPostgres('a transaction that others always stop is given up', async ({ open }) => {
  const database = await open();
  let tries = 0;
  const stopped = transact(database, 'no-stall', async (trx) => {
    tries += 1;
    await raise(trx, '40001');
  });

  await expect(stopped).rejects.toMatchObject({ code: 'HUB_BUSY' });

  expect(tries).toBe(5);
});

onPostgres('a full disk of the server is told', async ({ openAsItIs }) => {
  const storing = transact(openAsItIs(), 'no-stall', (trx) => raise(trx, '53100'));

  await expect(storing).rejects.toMatchObject({ code: 'HUB_FULL' });
});

onPostgres('a lock that is not to be had is told as busy', async ({ open }) => {
  const database = await open({ lockTimeoutMs: 20 });
  await addRegion(database.db, 'jabar');
  const lock = (trx: Tx) =>
    trx.selectFrom('region').select('code').$call(forUpdateOn(trx)).execute();

  await transact(database, 'no-stall', async (trx) => {
    await lock(trx);
    await expect(transact(database, 'no-stall', lock)).rejects.toMatchObject({ code: 'HUB_BUSY' });
  });
});

onPostgres('a statement that takes too long is told as busy', async ({ openAsItIs }) => {
  const database = openAsItIs({ statementTimeoutMs: 20 });
  const sleeping = transact(database, 'no-stall', (trx) => sql`SELECT pg_sleep(60)`.execute(trx));

  await expect(sleeping).rejects.toMatchObject({ code: 'HUB_BUSY' });
});

onPostgres('a pool that is used up is told as busy', async ({ openAsItIs }) => {
  const database = openAsItIs({ poolSize: 1, connectTimeoutMs: 100 });
  const connect = () => transact(database, 'no-stall', async () => true).catch(() => false);
  await expect.poll(connect, { timeout: 20_000 }).toBe(true); // a busy computer may take longer

  await transact(database, 'no-stall', async () => {
    await expect(transact(database, 'no-stall', async () => {})).rejects.toMatchObject({
      code: 'HUB_BUSY',
    });
  });
});

onPostgres('a server that is not there is told as busy', async ({ place }) => {
  const url = 'url' in place ? place.url.replace(/:\d+\//, ':1/') : '';
  const database = openHubDatabase({ url });

  await expect(transact(database, 'no-stall', async () => {})).rejects.toMatchObject({
    code: 'HUB_BUSY',
  });
  await database.close();
});

onPostgres('a server that shuts down is told as busy, and is found again', async ({ open }) => {
  const lost: unknown[] = [];
  const database = await open({ onLost: (error) => lost.push(error) });
  const other = await open();
  const storing = transact(database, 'no-stall', async (trx) => {
    await addRegion(trx, 'jabar');
    await endSession(other, await sessionOf(trx));
    await addRegion(trx, 'jatim');
  });

  await expect(storing).rejects.toMatchObject({ code: 'HUB_BUSY' });

  await endSession(other, await sessionOf(database.db)); // one that lies idle
  await expect.poll(() => lost.length, { timeout: 10_000 }).toBe(1);
  await transact(database, 'no-stall', (trx) => addRegion(trx, 'jabar'));
  expect(await regionsOf(database)).toEqual(['jabar']);
});

async function addRegion(trx: HubDatabase['db'], code: string): Promise<void> {
  await regionRow(trx, code).execute();
}

function regionRow(db: HubDatabase['db'], code: string) {
  return db.insertInto('region').values({ code, name: code.repeat(100) });
}

async function regionsOf({ db }: Pick<HubDatabase, 'db'>): Promise<string[]> {
  const rows = await db.selectFrom('region').select('code').orderBy('code').execute();
  return rows.map(({ code }) => code);
}

async function raise(trx: Tx, sqlState: string): Promise<void> {
  const statement = `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${sqlState}'; END $$`;
  await sql.raw(statement).execute(trx);
}

async function sessionOf(db: HubDatabase['db']): Promise<number> {
  const query = sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`;
  return (await query.execute(db)).rows[0]?.pid ?? 0;
}

async function endSession({ db }: HubDatabase, pid: number): Promise<void> {
  await sql`SELECT pg_terminate_backend(${pid}, 10000)`.execute(db);
}

/** Resolves for everybody when so many have come, and for those who come later at once. */
function meetingOf(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come === count) resolve();
    return promise;
  };
}
