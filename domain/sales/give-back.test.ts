import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backOf, paidSale } from '../../test/support/sale-records.ts';
import { isPlausible } from '../sync/plausible.ts';
import type { SaleRecord } from '../journal/record.ts';
import { dueOf } from '../journal/sale-body.ts';
import { type Rupiah, rupiah, sumRupiah } from '../money.ts';
import { milli } from '../quantity.ts';
import type { Discount } from './discount.ts';
import type { LineBody } from './give-back.ts';
import type { ReturnedLine } from './returned.ts';
import type { SoldLine } from './sale.ts';
import { payOutAsPaid, settleRefund } from './settle-refund.ts';
import { allLeft, leftToPayOut, linesBack, type Standing, tendersLeft } from './standing.ts';
import { taxKinds } from './tax.ts';

/** How many sales a run gives back. */
const numRuns = Number(process.env.LAPAK_CARTS ?? 500);

const discount: fc.Arbitrary<Discount | undefined> = fc.option(
  fc.oneof(
    fc.integer({ min: 1, max: 10_000 }).map((rateBp) => ({ kind: 'percent' as const, rateBp })),
    fc
      .integer({ min: 1, max: 100_000 })
      .map((amount) => ({ kind: 'amount' as const, amountRupiah: rupiah(amount) })),
  ),
  { nil: undefined },
);

const soldLine: fc.Arbitrary<SoldLine> = fc.record({
  code: fc.constant('A-1'),
  name: fc.constant('Kemeja'),
  category: fc.constant('Batik'),
  unit: fc.constant('pcs'),
  factorMilli: fc.constant(1_000),
  quantityMilli: fc.oneof(
    fc.integer({ min: 1, max: 9 }).map((pieces) => milli(pieces * 1_000)),
    fc.integer({ min: 1, max: 9_000 }).map(milli),
  ),
  priceRupiah: fc.oneof(
    fc.integer({ min: 0, max: 9 }).map(rupiah),
    fc.integer({ min: 0, max: 90_000 }).map(rupiah),
  ),
  discount,
  tax: fc.record({ kind: fc.constantFrom(...taxKinds), isAdded: fc.boolean() }),
});

const sales = fc
  .record({
    lines: fc.array(soldLine, { minLength: 1, maxLength: 6 }),
    discount,
    percents: fc.array(fc.integer({ min: 1, max: 45 }), { maxLength: 2 }),
    step: fc.constantFrom(1, 100, 500, 1_000),
  })
  .map(({ percents, step, ...cart }) => ({ sale: paidSale(cart, { percents, step }), step }));

/** What comes back at each turn: of which lines, and how much of each, in thousandths of it. */
const turns = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 1_000 })), { maxLength: 6 }), {
  maxLength: 8,
});

/** Gives a sale back in turns, and what is left after them at once. */
function giveBack(
  sale: SaleRecord,
  wishes: readonly (readonly (number | null)[])[],
  step: number,
): { readonly standing: Standing; readonly paidOut: readonly Rupiah[] } {
  let standing: Standing = { sale, backs: [] };
  const paidOut: Rupiah[] = [];
  const give = (returned: readonly ReturnedLine[]): void => {
    if (returned.length === 0) return;
    const lines = linesBack(standing, returned);
    const { tenders, changesTender } = payOutAsPaid(standing, lines, step);
    paidOut.push(settleRefund(standing, lines, { tenders, changesTender, step }));
    standing = { sale, backs: [...standing.backs, backOf(sale, lines, { tenders })] };
  };
  for (const wish of wishes) {
    give(
      allLeft(standing).flatMap((one) => {
        const part = wish[one.at] ?? 0;
        const quantityMilli = milli(Math.ceil((one.quantityMilli * part) / 1_000));
        return quantityMilli > 0 ? [{ ...one, quantityMilli }] : [];
      }),
    );
  }
  give(allLeft(standing));
  return { standing, paidOut };
}

test('a sale that comes back in any parts and order is paid back to the rupiah', () => {
  fc.assert(
    fc.property(sales, turns, ({ sale }, wishes) => {
      const { standing, paidOut } = giveBack(sale, wishes, 1);
      expect(sumRupiah(paidOut)).toBe(sale.head.total);
      expect(tendersLeft(standing)).toEqual([]);
      for (const [at, sold] of sale.body.lines.entries()) {
        const parts = standing.backs.flatMap(({ body }) =>
          body.lines.filter(({ of }) => of === at),
        );
        const sumOf = (value: (line: LineBody) => number): number =>
          parts.reduce((sum, line) => sum - value(line), 0);
        expect(sumOf(({ quantity }) => quantity)).toBe(sold.quantity);
        expect(sumOf(({ amount }) => amount)).toBe(sold.amount);
        expect(sumOf(({ discount: own = 0 }) => own)).toBe(sold.discount ?? 0);
        expect(sumOf(({ share = 0 }) => share)).toBe(sold.share ?? 0);
        expect(sumOf(({ tax }) => tax?.tax ?? 0)).toBe(sold.tax?.tax ?? 0);
        expect(sumOf(dueOf)).toBe(dueOf(sold));
      }
    }),
    { numRuns },
  );
});

