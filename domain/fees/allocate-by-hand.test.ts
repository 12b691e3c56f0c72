import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocateAdvances } from './allocate-by-hand.ts';

const charge = (id: string, open: number) => {
  return { id, open, due: '2026-11-10', period: '2026-11', kind: 'cleaning' as const };
};

test('advances pay what a person says, the one that came first first', () => {
  const credits = [
    { id: 'first', unused: 100 },
    { id: 'second', unused: 500 },
  ];
  const charges = [charge('october', 300), charge('november', 400)];
  const byHand = [
    { charge: 'november', amount: 250 },
    { charge: 'october', amount: 300 },
  ];

  expect(allocateAdvances(credits, charges, byHand)).toEqual([
    { credit: 'first', charge: 'november', amount: 100 },
    { credit: 'second', charge: 'november', amount: 150 },
    { credit: 'second', charge: 'october', amount: 300 },
  ]);
  expect(() =>
    allocateAdvances(credits, charges, [{ charge: 'october', amount: 301 }]),
  ).toThrowError(expect.objectContaining({ code: 'CHARGE_EXCEEDED' }));
});

test('each charge gets what was said, and no advance gives more than it has', () => {
  const sums = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(sums, sums, (unused, wanted) => {
      const credits = unused.map((sum, at) => ({ id: `k${at}`, unused: sum }));
      const charges = wanted.map((sum, at) => charge(`t${at}`, sum));
      let left = unused.reduce((sum, one) => sum + one, 0);
      const byHand = wanted.flatMap((sum, at) => {
        const amount = Math.min(sum, left);
        left -= amount;
        return amount > 0 ? [{ charge: `t${at}`, amount }] : [];
      });
      const made = allocateAdvances(credits, charges, byHand);
      const sumOf = (key: 'credit' | 'charge', id: string) =>
        made.reduce((sum, one) => (one[key] === id ? sum + one.amount : sum), 0);
      for (const one of byHand) expect(sumOf('charge', one.charge)).toBe(one.amount);
      for (const one of credits) expect(sumOf('credit', one.id)).toBeLessThanOrEqual(one.unused);
    }),
  );
});
