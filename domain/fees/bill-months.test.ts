import { expect, test } from 'vitest';
import { billMonths } from './bill-months.ts';
import type { ShownLedger } from './till-state.ts';

test('a month whose meter was read is there before it is charged', () => {
  const months = billMonths({
    charges: [charge('2026-10'), charge('2026-09'), charge('2026-10')],
    readings: [reading('2026-11'), reading('2026-10')],
  });
  expect(months.map((one) => [one.period, one.charges.length, one.readings.length])).toEqual([
    ['2026-11', 0, 1],
    ['2026-10', 2, 1],
    ['2026-09', 1, 0],
  ]);
});

function charge(period: string): ShownLedger['charges'][number] {
  return {
    id: period,
    period,
    kind: 'cleaning',
    on: '2026-11-01',
    due: '2026-11-10',
    amountRupiah: 300_000,
    settledRupiah: 0,
    basis: '',
    isReversed: false,
    reversed: null,
    isDisputed: false,
  };
}

function reading(period: string): ShownLedger['readings'][number] {
  const milli = { fromMilli: 0, toMilli: 80_000, usedMilli: 80_000 };
  return { id: period, period, meter: '', ...milli, isEstimate: false, isDisputed: false };
}