test('no part of a sale comes back with a sum below nothing, whatever is rounded', () => {
  fc.assert(
    fc.property(sales, turns, ({ sale, step }, wishes) => {
      const { standing, paidOut } = giveBack(sale, wishes, step);
      for (const { head, body } of standing.backs) {
        const lines = body.lines.flatMap((line) => {
          const { amount, discount: own = 0, share = 0, tax } = line;
          return [amount, own, share, tax?.tax ?? 0, dueOf(line)];
        });
        expect(Math.max(0, ...lines, head.total, head.discount, head.tax)).toBe(0);
        expect(Math.abs(head.rounding)).toBeLessThanOrEqual(2 * step);
      }
      const left = sale.head.total - sumRupiah(paidOut);
      expect(left).toBe(leftToPayOut(standing));
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(step);
    }),
    { numRuns },
  );
});

test('all of a sale at once goes back as it came, and a hub believes every refund', () => {
  fc.assert(
    fc.property(sales, turns, ({ sale, step }, wishes) => {
      const atOnce = giveBack(sale, [], step);
      expect(sumRupiah(atOnce.paidOut)).toBe(sale.head.total);
      const { standing } = giveBack(sale, wishes, step);
      const counters = { sales: 0, refunds: 0, count: 0 };
      for (const { head } of standing.backs) {
        expect(isPlausible({ ...head, counters })).toBe(true);
      }
    }),
    { numRuns },
  );
});

const kemeja: SoldLine = {
  code: 'A-1',
  name: 'Kemeja',
  category: 'Batik',
  unit: 'pcs',
  factorMilli: 1_000,
  quantityMilli: milli(2_000),
  priceRupiah: rupiah(10_000),
};

test('half of what was discounted by Rp5.001 comes back with half of the discount', () => {
  const discounted = {
    ...kemeja,
    discount: { kind: 'amount', amountRupiah: rupiah(5_001) },
  } as const;
  const sale = paidSale({ lines: [discounted] }, { percents: [], step: 1 });
  const one = { at: 0, quantityMilli: milli(1_000), isRestocked: false };
  const [line] = linesBack({ sale, backs: [] }, [one]);

  expect(line).toMatchObject({ quantity: -1_000, amount: -10_000, discount: -2_501, of: 0 });
  expect(line).toMatchObject({ restocked: false, price: 10_000 });
  expect(line).not.toHaveProperty('told');
});

test('more than is left of a line cannot come back, and nothing of a refund', () => {
  const sale = paidSale({ lines: [kemeja] }, { percents: [], step: 100 });
  const standing = { sale, backs: [] };
  const lines = linesBack(standing, [{ at: 0, quantityMilli: milli(1_500), isRestocked: true }]);
  const back = backOf(sale, lines, payOutAsPaid(standing, lines, 100));
  const again = { at: 0, quantityMilli: milli(501), isRestocked: true };

  expect(() => linesBack({ sale, backs: [back] }, [again])).toThrow('REFUND_ABOVE_SOLD');
  expect(() => linesBack({ sale, backs: [back] }, [{ ...again, at: 1 }])).toThrow(
    'REFUND_ABOVE_SOLD',
  );
  expect(() => linesBack({ sale: back, backs: [] }, [again])).toThrow('REFUND_OF_REFUND');
});

test('money goes back by what paid it; otherwise only once a person has said so', () => {
  const sale = paidSale({ lines: [kemeja] }, { percents: [40], step: 100 });
  const standing = { sale, backs: [] };
  const lines = linesBack(standing, allLeft(standing));
  const settle = (kind: string, amount: number, changesTender: boolean): number =>
    settleRefund(standing, lines, {
      tenders: [{ kind, amountRupiah: rupiah(amount) }],
      changesTender,
      step: 100,
    });

  expect(payOutAsPaid(standing, lines, 100)).toEqual({
    tenders: [
      { kind: 'qris', amountRupiah: 8_000 },
      { kind: 'cash', amountRupiah: 12_000 },
    ],
    changesTender: false,
  });
  expect(() => settle('cash', 20_000, false)).toThrow('REFUND_TENDER');
  expect(settle('cash', 20_000, true)).toBe(20_000);
  expect(settle('credit', 20_000, false)).toBe(20_000);
  expect(() => settle('qris', 20_000, true)).toThrow('REFUND_TENDER');
  expect(() => settle('card', 20_000, true)).toThrow('REFUND_TENDER');
  expect(() => settle('cash', 19_900, true)).toThrow('REFUND_SUM');
  expect(() => settle('cash', 20_100, true)).toThrow('REFUND_SUM');
});
