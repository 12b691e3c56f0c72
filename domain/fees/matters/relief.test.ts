import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../time.ts';
import { daysIn } from '../period.ts';
import { closedDays, creditOf, periodsOf, reliefOf } from './relief.ts';

test('three days of a month of thirty are a tenth of its charge', () => {
  const days = closedDays({ from: '2026-11-03', to: '2026-11-05' }, '2026-11', []);

  expect(days).toBe(3);
  expect(reliefOf({ amount: 700_000, period: '2026-11', credited: 0 }, days)).toBe(70_000);
});

test('days of two months belong each to its own', () => {
  const days = { from: '2026-11-29', to: '2026-12-02' };

  expect(periodsOf(days)).toEqual(['2026-11', '2026-12']);
  expect(periodsOf(days).map((period) => closedDays(days, period, []))).toEqual([2, 2]);
});

test('a day that was granted is not granted again', () => {
  const mall = { from: '2026-11-01', to: '2026-11-04' };

  expect(closedDays({ from: '2026-11-03', to: '2026-11-06' }, '2026-11', [mall])).toBe(2);
});

test('all credits together never take more than the charge', () => {
  const parts = fc.array(fc.integer({ min: 0, max: 31 }), { maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), parts, (amount, days) => {
      const credited = days.reduce(
        (sum, part) => sum + creditOf({ amount, credited: sum }, part, 31),
        0,
      );
      expect(credited).toBeLessThanOrEqual(amount);
      expect(credited).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('each day of a closure is in one month, and in no other', () => {
  const dates = fc.record({
    from: fc.integer({ min: 0, max: 900 }).map((at) => addDays('2026-01-01', at)),
    length: fc.integer({ min: 1, max: 366 }),
  });
  fc.assert(
    fc.property(dates, ({ from, length }) => {
      const days = { from, to: addDays(from, length - 1) };
      const counts = periodsOf(days).map((period) => {
        const count = closedDays(days, period, []);
        expect(count).toBeLessThanOrEqual(daysIn(period));
        return count;
      });
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(length);
    }),
  );
});
