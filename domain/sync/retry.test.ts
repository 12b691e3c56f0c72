import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryDelayMs } from './retry.ts';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('whatever went wrong how often, the next try is two seconds to five minutes away', () => {
  fc.assert(
    fc.property(fc.nat(), chance, (failures, random) => {
      const delayMs = retryDelayMs({ failures, random });
      expect(delayMs).toBeGreaterThanOrEqual(2_000);
      expect(delayMs).toBeLessThanOrEqual(300_000);
    }),
  );
});

test('the bound doubles with each failure, and chance spreads tries below all of it', () => {
  const most = [1, 2, 3, 7, 8, 1_000].map((failures) => retryDelayMs({ failures, random: 1 }));

  expect(most).toEqual([4_000, 8_000, 16_000, 256_000, 300_000, 300_000]);
  expect(retryDelayMs({ failures: 1_000, random: 0 })).toBe(2_000);
  expect(retryDelayMs({ failures: 1_000, random: 0.5 })).toBe(151_000);
});
