import { expect, test } from 'vitest';
import type { BankRow } from '../../fees/bank/bank-row.ts';
import { likelyExplanation } from './likely-explanation.ts';

test.each([
  ['BUNGA', 'interest'],
  ['SETORAN TUNAI CDM THAMRIN', 'cash-bank'],
  ['QRIS SETTLEMENT 04/11', 'settlement'],
  ['BIAYA ADM', 'other-in'],
  ['TRSF E-BANKING CR BUDI', 'other-in'],
])('%s that came in is most likely %s', (description, as) => {
  expect(likelyExplanation(row(description, 650_000))).toBe(as);
});

test.each([
  ['BIAYA ADM', 'bank-fee'],
  ['PAJAK BUNGA', 'bank-fee'],
  ['PENGEMBALIAN TITIPAN A12', 'refund'],
  ['TARIKAN ATM', 'other-out'],
])('%s that went out is most likely %s', (description, as) => {
  expect(likelyExplanation(row(description, -650_000))).toBe(as);
});

function row(description: string, amountSen: number): BankRow {
  const of = { on: '2026-11-05', balanceSen: null, reference: '', uses: [], suggestions: [] };
  return { ...of, row: '1', amountSen, left: Math.abs(amountSen) / 100, description };
}
