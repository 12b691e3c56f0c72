import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openSessions, randomKey } from './session.ts';

test('a token makes one key good', () => {
  const sessions = openSessions();
  const token = sessions.newToken();
  const [key, other] = [randomUUID(), randomUUID()];

  expect(sessions.has(key)).toBe(false);
  expect(sessions.redeem(token, key)).toBe(true);
  expect(sessions.redeem(token, other)).toBe(false);
  expect([sessions.has(key), sessions.has(other)]).toEqual([true, false]);
});

test('a made-up token makes no key good, and a token is no key', () => {
  const sessions = openSessions();
  const token = sessions.newToken();

  expect(sessions.redeem(randomKey(), randomUUID())).toBe(false);
  expect(sessions.redeem('', randomUUID())).toBe(false);
  expect(sessions.has(token)).toBe(false);
});

test('a key that could be guessed is refused, and does not use the token up', () => {
  const sessions = openSessions();
  const token = sessions.newToken();

  expect(
    ['', 'a', 'x'.repeat(35), 'x'.repeat(65)].map((key) => sessions.redeem(token, key)),
  ).toEqual([false, false, false, false]);
  expect(sessions.redeem(token, randomUUID())).toBe(true);
});

test('of more unused links than eight the oldest stops working', () => {
  const sessions = openSessions();
  const [oldest = '', ...others] = Array.from({ length: 9 }, () => sessions.newToken());

  expect(sessions.redeem(oldest, randomUUID())).toBe(false);
  expect(others.map((token) => sessions.redeem(token, randomUUID()))).not.toContain(false);
});

test('of more sessions than sixty-four the oldest ends', () => {
  const sessions = openSessions();
  const keys = Array.from({ length: 65 }, () => randomUUID());
  for (const key of keys) sessions.redeem(sessions.newToken(), key);

  expect(keys.map((key) => sessions.has(key)).indexOf(true)).toBe(1);
});

test('a token has 256 bits', () => {
  expect(Buffer.from(randomKey(), 'base64url')).toHaveLength(32);
});
