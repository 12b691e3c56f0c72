import { expect, test } from 'vitest';
import { remarkOf, remarkPeriod } from './remark.ts';
import type { ShownCharge } from './till-state.ts';

const today = '2026-11-29';
const next = { amountRupiah: 1_000_000, due: '2026-12-10', isCharged: false };

test('a remark names the stall and a month', () => {
  expect(remarkOf('TC-A12', '2026-11')).toBe('TC-A12-2611');
});

test('what is paid is for the oldest month that is open', () => {
  const charges = [charge('2026-11', 0), charge('2026-10', 300_000), charge('2026-09', 1_000_000)];
  const owed = { charges, payableRupiah: 1_700_000, next: { ...next, isCharged: true } };
  expect(remarkPeriod(owed, today)).toBe('2026-10');
});

test('where all is paid it is for the month that is foreseen, else for this one', () => {
  const paid = { charges: [charge('2026-11', 1_000_000)], payableRupiah: 0 };
  expect(remarkPeriod({ ...paid, next }, today)).toBe('2026-12');
  expect(remarkPeriod({ ...paid, next: null }, today)).toBe('2026-11');
});

function charge(period: string, settledRupiah: number): ShownCharge {
  const of = { id: period, kind: 'cleaning', on: today, due: today, basis: '' } as const;
  return {
    ...of,
    period,
    amountRupiah: 1_000_000,
    settledRupiah,
    isReversed: false,
    reversed: null,
    isDisputed: false,
  };
}
