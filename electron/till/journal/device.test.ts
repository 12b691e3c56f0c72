import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { closeTill } from '../open-till.ts';
import { openTestTill, type TestTill } from '../../../test/support/test-till.ts';

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

test('a key that cannot be read is told and left as it is', async () => {
  book = await openTestTill();
  await closeTill(book.till);
  writeFileSync(keyFile(), 'not a key');

  await expect(book.reopen()).rejects.toMatchObject({ code: 'DEVICE_KEY_MISSING' });
  expect(readFileSync(keyFile(), 'utf8')).toBe('not a key');
});

test.each([
  ['of another till', generateKeyPairSync('ed25519').privateKey],
  ['of another kind', generateKeyPairSync('ed448').privateKey],
])('a key %s is told and left as it is, and so is the book', async (_, privateKey) => {
  book = await openTestTill();
  await closeTill(book.till);
  const own = readFileSync(keyFile());
  const other = privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(keyFile(), other);

  await expect(book.reopen()).rejects.toMatchObject({
    code: 'DEVICE_KEY_MISSING',
    data: { dataDir: book.dataDir },
  });
  expect(readFileSync(keyFile(), 'utf8')).toBe(other);
  writeFileSync(keyFile(), own);
  expect((await book.reopen()).device.device).toBe(book.till.device.device);
});

test('a key that was begun when the power went is made anew', async () => {
  book = await openTestTill();
  await closeTill(book.till);
  for (const file of readdirSync(book.dataDir)) rmSync(join(book.dataDir, file));
  writeFileSync(`${keyFile()}.begun`, '-----BEGIN PRIV');
  await book.reopen();

  expect(readFileSync(keyFile(), 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n[^]+-----\n$/);
  expect(existsSync(`${keyFile()}.begun`)).toBe(false);
});
