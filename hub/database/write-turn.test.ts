import { join } from 'node:path';
import Database from 'better-sqlite3';
import { assert, expect, test } from 'vitest';
import { onSqlite } from '../../test/support/hub-databases.ts';
import { openTestServer } from '../../test/support/hub-server.ts';
import type { HubDatabase } from './open-database.ts';
import { transact } from './transact.ts';
import { openWriteTurn } from './write-turn.ts';

const addRegion = (database: HubDatabase, code: string) =>
  transact(database, 'every-stall', (trx) =>
    trx.insertInto('region').values({ code, name: code }).execute(),
  );

onSqlite(
  'a write waits for another program, and requests are answered meanwhile',
  async (fresh) => {
    const { place } = fresh;
    assert('dataDir' in place);
    const database = await fresh.open();
    await using server = await openTestServer(database);
    const other = new Database(join(place.dataDir, 'hub.db'));
    other.exec('BEGIN IMMEDIATE');
    let isWritten = false;
    const writing = addRegion(database, 'a').then(() => (isWritten = true));
    let longestMs = 0;
    for (let turn = 0; turn < 50; turn += 1) {
      const beganMs = performance.now();
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
      longestMs = Math.max(longestMs, performance.now() - beganMs);
    }
    expect(isWritten).toBe(false);
    other.exec('ROLLBACK');
    other.close();
    await writing;

    expect(longestMs).toBeLessThan(1_000);
  },
);

const busy = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });

test('who waits behind one that waited in vain does not wait as long again', async () => {
  let nowMs = 0;
  let tries = 0;
  const turn = openWriteTurn(() => nowMs);
  const begin = () => {
    nowMs += 1_000;
    tries += 1;
    return Promise.reject(busy);
  };
  await expect(turn.take(begin)).rejects.toBe(busy);
  expect(tries).toBe(6);
  await expect(turn.take(begin)).rejects.toBe(busy);
  expect(tries).toBe(7);

  nowMs += 60_000; // long after that it is another wait
  await expect(turn.take(begin)).rejects.toBe(busy);
  expect(tries).toBe(13);
});

test('what is no lock of another program is told at once', async () => {
  const fault = new Error('no such table');
  await expect(openWriteTurn().take(() => Promise.reject(fault))).rejects.toBe(fault);
});
