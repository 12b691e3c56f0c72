import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FeeDraft } from './body.ts';
import { advanceOf, applyFee, emptyLedger, type FeeLedger, owedBy } from './ledger.ts';
import {
  defaultOwnPlan,
  ownChargeDraft,
  ownPaymentDraft,
  ownPlanDraft,
  ownReversalDraft,
  planFor,
  setAsideChange,
  takenFromOf,
} from './own-ledger.ts';
import { addMonths } from './period.ts';

let ids = 0;
const newId = (): string => {
  ids += 1;
  return `0193f1f0-0000-4000-8000-${String(ids).padStart(12, '0')}`;
};
const salt = '0'.repeat(32);

function act(ledger: FeeLedger, draft: FeeDraft | undefined): void {
  if (draft) applyFee(ledger, { body: { ...draft, salt }, by: 'kasir-1', atMs: 0 });
}

/** A ledger with the usual plan from September on. */
function begun(): FeeLedger {
  const ledger = emptyLedger();
  act(ledger, ownPlanDraft(newId(), '2026-09-01', { from: '2026-09', ...defaultOwnPlan }));
  return ledger;
}

const pay = (ledger: FeeLedger, amountRupiah: number, on = '2026-11-05'): FeeDraft =>
  ownPaymentDraft(
    ledger,
    { id: newId(), how: 'cash', amountRupiah, note: '', takenFrom: null },
    { newId, on },
  );

test('a month is charged once: electricity and cleaning, due on the day of the plan', () => {
  const ledger = begun();
  const draft = ownChargeDraft(ledger, '2026-11', { newId, on: '2026-11-01' });
  expect(draft?.charges).toMatchObject([
    { kind: 'electricity', amount: 700_000, due: '2026-11-10', basis: 'tarif' },
    { kind: 'cleaning', amount: 300_000, due: '2026-11-10', basis: 'tarif' },
  ]);
  act(ledger, draft);
  expect(owedBy(ledger)).toBe(1_000_000);
  expect(ownChargeDraft(ledger, '2026-11', { newId, on: '2026-11-02' })).toBeUndefined();
});

test('no month before the first plan is charged, and a new plan changes none before it', () => {
  const ledger = begun();
  const on = '2026-11-01';
  act(ledger, ownPlanDraft(newId(), on, { ...defaultOwnPlan, from: '2026-12', dueDay: 5 }));
  expect(ownChargeDraft(ledger, '2026-08', { newId, on })).toBeUndefined();
  expect(planFor(ledger, '2026-11')?.dueDay).toBe(10);
  expect(planFor(ledger, '2027-03')?.dueDay).toBe(5);
});

test('a payment goes to the oldest charge, and what is more to the next month', () => {
  const ledger = begun();
  for (const month of ['2026-09', '2026-10']) {
    act(ledger, ownChargeDraft(ledger, month, { newId, on: `${month}-01` }));
  }
  act(ledger, pay(ledger, 2_500_000));
  expect([owedBy(ledger), advanceOf(ledger)]).toEqual([0, 500_000]);
  act(ledger, ownChargeDraft(ledger, '2026-11', { newId, on: '2026-11-30' }));
  expect([owedBy(ledger), advanceOf(ledger)]).toEqual([500_000, 0]);
});

test('payments are numbered by the year of their date, also one that was taken back', () => {
  const ledger = begun();
  const first = pay(ledger, 10_000);
  act(ledger, first);
  const credit = first.credits?.[0]?.id ?? '';
  act(ledger, ownReversalDraft(ledger, { id: newId(), credit }, '2026-11-06'));
  act(ledger, pay(ledger, 20_000));
  act(ledger, pay(ledger, 30_000, '2027-01-02'));
  expect([...ledger.credits.values()].map(({ kuitansi }) => kuitansi)).toEqual([
    'BB/own/2026/000001',
    'BB/own/2026/000002',
    'BB/own/2027/000001',
  ]);
  expect(ownReversalDraft(ledger, { id: newId(), credit }, '2026-11-06')).toBeUndefined();
});

test('what is paid from the savings leaves them, and is there again when it is taken back', () => {
  const ledger = begun();
  const order = { id: newId(), how: 'bank', amountRupiah: 900, note: '' } as const;
  const on = '2026-11-05';
  const paid = ownPaymentDraft(ledger, { ...order, takenFrom: 'set-aside' }, { newId, on });
  expect(setAsideChange(paid)).toBe(-900);
  act(ledger, paid);
  const back = ownReversalDraft(ledger, { id: newId(), credit: paid.credits?.[0]?.id ?? '' }, on);
  expect(setAsideChange(back ?? {})).toBe(900);
});

test('cash of the drawer does not come back by taking its payment back', () => {
  const ledger = begun();
  const order = { id: newId(), how: 'cash', amountRupiah: 900, note: '' } as const;
  const on = '2026-11-05';
  const paid = ownPaymentDraft(ledger, { ...order, takenFrom: 'drawer' }, { newId, on });
  act(ledger, paid);
  const credit = paid.credits?.[0]?.id ?? '';
  expect(takenFromOf(ledger, credit)).toBe('drawer');
  expect(ownReversalDraft(ledger, { id: newId(), credit }, on)?.movements).toBeUndefined();
});

test('whatever is charged, paid and taken back: owed less paid ahead is charged less paid', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('charge' as const) }),
    fc.record({
      kind: fc.constant('pay' as const),
      amount: fc.integer({ min: 1, max: 3_000_000 }),
    }),
    fc.record({ kind: fc.constant('undo' as const), at: fc.nat(20) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const ledger = begun();
      let month = '2026-09';
      for (const one of steps) {
        if (one.kind === 'charge') {
          act(ledger, ownChargeDraft(ledger, month, { newId, on: `${month}-01` }));
          month = addMonths(month, 1);
        } else if (one.kind === 'pay') act(ledger, pay(ledger, one.amount));
        else {
          const credit = [...ledger.credits.keys()][one.at] ?? '';
          act(ledger, ownReversalDraft(ledger, { id: newId(), credit }, '2026-12-01'));
        }
      }
      const sum = (of: Iterable<{ amount: number; isReversed: boolean }>) =>
        [...of].reduce((total, one) => total + (one.isReversed ? 0 : one.amount), 0);
      const paid = sum(ledger.credits.values());
      expect(owedBy(ledger) - advanceOf(ledger)).toBe(sum(ledger.charges.values()) - paid);
    }),
  );
});
