import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LateCharge, penaltyIn } from './penalty.ts';
import { addDays } from '../time.ts';
import { addMonths } from './period.ts';

const rule = { rateBp: 100, graceDays: 5, capBp: 250 };
const late: LateCharge = {
  kind: 'electricity',
  due: '2026-10-10',
  open: 700_000,
  isDisputed: false,
};

/** A month that is charged on its second day. */
const during = (period: string) => ({ period, today: `${period}-02` });

test('without a rule nothing is charged', () => {
  expect(penaltyIn(during('2026-11'), undefined, [late])).toBeNull();
});

test('a month of lateness begins the day after the grace, and is charged the month after', () => {
  expect(penaltyIn(during('2026-10'), rule, [late])).toBeNull();
  expect(penaltyIn(during('2026-11'), rule, [late])).toEqual({
    amount: 7_000,
    basis: '1 % × Rp700.000',
  });
});

test('a grace that ends in the next month costs nothing before', () => {
  const longer = { ...rule, graceDays: 25 };

  expect(penaltyIn(during('2026-11'), longer, [late])).toBeNull();
  expect(penaltyIn(during('2026-12'), longer, [late])?.amount).toBe(7_000);
});

test('the cap ends it', () => {
  const months = ['2026-11', '2026-12', '2027-01', '2027-02'];

  expect(months.map((month) => penaltyIn(during(month), rule, [late])?.amount ?? 0)).toEqual([
    7_000, 7_000, 3_500, 0,
  ]);
});

test('a penalty has no penalty, and what is disputed rests', () => {
  expect(penaltyIn(during('2026-11'), rule, [{ ...late, kind: 'penalty' }])).toBeNull();
  expect(penaltyIn(during('2026-11'), rule, [{ ...late, isDisputed: true }])).toBeNull();
});

test('charges of different age each have their own rate, and the penalty says how it came', () => {
  const older = { ...late, due: '2026-08-10', open: 300_000 };

  expect(penaltyIn(during('2026-11'), rule, [late, older])).toEqual({
    amount: 8_500,
    basis: '1 % × Rp700.000 + 0,5 % × Rp300.000',
  });
});

test('all penalties of a charge together never pass the cap of it', () => {
  const anyRule = fc.record({
    rateBp: fc.integer({ min: 1, max: 10_000 }),
    graceDays: fc.integer({ min: 0, max: 365 }),
    capBp: fc.integer({ min: 1, max: 10_000 }),
  });
  fc.assert(
    fc.property(anyRule, fc.integer({ min: 1, max: 10 ** 12 }), (any, open) => {
      let sum = 0;
      for (let month = 0; month < 60; month += 1) {
        sum +=
          penaltyIn(during(addMonths('2026-10', month)), any, [{ ...late, open }])?.amount ?? 0;
      }

      expect(BigInt(sum) * 10_000n).toBeLessThanOrEqual(BigInt(open) * BigInt(any.capBp));
    }),
  );
});

test('a month that is charged early costs nothing for what is not late yet', () => {
  const early = (days: number) =>
    penaltyIn({ period: '2026-11', today: addDays(late.due, days) }, rule, [late]);

  expect(early(0)).toBeNull();
  expect(early(rule.graceDays)).toBeNull();
  expect(early(rule.graceDays + 1)?.amount).toBe(7_000);
});
