import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equalParts, isKept, isResting, partsFault, sumOf } from './instalments.ts';

const parts = [
  { due: '2026-12-10', amount: 500_000 },
  { due: '2027-01-25', amount: 1_100_000 },
];

test('parts of different sums, on dates of their own, are as much as was agreed', () => {
  expect(partsFault(parts, 1_600_000)).toBeNull();
  expect(partsFault(parts, 1_600_001)).toBe('sum');
  expect(partsFault(parts.toReversed(), 1_600_000)).toBe('order');
  expect(partsFault([...parts, { due: '2027-02-10', amount: 0 }], 1_600_000)).toBe('empty');
  expect(partsFault([{ due: '', amount: 1_600_000 }], 1_600_000)).toBe('empty');
});

test('equal parts are always as much as their sum, and in order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 12, max: 1e9 }),
      fc.integer({ min: 1, max: 12 }),
      (sum, count) => {
        const made = equalParts(sum, count, '2026-12-28');
        expect(sumOf(made)).toBe(sum);
        expect(partsFault(made, sum)).toBeNull();
      },
    ),
  );
});

test('a part is late the day after it was due', () => {
  expect(isKept(parts, 0, '2026-12-10')).toBe(true);
  expect(isKept(parts, 499_999, '2026-12-11')).toBe(false);
  expect(isKept(parts, 500_000, '2026-12-11')).toBe(true);
});

test('penalties and letters rest only while something of it is to come and it is kept', () => {
  expect(isResting(parts, 0, '2026-12-10')).toBe(true);
  expect(isResting(parts, 499_999, '2026-12-11')).toBe(false);
  expect(isResting(parts, 500_000, '2027-01-25')).toBe(true);
  expect(isResting(parts, 1_600_000, '2026-12-01')).toBe(false);
  expect(isResting(parts, 500_000, '2027-01-26')).toBe(false);
});
