import { expect, test } from 'vitest';
import { isSettled } from './surface.ts';

test('what is done within 600 ms of the first sight of a surface is not meant for it', () => {
  expect(isSettled(10_000, 10_599)).toBe(false);
  expect(isSettled(10_000, 10_600)).toBe(true);
});

test('what was done before a surface was seen is not meant for it', () => {
  expect(isSettled(10_000, 9_800)).toBe(false);
  expect(isSettled(null, 10_000)).toBe(false);
});
