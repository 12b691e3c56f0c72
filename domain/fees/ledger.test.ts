import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvariantError } from '../assert.ts';
import type { FeeBody } from './body.ts';
import { advanceOf, applyFee, emptyLedger, foldFees, openOf, owedBy, unusedOf } from './ledger.ts';
import { postingsOf } from './postings.ts';

const common = { salt: '0'.repeat(32), mall: 'TC', stall: 'TC-A12', on: '2026-11-01', note: '' };
const entry = (body: Omit<FeeBody, keyof typeof common> & Partial<typeof common>) => ({
  body: { ...common, ...body },
  by: 'pengelola-1',
  atMs: 1_795_402_800_000,
});
const charge = {
  id: 'charge-1',
  period: '2026-11',
  kind: 'electricity',
  amount: 700_000,
  due: '2026-11-10',
  basis: '',
} as const;
const payment = {
  id: 'credit-1',
  kind: 'bank',
  amount: 1_000_017,
  account: 'bca-tc',
  kuitansi: 'KW/TC/2026/000001',
} as const;

const charged = entry({ id: 'act-1', act: 'charge', charges: [charge] });
const paid = entry({
  id: 'act-2',
  act: 'payment',
  credits: [payment],
  allocations: [{ credit: 'credit-1', charge: 'charge-1', amount: 700_000 }],
});

test('a payment settles the charge, and the rest is an advance', () => {
  const ledger = foldFees([charged, paid]);

  expect(owedBy(ledger)).toBe(0);
  expect(advanceOf(ledger)).toBe(300_017);
});

test('an act that came twice counts once', () => {
  expect(owedBy(foldFees([charged, charged]))).toBe(700_000);
});

describe('of an act that does not fit nothing is in the ledger', () => {
  const more = { id: 'act-9', act: 'allocate' } as const;
  test.each([
    ['more than the charge', { allocations: [allocation(700_001)] }],
    ['more than the credit', { allocations: [allocation(1_000_018)] }],
    ['less than nothing', { allocations: [allocation(-1)] }],
    [
      'a refund of more than is left',
      { refunds: [{ id: 'r', credit: 'credit-1', amount: 1_000_018, account: 'bca-tc' }] },
    ],
    ['a deposit that is not there', { deposits: [{ id: 'd', amount: -1, account: 'kantor-tc' }] }],
    ['the reversal of nothing', { reverses: ['charge-7'] }],
    [
      'a charge again beside a good one',
      { charges: [{ ...charge, id: 'charge-2', kind: 'cleaning' as const }, charge] },
    ],
  ])('%s', (_, effects) => {
    const ledger = foldFees([charged, entry({ id: 'act-2', act: 'payment', credits: [payment] })]);
    const before = structuredClone(ledger);

    expect(() => applyFee(ledger, entry({ ...more, ...effects }))).toThrow(InvariantError);
    expect(ledger).toEqual(before);
  });

  test('a charge that is paid is not reversed before its payment is', () => {
    const ledger = foldFees([charged, paid]);
    const reversal = entry({ id: 'act-3', act: 'reverse', reverses: ['charge-1'] });

    expect(() => applyFee(ledger, reversal)).toThrow(InvariantError);
  });
});

test('a payment that is reversed leaves the charge as it was', () => {
  const reversed = entry({
    id: 'act-3',
    act: 'reverse',
    allocations: [allocation(-700_000)],
    reverses: ['credit-1'],
  });
  const ledger = foldFees([charged, paid, reversed]);

  expect([owedBy(ledger), advanceOf(ledger)]).toEqual([700_000, 0]);
  expect(balances(ledger)).toEqual({ receivable: 700_000, 'revenue-electricity': -700_000 });
});

