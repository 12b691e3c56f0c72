import { expect, test } from 'vitest';
import type { FeeDraft } from './body.ts';
import { applyFee, emptyLedger, type FeeLedger } from './ledger.ts';
import { statementOf } from './statement.ts';
import { showLedger } from './till-view.ts';

const salt = '0'.repeat(32);
const idOf = (at: number): string => `0193f1f0-0000-4000-8000-${String(at).padStart(12, '0')}`;

let acts = 0;
function act(ledger: FeeLedger, draft: Pick<FeeDraft, 'act' | 'on'> & Partial<FeeDraft>): void {
  acts += 1;
  const body = { salt, id: idOf(acts), mall: 'TC', stall: 'TC-A12', note: '', ...draft };
  applyFee(ledger, { body, by: 'pengelola-1', atMs: 0 });
}

/** A stall that owes Rp1.000.000 of November, paid Rp1.200.000 and got Rp200.000 back. */
function refunded(): FeeLedger {
  const ledger = emptyLedger();
  const [charge, credit] = [idOf(901), idOf(902)];
  const cleaning = { kind: 'cleaning', period: '2026-11', due: '2026-11-10', basis: '' } as const;
  act(ledger, {
    act: 'charge',
    on: '2026-11-01',
    charges: [{ id: charge, amount: 1_000_000, ...cleaning }],
  });
  act(ledger, {
    act: 'payment',
    on: '2026-11-20',
    credits: [{ id: credit, kind: 'bank', amount: 1_200_000, account: 'bca', kuitansi: 'KW/1' }],
    allocations: [{ credit, charge, amount: 1_000_000 }],
  });
  const refund = { id: idOf(903), credit, amount: 200_000, account: 'kantor' };
  act(ledger, { act: 'refund', on: '2026-12-02', refunds: [refund] });
  return ledger;
}

const shown = (ledger: FeeLedger) =>
  showLedger(ledger, {
    today: '2026-12-31',
    positions: new Map(),
    seen: new Set(),
    printed: new Set(),
  });
const closing = (ledger: FeeLedger, month: string) =>
  statementOf(shown(ledger), { from: month, to: month }).closingRupiah;

test('what was given back of an advance is in the statement, which ends as the ledger does', () => {
  const ledger = refunded();
  const { owedRupiah, advanceRupiah } = shown(ledger);
  expect([owedRupiah, advanceRupiah]).toEqual([0, 0]);
  expect(closing(ledger, '2026-11')).toBe(-200_000);
  const december = { from: '2026-12', to: '2026-12' };
  expect(statementOf(shown(ledger), december)).toEqual({
    openingRupiah: -200_000,
    rows: [
      { on: '2026-12-02', what: { kind: 'refund' }, amountRupiah: 200_000, isReversal: false },
    ],
    closingRupiah: 0,
  });
});

test('a refund that is undone stands on its date, and is undone on another', () => {
  const ledger = refunded();
  const undo = { credit: idOf(902), amount: -200_000, account: 'kantor', undoes: idOf(903) };
  act(ledger, { act: 'reverse', on: '2026-12-05', refunds: [{ id: idOf(904), ...undo }] });
  expect(shown(ledger).advanceRupiah).toBe(200_000);
  expect(closing(ledger, '2026-12')).toBe(-200_000);
  const { rows } = statementOf(shown(ledger), { from: '2026-12', to: '2026-12' });
  expect(rows.map(({ on, amountRupiah }) => [on, amountRupiah])).toEqual([
    ['2026-12-02', 200_000],
    ['2026-12-05', -200_000],
  ]);
});

test('a charge that is taken back a month later was owed until then', () => {
  const ledger = emptyLedger();
  const electricity = { kind: 'electricity', period: '2026-10', due: '2026-10-10' } as const;
  act(ledger, {
    act: 'charge',
    on: '2026-10-01',
    charges: [{ id: idOf(905), amount: 1_000_000, basis: '', ...electricity }],
  });
  act(ledger, { act: 'reverse', on: '2026-11-05', note: 'salah', reverses: [idOf(905)] });

  expect(closing(ledger, '2026-10')).toBe(1_000_000);
  expect(statementOf(shown(ledger), { from: '2026-11', to: '2026-11' })).toEqual({
    openingRupiah: 1_000_000,
    rows: [
      {
        on: '2026-11-05',
        what: { kind: 'electricity', period: '2026-10' },
        amountRupiah: -1_000_000,
        isReversal: true,
      },
    ],
    closingRupiah: 0,
  });
});
