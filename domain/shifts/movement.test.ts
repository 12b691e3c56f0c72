import { expect, test } from 'vitest';
import { MovedRupiah } from './movement.ts';

test.each([
  [-1, false],
  [0, false],
  [0.5, false],
  [1, true],
  [1_000_000_000, true],
  [1_000_000_001, false], // no drawer holds more
])('Rp%d is an amount that is moved at once: %s', (amount, isMoved) => {
  expect(MovedRupiah.safeParse(amount).success).toBe(isMoved);
});
