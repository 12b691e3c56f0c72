import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumWithCode } from './sum-with-code.ts';

test.each([
  ['a round sum', 1_000_000, 17, 1_000_017],
  ['the sum of the month after, when 17 are paid ahead', 999_983, 17, 1_000_017],
  ['what is left of a part', 499_983, 17, 500_017],
  ['a sum that ends with them already', 1_000_017, 17, 1_000_017],
  ['without digits', 1_000_000, 0, 1_000_000],
  ['nothing', 0, 17, 0],
])('%s is asked for with the digits at its end', (_, owed, digits, asked) => {
  expect(sumWithCode(owed, digits)).toBe(asked);
});

test('it covers what is owed, ends with the digits, and is less than a thousand more', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e12 }),
      fc.integer({ min: 1, max: 999 }),
      (owed, digits) => {
        const sum = sumWithCode(owed, digits);
        expect(sum % 1000).toBe(digits);
        expect(sum).toBeGreaterThanOrEqual(owed);
        expect(sum - owed).toBeLessThan(1000);
      },
    ),
  );
});
