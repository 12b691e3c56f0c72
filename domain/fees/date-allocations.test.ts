import { expect, test } from 'vitest';
import type { FeeDraft } from './body.ts';
import { dateAllocations } from './date-allocations.ts';

const [october, november, own] = ['october', 'november', 'own'];
const payment: FeeDraft = {
  id: 'payment',
  act: 'payment',
  mall: 'TC',
  stall: 'TC-1',
  on: '2026-10-30',
  note: 'transfer',
};
const part = (charge: string, amount = 1_000) => ({ credit: 'credit', charge, amount });
const chargedOn = new Map([
  [october, '2026-10-01'],
  [november, '2026-11-01'],
]);
const dated = (...drafts: FeeDraft[]) => dateAllocations(drafts, chargedOn, () => 'new');

test('what pays for charges that are there is left as it is', () => {
  const draft = { ...payment, allocations: [part(october)] };

  expect(dated(payment, draft)).toEqual([payment, draft]);
});

test('what pays for a later charge does so by an act of that charge’s date', () => {
  const draft = { ...payment, allocations: [part(october), part(november)] };
  const { id: _, act: __, ...of } = payment;

  expect(dated(draft)).toEqual([
    { ...payment, allocations: [part(october)] },
    { ...of, id: 'new', act: 'allocate', on: '2026-11-01', allocations: [part(november)] },
  ]);
  expect(dated({ ...payment, allocations: [part(november)] })[0]).toEqual(payment);
});

test('a charge that comes by the acts themselves has their date', () => {
  const charge = { id: own, period: '2026-12', kind: 'other', amount: 1_000, due: '2026-12-10' };
  const run = { ...payment, id: 'run', act: 'charge', on: '2026-12-01' } as const;
  const charges = [{ ...charge, kind: 'other' as const, basis: '' }];
  const acts = dated({ ...run, charges }, { ...payment, allocations: [part(own)] });

  expect(acts.map(({ act, on }) => `${act} ${on}`)).toEqual([
    'charge 2026-12-01',
    'payment 2026-10-30',
    'allocate 2026-12-01',
  ]);
});

test('an act that reverses is left whole', () => {
  const draft = { ...payment, reverses: ['credit'], allocations: [part(november, -1_000)] };

  expect(dated(draft)).toEqual([draft]);
});
