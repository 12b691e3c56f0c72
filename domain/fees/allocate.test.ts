import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocateOldest } from './allocate.ts';

const october = {
  id: 'oct-electricity',
  due: '2026-10-10',
  period: '2026-10',
  kind: 'electricity',
  open: 700_000,
};
const november = {
  id: 'nov-electricity',
  due: '2026-11-10',
  period: '2026-11',
  kind: 'electricity',
  open: 700_000,
};

test('what is due first is paid first, however the charges come', () => {
  expect(allocateOldest([november, october], [{ id: 'paid', unused: 1_000_000 }])).toEqual([
    { credit: 'paid', charge: 'oct-electricity', amount: 700_000 },
    { credit: 'paid', charge: 'nov-electricity', amount: 300_000 },
  ]);
});

test('on one day the principal goes before the penalty', () => {
  const penalty = { ...october, id: 'penalty', kind: 'penalty', open: 10_000 };

  expect(allocateOldest([penalty, october], [{ id: 'paid', unused: 700_001 }])).toEqual([
    { credit: 'paid', charge: 'oct-electricity', amount: 700_000 },
    { credit: 'paid', charge: 'penalty', amount: 1 },
  ]);
});

test('nothing is left over while something is open, and nothing is given twice', () => {
  const charges = fc.array(fc.record({ open: fc.nat(9), due: fc.constantFrom('a', 'b', 'c') }));
  fc.assert(
    fc.property(charges, fc.array(fc.nat(20)), (opens, unuseds) => {
      const owed = opens.map(({ open, due }, at) => {
        return { id: `charge-${at}`, due, period: due, kind: 'other', open };
      });
      const credits = unuseds.map((unused, at) => ({ id: `credit-${at}`, unused }));
      const made = allocateOldest(owed, credits);
      const sumOf = (by: 'charge' | 'credit', id: string) =>
        made.filter((one) => one[by] === id).reduce((sum, { amount }) => sum + amount, 0);

      for (const { id, open } of owed) expect(sumOf('charge', id)).toBeLessThanOrEqual(open);
      for (const { id, unused } of credits) {
        expect(sumOf('credit', id)).toBeLessThanOrEqual(unused);
      }
      const given = made.reduce((sum, { amount }) => sum + amount, 0);
      const [owing, having] = [opens.map(({ open }) => open), unuseds].map((amounts) =>
        amounts.reduce((sum, amount) => sum + amount, 0),
      );
      expect(given).toBe(Math.min(owing ?? 0, having ?? 0));
    }),
  );
});
