import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { makePrivateKey, pemOf } from '../../node/crypto/private-key.ts';
import { eachDatabase, onPostgres } from '../../test/support/hub-databases.ts';
import { openIdentity } from './identity.ts';
import { HUB_KEY_FILE } from './key-file.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-identity-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const first = () => ({ dataDir: join(dir, 'one'), name: null, nowMs: 1 });

eachDatabase('a hub makes its key once, and is the same at each start', async ({ open }) => {
  const database = await open();
  const made = await openIdentity(database, first());
  const again = await openIdentity(database, { ...first(), nowMs: 2 });

  expect(made.name).toBe(`lapak-hub-${made.device.slice(0, 8)}`);
  expect(made.nonceSecret).toHaveLength(32);
  expect({ ...again, key: null }).toEqual({ ...made, key: null });
  expect(again.key.equals(made.key)).toBe(true);
  expect(statSync(join(dir, 'one', HUB_KEY_FILE)).mode & 0o777).toBe(0o600);
});

eachDatabase('a folder with another key, or with none, is no hub of this', async ({ open }) => {
  const database = await open();
  const { name: hub } = await openIdentity(database, first());
  const dataDir = join(dir, 'two');
  const file = join(dataDir, HUB_KEY_FILE);
  const failure = { code: 'HUB_KEY_OTHER', data: { file, hub } };

  await expect(openIdentity(database, { ...first(), dataDir })).rejects.toMatchObject(failure);
  for (const key of [pemOf(makePrivateKey()), 'no key']) {
    writeFileSync(file, key);
    await expect(openIdentity(database, { ...first(), dataDir })).rejects.toMatchObject(failure);
  }
});

eachDatabase('a key that everybody could read is its owner’s alone again', async ({ open }) => {
  const database = await open();
  await openIdentity(database, first());
  const file = join(dir, 'one', HUB_KEY_FILE);
  chmodSync(file, 0o644);
  await openIdentity(database, first());

  expect(statSync(file).mode & 0o777).toBe(0o600);
});

eachDatabase('its name is given at its first start, and stays', async ({ open }) => {
  const database = await open();
  const named = await openIdentity(database, { ...first(), name: 'hub.pasar.id/dki' });

  expect(named.name).toBe('hub.pasar.id/dki');
  expect((await openIdentity(database, first())).name).toBe('hub.pasar.id/dki');
  await expect(openIdentity(database, { ...first(), name: 'hub.lain.id' })).rejects.toMatchObject({
    code: 'COMMAND_INVALID',
    data: { detail: '--name hub.lain.id (hub.pasar.id/dki)' },
  });
});

onPostgres('processes that start at once are one hub', async ({ open }) => {
  const databases = [await open(), await open(), await open()];
  const made = await Promise.all(databases.map((database) => openIdentity(database, first())));

  expect(new Set(made.map(({ device }) => device)).size).toBe(1);
  expect(new Set(made.map(({ nonceSecret }) => nonceSecret.toString('hex'))).size).toBe(1);
});
