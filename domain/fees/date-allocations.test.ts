import { expect, test } from 'vitest';
import type { FeeDraft } from './body.ts';
import { type BookedMove, dateAllocations } from './date-allocations.ts';

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
const charges = [
  { id: october, on: '2026-10-01', amount: 1_000 },
  { id: november, on: '2026-11-01', amount: 1_000 },
];
const credits = [{ id: 'credit', on: '2026-10-30', amount: 2_000 }];
const moved = (on: string, amount: number, charge: string | null = october): BookedMove => {
  return { credit: 'earlier', charge, on, amount };
};
const after = (moves: readonly BookedMove[], ...drafts: FeeDraft[]) =>
  dateAllocations(
    drafts,
    {
      charges,
      credits: [...credits, { id: 'earlier', on: '2026-10-05', amount: 1_000 }],
      moves,
      closed: new Set(['TC 2026-08', 'PB 2026-11']),
    },
    () => 'new',
  );
const dated = (...drafts: FeeDraft[]) => after([], ...drafts);
const datesOf = (drafts: readonly FeeDraft[]) => drafts.map(({ act, on }) => `${act} ${on}`);

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
  const made = [{ ...charge, kind: 'other' as const, basis: '' }];
  const acts = dated({ ...run, charges: made }, { ...payment, allocations: [part(own)] });

  expect(datesOf(acts)).toEqual(['charge 2026-12-01', 'payment 2026-10-30', 'allocate 2026-12-01']);
});

test('a charge that another payment settled until a date is paid from then on', () => {
  const settled = [moved('2026-10-06', 1_000), moved('2026-11-02', -1_000)];

  expect(datesOf(after(settled, { ...payment, allocations: [part(october)] }))).toEqual([
    'payment 2026-10-30',
    'allocate 2026-11-02',
  ]);
});

test('a credit that was used until a date is used again from then on', () => {
  const used = [moved('2026-10-06', 1_000, null), moved('2026-11-20', -1_000, null)];
  const draft = { ...payment, act: 'allocate' as const };
  const allocations = [{ credit: 'earlier', charge: november, amount: 1_000 }];

  expect(datesOf(after(used, { ...draft, allocations }))).toEqual([
    'allocate 2026-10-30',
    'allocate 2026-11-20',
  ]);
});

const reversal: FeeDraft = { ...payment, act: 'reverse', on: '2026-10-31', reverses: ['earlier'] };
const takenOff = (charge: string) => ({ credit: 'earlier', charge, amount: -1_000 });

test('a payment is taken back on the day of that, what it pays later comes off then', () => {
  const draft = { ...reversal, allocations: [takenOff(november)] };
  const acts = after([moved('2026-11-01', 1_000, november)], draft);

  expect(datesOf(acts)).toEqual(['allocate 2026-11-01', 'reverse 2026-10-31']);
  expect(acts[0]?.allocations).toEqual(draft.allocations);
  expect(acts[1]).toEqual(reversal);
});

test('what paid before is taken off and taken back by one act', () => {
  const draft = { ...reversal, allocations: [takenOff(october)] };

  expect(after([moved('2026-10-06', 1_000)], draft)).toEqual([draft]);
});

test('a payment that was used for a while yet is taken back behind that', () => {
  const moves = [moved('2026-10-06', 1_000, null), moved('2026-11-08', -1_000, null)];

  expect(datesOf(after(moves, reversal))).toEqual(['reverse 2026-11-08']);
});

test('a charge of later is taken back no earlier than it came', () => {
  const draft = { ...reversal, reverses: [november], allocations: [takenOff(november)] };

  expect(datesOf(after([moved('2026-11-01', 1_000, november)], draft))).toEqual([
    'reverse 2026-11-01',
  ]);
});

test('what is moved off a later charge makes room for what it pays now', () => {
  const allocations = [takenOff(november), { credit: 'earlier', charge: october, amount: 1_000 }];
  const draft: FeeDraft = { ...payment, act: 'allocate', allocations };
  const acts = after([moved('2026-11-01', 1_000, november)], draft);

  expect(datesOf(acts)).toEqual(['allocate 2026-11-01', 'allocate 2026-10-30']);
  expect(acts.map((act) => act.allocations)).toEqual([[allocations[0]], [allocations[1]]]);
});

test('what makes a charge less is dated as early as the charge', () => {
  const waiver = { id: 'waiver', kind: 'waiver', amount: 400, of: november } as const;
  const allocations = [{ credit: 'waiver', charge: november, amount: 400 }];
  const draft: FeeDraft = { ...payment, act: 'waive', credits: [waiver], allocations };

  expect(dated(draft)).toEqual([{ ...draft, on: '2026-11-01' }]);
});

test('in one act what is taken off makes room for what is put on', () => {
  const allocations = [part(october), { credit: 'earlier', charge: october, amount: -1_000 }];
  const draft: FeeDraft = { ...payment, act: 'allocate', allocations };

  expect(after([moved('2026-10-06', 1_000)], draft)).toEqual([draft]);
});
