import { expect, test } from 'vitest';
import type { SettledKind } from './profile.ts';
import { standingPayments } from './standing-payments.ts';

const row = (reference: string, kind: SettledKind, grossSen: number) => {
  return { reference, kind, grossSen };
};
const payment = row('52630001', 'payment', 4_500_000);
const other = row('52630002', 'payment', 4_500_000);

test.each([
  ['a reversal', row('52630001', 'refund', -4_500_000)],
  ['a refund that is written without its sign', row('52630001', 'refund', 4_500_000)],
  ['a payment of less than nothing', row('52630001', 'payment', -4_500_000)],
])('a payment that %s of its reference takes back whole did not come', (_, back) => {
  expect(standingPayments([payment, other, back])).toEqual([other]);
});

test('one of which a part went back, or a fee was mended, has come', () => {
  const part = row('52630001', 'refund', -1_000_000);
  const fee = row('52630002', 'adjustment', -4_500_000);
  expect(standingPayments([payment, part, other, fee])).toEqual([payment, other]);
});

test('what has no reference takes nothing back, and sen are paid by nobody', () => {
  const cash = row('', 'payment', 4_500_000);
  const back = row('', 'refund', -4_500_000);
  expect(standingPayments([cash, back, row('52630003', 'payment', 4_500_050)])).toEqual([cash]);
});
