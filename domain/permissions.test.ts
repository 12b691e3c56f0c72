import { expect, test } from 'vitest';
import { may } from './permissions.ts';

test("a call without a permission is nobody's", () => {
  expect(may('owner', undefined)).toBe(false);
});

test('the owner may ring up a sale', () => {
  expect(may('owner', 'sale.ring-up')).toBe(true);
});
