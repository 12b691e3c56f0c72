import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chargesOf, type Tenancy } from './charges-of.ts';
import type { FeePlan } from './details.ts';
import { planIn, usualPlan } from './plan.ts';

const always: Tenancy = { from: '2026-01-01', to: null, tariff: 1_000_000 };
const metered: FeePlan = {
  ...usualPlan,
  electricity: { basis: 'metered', rateMilli: 1_444_700 },
};

function charge(
  plan: FeePlan,
  tenancies: readonly Tenancy[] = [always],
  used: number | null = null,
) {
  const reading = used === null ? null : { used, isEstimate: false };
  return chargesOf({ plan, period: '2026-11', tenancies, reading });
}

test('a stall is charged electricity and cleaning, due on the tenth', () => {
  expect(charge(usualPlan)).toEqual({
    charges: [
      { kind: 'electricity', amount: 700_000, due: '2026-11-10', basis: '' },
      { kind: 'cleaning', amount: 300_000, due: '2026-11-10', basis: '' },
    ],
    differs: null,
    isUnread: false,
  });
});

test('a contract of another tariff is charged its own, and electricity takes what differs', () => {
  const { charges, differs } = charge(usualPlan, [{ ...always, tariff: 850_000 }]);

  expect(charges.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['electricity', 550_000],
    ['cleaning', 300_000],
  ]);
  expect(differs).toEqual({ tariff: 850_000, plan: 1_000_000 });
});

test('a tariff below the cleaning is all cleaning, and a tariff of nothing is no charge', () => {
  const of = (tariff: number) => charge(usualPlan, [{ ...always, tariff }]).charges;

  expect(of(200_000).map(({ kind, amount }) => [kind, amount])).toEqual([['cleaning', 200_000]]);
  expect(of(0)).toEqual([]);
});

test('without proration the newest contract of the month counts whole', () => {
  const { charges } = charge(usualPlan, [
    { from: '2026-01-01', to: '2026-11-10', tariff: 1_000_000 },
    { from: '2026-11-11', to: null, tariff: 600_000 },
  ]);

  expect(charges.map(({ amount }) => amount)).toEqual([300_000, 300_000]);
});

test('with proration each contract counts by its days, which the charge says', () => {
  const { charges } = charge({ ...usualPlan, isProrated: true }, [
    { ...always, from: '2026-11-11' },
  ]);

  expect(charges).toEqual([
    { kind: 'electricity', amount: 466_666, due: '2026-11-10', basis: '20/30 × Rp700.000' },
    { kind: 'cleaning', amount: 200_001, due: '2026-11-10', basis: '20/30 × Rp300.000' },
  ]);
});

test('days of a month come to its tariff, the remainder of a rupiah on the last line', () => {
  const plan = { ...usualPlan, isProrated: true };
  const day = fc.integer({ min: 1, max: 29 });
  const tariffs = fc.integer({ min: 300_000, max: 5_000_000 });
  fc.assert(
    fc.property(day, tariffs, tariffs, (last, before, after) => {
      const to = `2026-11-${String(last).padStart(2, '0')}`;
      const from = `2026-11-${String(last + 1).padStart(2, '0')}`;
      const { charges } = charge(plan, [
        { from: '2026-01-01', to, tariff: before },
        { from, to: null, tariff: after },
      ]);
      const sum = charges.reduce((all, { amount }) => all + amount, 0);

      expect(sum).toBe(Math.round((before * last + after * (30 - last)) / 30));
    }),
  );
});

test('metered electricity is what was used by its rate, due when the month was read', () => {
  expect(charge(metered, [always], 112_500).charges).toEqual([
    {
      kind: 'electricity',
      amount: 162_529,
      due: '2026-12-10',
      basis: '112,5 kWh × Rp1.444,70',
    },
    { kind: 'cleaning', amount: 300_000, due: '2026-11-10', basis: '' },
  ]);
});

test('complaint 10: electricity that nobody read waits, and an estimate is marked', () => {
  const unread = charge(metered);
  const [estimated] = chargesOf({
    plan: metered,
    period: '2026-11',
    tenancies: [always],
    reading: { used: 100_000, isEstimate: true },
  }).charges;

  expect(unread.isUnread).toBe(true);
  expect(unread.charges.map(({ kind }) => kind)).toEqual(['cleaning']);
  expect(estimated?.basis).toBe('≈ 100 kWh × Rp1.444,70');
});

test('a plan counts from its month until the next one', () => {
  const plans = [
    { ...usualPlan, from: '2026-05' },
    { ...usualPlan, from: '2026-01' },
  ];

  expect(planIn(plans, '2025-12')).toBeUndefined();
  expect(planIn(plans, '2026-04')?.from).toBe('2026-01');
  expect(planIn(plans, '2026-05')?.from).toBe('2026-05');
});
