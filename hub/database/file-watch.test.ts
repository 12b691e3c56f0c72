import { copyFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { assert, expect, test } from 'vitest';
import { onSqlite } from '../../test/support/hub-databases.ts';
import type { HubDatabase } from './open-database.ts';
import { nothingToWatch } from './file-watch.ts';
import { transact } from './transact.ts';

const addRegion = (database: HubDatabase, code: string) =>
  transact(database, 'every-stall', (trx) =>
    trx.insertInto('region').values({ code, name: code }).execute(),
  );

/** Another file with the same bytes, in its place. */
function replace(file: string): void {
  copyFileSync(file, `${file}.copy`);
  renameSync(`${file}.copy`, file);
}

const disturbances = [
  ['hub.db that was deleted', 'hub.db', rmSync],
  ['hub.db that gave way to another', 'hub.db', replace],
  ['a log that was deleted', 'hub.db-wal', rmSync],
  ['a log that gave way to another', 'hub.db-wal', replace],
  ['hub.db that was cut off', 'hub.db', truncateSync],
  ['a log that was cut off', 'hub.db-wal', truncateSync],
] as const;

for (const [name, changed, disturb] of disturbances) {
  onSqlite(`nothing is taken into ${name}, from then on`, async ({ open, place }) => {
    assert('dataDir' in place);
    const database = await open();
    await addRegion(database, 'a');
    const file = join(place.dataDir, changed);
    disturb(file);

    const failure = { code: 'HUB_FILE_LOST', data: { file } };
    for (const code of ['b', 'c']) {
      await expect(addRegion(database, code)).rejects.toMatchObject(failure);
    }
    expect(database.watch.lost.reason).toMatchObject(failure);
  });
}

onSqlite('what was written while its file went is not said to be written', async (fresh) => {
  const { place } = fresh;
  assert('dataDir' in place);
  const database = await fresh.open();
  const writing = transact(database, 'every-stall', async (trx) => {
    await trx.insertInto('region').values({ code: 'a', name: 'a' }).execute();
    rmSync(join(place.dataDir, 'hub.db'));
  });

  await expect(writing).rejects.toMatchObject({ code: 'HUB_FILE_LOST' });
});

onSqlite('a log that was folded, and a second process, are no loss', async ({ open }) => {
  const database = await open();
  const other = await open();
  for (const code of ['a', 'b', 'c']) {
    await addRegion(database, code);
    await addRegion(other, `${code}2`);
  }
  await other.close();
  await addRegion(database, 'd');

  expect(database.watch.lost.aborted).toBe(false);
});

test('a database that is in no file of ours is never lost', () => {
  nothingToWatch.look();

  expect(nothingToWatch.lost.aborted).toBe(false);
});
