import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openTestTill, type TestTill } from '../../../test/support/test-till.ts';
import { closeTill } from '../open-till.ts';
import { pemOf } from '../../../node/crypto/private-key.ts';

let book: TestTill;
afterEach(() => book.close());

const keyFile = () => join(book.dataDir, 'device-key.pem');

test('the key is made once, for nobody else to read, and kept for every start', async () => {
  book = await openTestTill();
  const { device } = book.till.device;
  const key = readFileSync(keyFile(), 'utf8');
  const till = await book.reopen();

  expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
  expect(till.device.device).toBe(device);
  expect(readFileSync(keyFile(), 'utf8')).toBe(key);
});

test.each([
  ['that cannot be read', 'not a key'],
  ['of another till', pemOf(generateKeyPairSync('ed25519').privateKey)],
  ['of another kind', pemOf(generateKeyPairSync('ed448').privateKey)],
])('a key %s is told and left as it is, and so is the book', async (_, other) => {
  book = await openTestTill();
  await closeTill(book.till);
  const own = readFileSync(keyFile());
  writeFileSync(keyFile(), other);

  await expect(book.reopen()).rejects.toMatchObject({
    code: 'DEVICE_KEY_MISSING',
    data: { dataDir: book.dataDir },
  });
  expect(readFileSync(keyFile(), 'utf8')).toBe(other);
  writeFileSync(keyFile(), own);
  expect((await book.reopen()).device.device).toBe(book.till.device.device);
});