describe('a deposit that is used goes with a credit of its sum, and comes back with it', () => {
  const taken = entry({
    id: 'act-1',
    act: 'deposit',
    deposits: [{ id: 'd-1', amount: 500_000, account: 'kantor-tc' }],
  });
  const credit = { id: 'credit-1', kind: 'deposit', amount: 400_000 } as const;
  const used = entry({
    id: 'act-2',
    act: 'deposit',
    credits: [credit],
    deposits: [{ id: 'd-2', amount: -400_000 }],
  });
  const ofReversal = (amount: number) => ({
    reverses: ['credit-1'],
    deposits: [{ id: 'd-9', amount }],
  });
  const another = { ...credit, id: 'credit-2', amount: 50_000 };
  const back = { ...ofReversal(400_000), id: 'act-3', act: 'reverse' } as const;

  test('and so it does', () => {
    const ledger = foldFees([taken, used]);
    expect([ledger.deposit, advanceOf(ledger)]).toEqual([100_000, 400_000]);

    applyFee(ledger, entry(back));
    expect([ledger.deposit, advanceOf(ledger)]).toEqual([500_000, 0]);
    expect(balances(ledger)).toEqual({ deposit: -500_000 });
  });

  test.each([
    ['a credit without a deposit', { credits: [another] }],
    ['a deposit without a credit', { deposits: [{ id: 'd-9', amount: -50_000 }] }],
    ['one out of nowhere', { deposits: [{ id: 'd-9', amount: 50_000 }] }],
    ['a credit of another sum', { credits: [another], deposits: [{ id: 'd-9', amount: -49_999 }] }],
    [
      'a payment in its place',
      { credits: [{ ...payment, id: 'credit-2' }], deposits: [{ id: 'd-9', amount: -1_000_017 }] },
    ],
    ['money in its place', { credits: [another], deposits: [money(-50_000)] }],
    ['a reversal that leaves it', { reverses: ['credit-1'] }],
    ['a reversal that gives less back', ofReversal(399_999)],
    ['a reversal that gives more back', ofReversal(400_001)],
    ['a reversal that takes it again', ofReversal(-400_000)],
    ['a reversal that pays it out', { reverses: ['credit-1'], deposits: [money(400_000)] }],
  ])('not %s', (_, effects) => {
    const ledger = foldFees([taken, used]);
    const before = structuredClone(ledger);

    const act = { id: 'act-9', act: 'reverse' as const, ...effects };
    expect(() => applyFee(ledger, entry(act))).toThrow(InvariantError);
    expect(ledger).toEqual(before);
  });

  function money(amount: number) {
    return { id: 'd-9', amount, account: 'kantor-tc' };
  }
});

test('a payment through an acquirer is booked gross, and what it kept as a cost', () => {
  const body = entry({
    id: 'act-2',
    act: 'payment',
    credits: [{ ...payment, kind: 'qris', account: 'qris-tc', withheld: 7_000 }],
  }).body;

  expect(postingsOf(body, emptyLedger())).toEqual([
    { debit: 'money:qris-tc', credit: 'advance', amount: 1_000_017 },
    { debit: 'acquirer-fee', credit: 'money:qris-tc', amount: 7_000 },
  ]);
});

test.each([
  ['waiver', 'penalty', 'revenue-penalty'],
  ['credit-note', 'electricity', 'revenue-electricity'],
] as const)('a %s of %s takes from what was earned by it', (kind, of, debit) => {
  const ledger = foldFees([entry({ id: 'a', act: 'charge', charges: [{ ...charge, kind: of }] })]);
  const note = { id: 'c', kind, amount: 50_000, of: 'charge-1' };
  const { body } = entry({ id: 'b', act: kind === 'waiver' ? 'waive' : kind, credits: [note] });

  expect(postingsOf(body, ledger)).toEqual([{ debit, credit: 'advance', amount: 50_000 }]);
});

