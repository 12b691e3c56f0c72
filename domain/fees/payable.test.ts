import { expect, test } from 'vitest';
import type { FeeDraft } from './body.ts';
import { applyFee, emptyLedger, type FeeLedger } from './ledger.ts';
import { payableIn } from './payable.ts';

const salt = '0'.repeat(32);
const idOf = (at: number): string => `0193f1f0-0000-4000-8000-${String(at).padStart(12, '0')}`;
const AGREED = idOf(500);

let acts = 0;
function act(ledger: FeeLedger, draft: Pick<FeeDraft, 'act' | 'on'> & Partial<FeeDraft>): void {
  acts += 1;
  const body = { salt, id: idOf(acts), mall: 'TC', stall: 'TC-A12', note: '', ...draft };
  applyFee(ledger, { body, by: 'pengelola-1', atMs: 0 });
}

function charge(ledger: FeeLedger, at: number, period: string): void {
  const cleaning = { kind: 'cleaning', period, due: `${period}-10`, basis: '' } as const;
  const charges = [{ id: idOf(at), amount: 1_000_000, ...cleaning }];
  act(ledger, { act: 'charge', on: `${period}-01`, charges });
}

function pay(ledger: FeeLedger, on: string, amount: number, of: number): void {
  const credit = idOf(acts + 2000);
  act(ledger, {
    act: 'payment',
    on,
    credits: [{ id: credit, kind: 'bank', amount, account: 'bca', kuitansi: `KW/${acts}` }],
    allocations: [{ credit, charge: idOf(of), amount }],
  });
}

/** September and October are late; in November they are agreed as 500.000 and 1.500.000. */
function agreed(): FeeLedger {
  const ledger = emptyLedger();
  charge(ledger, 901, '2026-09');
  charge(ledger, 902, '2026-10');
  const parts = [
    { due: '2026-11-20', amount: 500_000 },
    { due: '2026-12-20', amount: 1_500_000 },
  ];
  const details = { kind: 'instalments', parts } as const;
  act(ledger, { id: AGREED, act: 'instalments', on: '2026-11-05', details });
  return ledger;
}

test('without instalments all that is owed is due, since the oldest of it', () => {
  const ledger = emptyLedger();
  charge(ledger, 901, '2026-09');
  charge(ledger, 902, '2026-10');
  expect(payableIn(ledger, '2026-10-05')).toMatchObject({
    payableRupiah: 2_000_000,
    overdueRupiah: 1_000_000,
    agreed: null,
  });
  expect(payableIn(ledger, '2026-10-05').next).toMatchObject({
    due: '2026-09-10',
    isCharged: true,
  });
});

test('while instalments are kept the next part is due, and nothing is late', () => {
  const ledger = agreed();
  expect(payableIn(ledger, '2026-11-06')).toMatchObject({
    payableRupiah: 500_000,
    overdueRupiah: 0,
    agreed: { id: AGREED, isKept: true },
  });
  expect(payableIn(ledger, '2026-11-06').next).toEqual({
    amountRupiah: 500_000,
    due: '2026-11-20',
    isCharged: true,
  });

  pay(ledger, '2026-11-19', 700_000, 901);
  const paid = payableIn(ledger, '2026-11-21');
  expect(paid).toMatchObject({ payableRupiah: 1_300_000, overdueRupiah: 0 });
  expect(paid.agreed?.parts.map((part) => part.paid)).toEqual([500_000, 200_000]);
});

test('what is charged after it was agreed is due beside the parts, each on its day', () => {
  const ledger = agreed();
  pay(ledger, '2026-11-19', 500_000, 901);
  charge(ledger, 903, '2026-12');
  expect(payableIn(ledger, '2026-12-01').dues).toEqual([
    { due: '2026-12-10', amount: 1_000_000 },
    { due: '2026-12-20', amount: 1_500_000 },
  ]);
  expect(payableIn(ledger, '2026-12-01').payableRupiah).toBe(1_000_000);
  expect(payableIn(ledger, '2026-12-11')).toMatchObject({
    payableRupiah: 1_000_000,
    overdueRupiah: 1_000_000,
  });
});

test('a part that was not paid on its day makes all of it late again', () => {
  const ledger = agreed();
  expect(payableIn(ledger, '2026-11-20').overdueRupiah).toBe(0);
  expect(payableIn(ledger, '2026-11-21')).toMatchObject({
    payableRupiah: 2_000_000,
    overdueRupiah: 2_000_000,
    agreed: { isKept: false },
  });
  expect(payableIn(ledger, '2026-11-21').next?.due).toBe('2026-09-10');
});

test('instalments that the mall ended, or that were paid whole, are none', () => {
  const ledger = agreed();
  const end = { kind: 'end', of: AGREED } as const;
  act(ledger, { act: 'instalments-end', on: '2026-11-10', details: end });
  expect(payableIn(ledger, '2026-11-11')).toMatchObject({ agreed: null, overdueRupiah: 2_000_000 });

  const paid = agreed();
  pay(paid, '2026-11-12', 1_000_000, 901);
  pay(paid, '2026-11-13', 1_000_000, 902);
  expect(payableIn(paid, '2026-11-14')).toMatchObject({ agreed: null, payableRupiah: 0, dues: [] });
});

test('what was taken off since then is not asked for by a part', () => {
  const ledger = agreed();
  const credit = idOf(700);
  act(ledger, {
    act: 'waive',
    on: '2026-11-06',
    credits: [{ id: credit, kind: 'waiver', amount: 1_000_000 }],
    allocations: [{ credit, charge: idOf(902), amount: 1_000_000 }],
  });
  const { dues, payableRupiah } = payableIn(ledger, '2026-11-07');
  expect(dues).toEqual([{ due: '2026-12-20', amount: 1_000_000 }]);
  expect(payableRupiah).toBe(1_000_000);
});
