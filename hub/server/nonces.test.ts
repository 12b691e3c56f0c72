import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import { makePrivateKey } from '../../node/crypto/private-key.ts';
import { eachDatabase, onSqlite } from '../../test/support/hub-databases.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { NONCE_LIFE_MS, openNonces } from './nonces.ts';

const [DEVICE, OTHER] = ['a'.repeat(32), 'b'.repeat(32)];

function noncesOf(database: HubDatabase, secret = Buffer.alloc(32, 7)) {
  const clock = { nowMs: 1_700_000_000_000 };
  const identity = {
    name: 'hub.example',
    device: DEVICE,
    publicKey: Buffer.alloc(32),
    key: makePrivateKey(),
    nonceSecret: secret,
  };
  const now = () => clock.nowMs;
  return { clock, ...openNonces({ database, identity, clock: now, random: randomBytes }) };
}

eachDatabase('a nonce can be used once, also by two at once', async ({ open }) => {
  const nonces = noncesOf(await open());
  const nonce = nonces.make(DEVICE);
  const used = await Promise.all([nonces.use(nonce), nonces.use(nonce), nonces.use(nonce)]);

  expect(used.filter(Boolean)).toHaveLength(1);
  expect(await nonces.use(nonces.make(DEVICE))).toBe(true);
});

eachDatabase('what nobody can use any more is forgotten', async ({ open }) => {
  const database = await open();
  const nonces = noncesOf(database);
  await nonces.use(nonces.make(DEVICE));
  nonces.clock.nowMs += 3 * NONCE_LIFE_MS + 1;
  await nonces.use(nonces.make(DEVICE));

  expect(await database.db.selectFrom('used_nonce').select('nonce').execute()).toHaveLength(1);
});

onSqlite('a nonce is known as long as it is good, whichever clock is ahead', async ({ open }) => {
  const database = await open();
  const [ahead, nonces] = [noncesOf(database), noncesOf(database)];
  ahead.clock.nowMs += NONCE_LIFE_MS;
  const nonce = ahead.make(DEVICE);
  expect(await nonces.use(nonce)).toBe(true);
  const passed = 2 * NONCE_LIFE_MS;
  for (const { clock, make, use } of [nonces, ahead]) {
    clock.nowMs += passed;
    await use(make(DEVICE)); // and others are forgotten
  }

  expect(nonces.isOurs(nonce, DEVICE)).toBe(true);
  expect(await nonces.use(nonce)).toBe(false);
});

onSqlite('a nonce is good for whom it was given, for five minutes', async ({ open }) => {
  const nonces = noncesOf(await open());
  const nonce = nonces.make(DEVICE);

  expect(nonces.isOurs(nonce, DEVICE)).toBe(true);
  expect(nonces.isOurs(nonce, OTHER)).toBe(false);
  nonces.clock.nowMs += NONCE_LIFE_MS;
  expect(nonces.isOurs(nonce, DEVICE)).toBe(true);
  nonces.clock.nowMs += 1;
  expect(nonces.isOurs(nonce, DEVICE)).toBe(false);
});

onSqlite('another process of the hub takes it, another hub does not', async ({ open }) => {
  const database = await open();
  const nonce = noncesOf(database).make(DEVICE);

  expect(noncesOf(database).isOurs(nonce, DEVICE)).toBe(true);
  expect(noncesOf(database, Buffer.alloc(32, 8)).isOurs(nonce, DEVICE)).toBe(false);
});

onSqlite('no other text than the nonce itself is taken for one', async ({ open }) => {
  const nonces = noncesOf(await open());
  const nonce = nonces.make(DEVICE);
  fc.assert(
    fc.property(fc.nat(nonce.length - 1), fc.string({ unit: 'binary' }), (at, letters) => {
      const other = nonce.slice(0, at) + letters + nonce.slice(at + letters.length);
      expect(nonces.isOurs(other, DEVICE)).toBe(other === nonce);
      expect(nonces.isOurs(letters, DEVICE)).toBe(false);
    }),
  );
});
