import { expect, test } from 'vitest';
import { rupiah } from '../money.ts';
import { trimCredits } from './trim-credits.ts';

const paid = (kind: string, amount: number) => ({ kind, amountRupiah: rupiah(amount) });

test('what a voucher has beyond the total stays on it', () => {
  const of = (total: number, ...tenders: ReturnType<typeof paid>[]) =>
    trimCredits(rupiah(total), tenders);

  expect(of(45_000, paid('credit', 150_000))).toEqual([paid('credit', 45_000)]);
  expect(of(45_000, paid('credit', 30_000), paid('qris', 20_000))).toEqual([
    paid('credit', 25_000),
    paid('qris', 20_000),
  ]);
  expect(of(45_000, paid('exchange', 60_000), paid('credit', 10_000))).toEqual([
    paid('exchange', 60_000),
  ]);
  expect(of(45_000, paid('card', 50_000))).toEqual([paid('card', 50_000)]);
  expect(of(45_000, paid('cash', 50_000), paid('credit', 40_000))).toEqual([
    paid('cash', 50_000),
    paid('credit', 40_000),
  ]);
});
