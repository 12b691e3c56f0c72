import { expect, test } from 'vitest';
import { openSessions, randomKey } from './session.ts';

test('a token opens one session', () => {
  const sessions = openSessions();
  const token = sessions.newToken();

  const session = sessions.redeem(token);

  expect(session).not.toBe(token);
  expect(sessions.has(session ?? '')).toBe(true);
  expect(sessions.redeem(token)).toBeNull();
});

test('a made-up token or session is unknown', () => {
  const sessions = openSessions();
  const token = sessions.newToken();

  expect(sessions.redeem(randomKey())).toBeNull();
  expect(sessions.redeem('')).toBeNull();
  expect(sessions.has(token)).toBe(false);
});

test('of more unused links than eight the oldest stops working', () => {
  const sessions = openSessions();
  const [oldest = '', ...others] = Array.from({ length: 9 }, () => sessions.newToken());

  expect(sessions.redeem(oldest)).toBeNull();
  expect(others.map((token) => sessions.redeem(token))).not.toContain(null);
});

test('a key has 256 bits', () => {
  expect(Buffer.from(randomKey(), 'base64url')).toHaveLength(32);
});
