import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainTerms } from '../../test/support/plain-sale.ts';
import { rupiah } from '../money.ts';
import { pcs } from '../quantity.ts';
import type { Tender } from '../payments/tender.ts';
import { restOf } from './rest.ts';
import { closeSale } from './sale.ts';

const card = { kind: 'card', bank: 'BCA', approval: '012345', last: '1234' } as const;
const qris = { kind: 'qris', state: 'claimed' } as const;
const paid = (kind: 'cash' | 'card' | 'qris', amount: number): Tender => {
  const amountRupiah = rupiah(amount);
  if (kind === 'cash') return { kind, amountRupiah };
  return kind === 'card' ? { ...card, amountRupiah } : { ...qris, amountRupiah };
};

/** Closes a sale of one thing at this price. */
function close(price: number, tenders: readonly Tender[], step: number, givesCashBack = false) {
  const thing = { code: 'A', name: 'A', category: '', unit: 'pcs', factorMilli: 1000 };
  const lines = [{ ...thing, quantityMilli: pcs(1), priceRupiah: rupiah(price) }];
  return closeSale({ lines, tenders, terms: plainTerms(step), givesCashBack });
}

test('whatever was paid in whatever order, the rest that is shown pays the sale', () => {
  const kind = fc.constantFrom('cash' as const, 'card' as const, 'qris' as const);
  const part = fc.record({ kind, percent: fc.integer({ min: 1, max: 60 }) });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.array(part, { maxLength: 5 }),
      kind,
      fc.constantFrom(1, 100, 500, 1_000),
      (price, parts, last, step) => {
        const taken: Tender[] = [];
        for (const { kind, percent } of parts) {
          const rest = restOf(rupiah(price), taken, step);
          const due = kind === 'cash' ? rest.cashRupiah : rest.cashlessRupiah;
          const amount = Math.floor((due * percent) / 100);
          if (amount > 0) taken.push(paid(kind, amount));
        }
        const rest = restOf(rupiah(price), taken, step);
        const due = last === 'cash' ? rest.cashRupiah : rest.cashlessRupiah;
        const isNothing = due <= 0 && rest.cashlessRupiah > 0; // rounding has made it nothing
        const tenders = due > 0 || isNothing ? [...taken, paid(last, Math.max(0, due))] : taken;
        const sale = close(price, tenders, step);
        expect(sum(tenders) - sale.changeRupiah).toBe(sale.totalRupiah);
        // Only coins that no step of the rounding makes go back, and only where cash came first.
        expect(sale.changeRupiah).toBeLessThan(step);
        if (!tenders.some((one) => one.kind === 'cash'))
          expect(sale).toMatchObject({ changeRupiah: 0, roundingRupiah: 0 });
        expect(Math.abs(sale.roundingRupiah) * 2).toBeLessThanOrEqual(step);
      },
    ),
    { numRuns: 3_000 },
  );
});

function sum(tenders: readonly Tender[]): number {
  return tenders.reduce((total, { amountRupiah }) => total + amountRupiah, 0);
}

test('lesson 41: what is left for cash is rounded, what is left without cash is not', () => {
  const taken = [paid('qris', 20_000)];
  expect(restOf(rupiah(45_120), taken, 100)).toEqual({
    cashRupiah: 25_100,
    cashlessRupiah: 25_120,
  });
  expect(close(45_120, [...taken, paid('cash', 25_100)], 100)).toMatchObject({
    totalRupiah: 45_100,
    roundingRupiah: -20,
  });
});

test('a terminal that took more is refused until a person gives the rest back in cash', () => {
  const tenders = [paid('card', 50_000)];
  expect(() => close(45_000, tenders, 100)).toThrow(
    expect.objectContaining({ code: 'TENDER_OVER', data: { overRupiah: 5_000 } }),
  );
  expect(close(45_000, tenders, 100, true)).toMatchObject({
    tenders: [{ kind: 'card', amountRupiah: 50_000 }], // as it was: none is capped
    changeRupiah: 5_000,
  });
});

test('a payment by QRIS above Rp10 million is refused', () => {
  expect(() => close(12_000_000, [paid('qris', 12_000_000)], 100)).toThrow(
    expect.objectContaining({ code: 'QRIS_AMOUNT' }),
  );
  const two = [paid('qris', 10_000_000), paid('qris', 2_000_000)];
  expect(close(12_000_000, two, 100)).toMatchObject({ changeRupiah: 0 });
});
