import { expect, test } from 'vitest';
import { makeSalt } from './salt.ts';

test('no two of many salts are the same, and each is 16 bytes in hex', () => {
  const salts = Array.from({ length: 2_000 }, makeSalt);

  expect(new Set(salts).size).toBe(2_000);
  expect(salts.filter((salt) => !/^[0-9a-f]{32}$/.test(salt))).toEqual([]);
});
