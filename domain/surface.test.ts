import { expect, test } from 'vitest';
import { isSettled, REST_MS } from './surface.ts';

test('what is done within 600 ms of the first sight of a surface is not meant for it', () => {
  expect(isSettled(10_000, 10_599)).toBe(false);
  expect(isSettled(10_000, 10_600)).toBe(true);
});

test('what is shown only once is meant after the hand has rested for a second and a half', () => {
  expect(isSettled(10_000, 11_499, REST_MS)).toBe(false);
  expect(isSettled(10_000, 11_500, REST_MS)).toBe(true);
});

test('what was done before a surface was seen is not meant for it', () => {
  expect(isSettled(10_000, 9_800)).toBe(false);
  expect(isSettled(null, 10_000)).toBe(false);
});