test('whatever is done, the books say what the ledger says', () => {
  fc.assert(
    fc.property(fc.array(step(), { maxLength: 60 }), (steps) => {
      const ledger = emptyLedger();
      for (const [at, body] of steps.entries()) {
        try {
          applyFee(ledger, entry({ ...body, id: `act-${at}` }));
        } catch (error) {
          if (!(error instanceof InvariantError)) throw error;
        }
        const sums = balances(ledger);
        const open = [...ledger.charges.values()].reduce((sum, one) => sum + openOf(one), 0);
        const unused = [...ledger.credits.values()].reduce((sum, one) => sum + unusedOf(one), 0);
        expect(sums['receivable'] ?? 0).toBe(open);
        expect(sums['advance'] ?? 0).toBe(-unused || 0);
        expect(sums['deposit'] ?? 0).toBe(-ledger.deposit || 0);
      }
    }),
    { numRuns: 300 },
  );
});

function allocation(amount: number) {
  return { credit: 'credit-1', charge: 'charge-1', amount };
}

type Step = Omit<FeeBody, keyof typeof common | 'id'>;

/** Acts on few charges and credits, many of which do not fit. */
function step(): fc.Arbitrary<Step> {
  const charge = fc.integer({ min: 1, max: 4 }).map((at) => `charge-${at}`);
  const credit = fc.integer({ min: 1, max: 4 }).map((at) => `credit-${at}`);
  const amount = fc.integer({ min: 1, max: 9 }).map((thousands) => thousands * 1_000);
  const moved = fc.oneof(
    amount,
    amount.map((of) => -of),
  );
  const kind = fc.constantFrom('electricity', 'cleaning', 'penalty', 'opening', 'other');
  const of = fc.record({ period: fc.constant('2026-11'), kind, amount });
  const fixed = { due: '2026-11-10', basis: '' };
  return fc.oneof(
    fc.tuple(charge, of).map(([id, said]): Step => {
      return { act: 'charge', charges: [{ ...fixed, ...said, id }] };
    }),
    fc
      .tuple(credit, amount, charge, fc.constantFrom('bank', 'waiver', 'credit-note'))
      .map(([id, sum, to, how]): Step => {
        const money = how === 'bank' ? { account: 'bca-tc' } : { of: to };
        return { act: 'payment', credits: [{ id, kind: how, amount: sum, ...money }] };
      }),
    fc.tuple(credit, charge, moved).map(([from, to, sum]): Step => {
      return { act: 'allocate', allocations: [{ credit: from, charge: to, amount: sum }] };
    }),
    fc.tuple(credit, moved).map(([from, sum]): Step => {
      const refund = { id: 'refund', credit: from, amount: sum, account: 'bca-tc' };
      return { act: 'refund', refunds: [refund] };
    }),
    fc.tuple(moved, fc.boolean()).map(([sum, isMoney]): Step => {
      const used = { act: 'deposit', deposits: [{ id: 'd', amount: sum, account: 'bca-tc' }] };
      if (isMoney || sum > 0) return used as Step; // a literal of it
      return {
        act: 'deposit',
        deposits: [{ id: 'd', amount: sum }],
        credits: [{ id: `credit-${-sum}`, kind: 'deposit', amount: -sum }],
      };
    }),
    fc.oneof(charge, credit).map((id): Step => ({ act: 'reverse', reverses: [id] })),
    fc.tuple(credit, amount).map(([id, sum]): Step => {
      return { act: 'reverse', reverses: [id], deposits: [{ id: 'd', amount: sum }] };
    }),
  );
}

/** What each account of the books comes to: debits less credits, without those of nothing. */
function balances({ postings }: { postings: readonly ReturnType<typeof postingsOf>[number][] }) {
  const sums: Record<string, number> = {};
  for (const { debit, credit, amount } of postings) {
    sums[debit] = (sums[debit] ?? 0) + amount;
    sums[credit] = (sums[credit] ?? 0) - amount;
  }
  return Object.fromEntries(
    Object.entries(sums).filter(([name, sum]) => sum !== 0 && !name.startsWith('money:')),
  );
}
