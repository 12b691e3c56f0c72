import { expect, test } from 'vitest';
import { doubtOf, isPerhapsPaid } from './pay-doubt.ts';

const today = '2026-11-29';

test('a sum is doubted above ten times what is owed, and never below ten million', () => {
  const paid = (amount: number, owed: number) => doubtOf({ amount, owed, on: today, today });

  expect([paid(10_000_000, 0), paid(10_000_001, 0)]).toEqual([null, 'much']);
  expect([paid(20_000_000, 2_000_000), paid(20_000_001, 2_000_000)]).toEqual([null, 'much']);
});

test('a date is doubted from more than a year ago', () => {
  const on = (date: string) => doubtOf({ amount: 1, owed: 1, on: date, today });

  expect([on('2025-11-29'), on('2025-11-28'), on('')]).toEqual([null, 'longAgo', null]);
});

test('a payment is perhaps the one that is told: its sum, near its date, not void', () => {
  const credit = { kuitansi: 'KW/TC/2026/000001', isReversed: false, amount: 500, on: today };
  const said = { amount: 500, on: '2026-11-19' };

  expect(isPerhapsPaid(credit, said)).toBe(true);
  expect(isPerhapsPaid(credit, { ...said, on: '2026-11-18' })).toBe(false);
  expect(isPerhapsPaid(credit, { ...said, amount: 501 })).toBe(false);
  expect(isPerhapsPaid(credit, { ...said, on: '' })).toBe(false);
  expect(isPerhapsPaid({ ...credit, isReversed: true }, said)).toBe(false);
  expect(isPerhapsPaid({ ...credit, kuitansi: '' }, said)).toBe(false);
});
