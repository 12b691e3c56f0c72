import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rupiah, sumRupiah } from '../money.ts';
import { milli, pcs } from '../quantity.ts';
import type { Discount } from './discount.ts';
import { priceCart, type PricingLine, roundCash } from './pricing.ts';
import { type TaxTerms, taxKinds } from './tax.ts';

const businessDate = '2026-11-24';
const steps = fc.constantFrom(1, 100, 500, 1000);

/** How many random carts a run tries; a million in the long form. */
const numRuns = Number(process.env.LAPAK_CARTS ?? 2_000);

const discount: fc.Arbitrary<Discount | undefined> = fc.option(
  fc.oneof(
    fc.integer({ min: 1, max: 10_000 }).map((rateBp) => ({ kind: 'percent' as const, rateBp })),
    fc
      .integer({ min: 1, max: 3_000_000 })
      .map((amount) => ({ kind: 'amount' as const, amountRupiah: rupiah(amount) })),
  ),
  { nil: undefined },
);

const tax: fc.Arbitrary<TaxTerms> = fc.record({
  kind: fc.constantFrom(...taxKinds),
  isAdded: fc.boolean(),
});

function aLine(): fc.Arbitrary<PricingLine> {
  return fc.record({
    quantityMilli: fc.integer({ min: 1, max: 99_000 }).map(milli),
    priceRupiah: fc.oneof(
      fc.integer({ min: 0, max: 9 }).map(rupiah),
      fc.integer({ min: 0, max: 5_000_000 }).map(rupiah),
    ),
    discount,
    tax,
  });
}

const cart = fc.record({ lines: fc.array(aLine(), { minLength: 1, maxLength: 12 }), discount });

test('lesson 40: what is due for the lines adds up to the total, and nothing is negative', () => {
  fc.assert(
    fc.property(cart, ({ lines, discount }) => {
      const priced = priceCart({ lines, discount, businessDate });
      expect(sumRupiah(priced.lines.map((line) => line.dueRupiah))).toBe(priced.totalRupiah);
      expect(sumRupiah(priced.lines.map((line) => line.amountRupiah))).toBe(priced.subtotalRupiah);
      expect(sumRupiah(priced.lines.map((line) => line.taxRupiah))).toBe(priced.taxRupiah);
      for (const line of priced.lines) {
        const { amountRupiah, discountRupiah, shareRupiah, taxRupiah, dueRupiah } = line;
        const parts = [amountRupiah, discountRupiah, shareRupiah, taxRupiah, dueRupiah];
        expect(parts.every((part) => part >= 0)).toBe(true);
        const added = line.tax?.isAdded ? taxRupiah : 0;
        expect(amountRupiah - discountRupiah - shareRupiah + added).toBe(dueRupiah);
      }
    }),
    { numRuns },
  );
});

test('a discount takes off what it says, and never more than there is', () => {
  fc.assert(
    fc.property(cart, ({ lines, discount }) => {
      const priced = priceCart({ lines, discount, businessDate });
      const own = priced.lines.map((line) => expectedOff(line.amountRupiah, line.discount));
      expect(priced.lines.map((line) => line.discountRupiah)).toEqual(own);
      const left = priced.subtotalRupiah - own.reduce((sum, one) => sum + one, 0);
      const ofCart = priced.lines.reduce((sum, line) => sum + line.shareRupiah, 0);
      expect(ofCart).toBe(expectedOff(left, discount));
    }),
    { numRuns },
  );
});

/** By fractions, apart from the product's way. */
function expectedOff(amount: number, off: Discount | undefined): number {
  if (!off) return 0;
  if (off.kind === 'amount') return Math.min(off.amountRupiah, amount);
  return Number((BigInt(amount) * BigInt(off.rateBp) * 2n + 10_000n) / 20_000n);
}

test('the tax of a kind is that of all that it is on, not of each line rounded by itself', () => {
  fc.assert(
    fc.property(cart, ({ lines, discount }) => {
      const priced = priceCart({ lines, discount, businessDate });
      for (const { kind, isAdded, baseRupiah, taxRupiah } of priced.taxes) {
        const ofKind = priced.lines.filter(
          ({ tax }) => tax?.kind === kind && tax.isAdded === isAdded,
        );
        const due = ofKind.reduce((sum, line) => sum + line.dueRupiah, 0);
        expect(baseRupiah + taxRupiah).toBe(due);
        const [over, under] = ratios[kind];
        const exact = isAdded ? (baseRupiah * over) / under : (due * over) / (under + over);
        expect(Math.abs(taxRupiah - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
      }
    }),
    { numRuns },
  );
});

/** What a tax is of its base in 2026. */
const ratios = {
  none: [0, 1],
  ppn: [11, 100],
  'ppn-luxury': [12, 100],
  pbjt: [10, 100],
} as const;

test('the order of the lines does not change the total', () => {
  fc.assert(
    fc.property(cart, ({ lines, discount }) => {
      const back = priceCart({ lines: [...lines].reverse(), discount, businessDate });
      const { totalRupiah } = priceCart({ lines, discount, businessDate });
      expect(back.totalRupiah).toBe(totalRupiah);
    }),
  );
});

test('a rounded total is a multiple of the step and never further than half a step away', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }).map(rupiah), steps, (amount, step) => {
      const rounded = roundCash(amount, step);
      expect(Math.abs(rounded % step)).toBe(0);
      expect(Math.abs(rounded - amount) * 2).toBeLessThanOrEqual(step);
    }),
  );
});

test('a refund of a whole sale pays back at least what was taken', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }).map(rupiah), steps, (amount, step) => {
      expect(-roundCash(rupiah(-amount), step)).toBeGreaterThanOrEqual(roundCash(amount, step));
    }),
  );
});

test('the middle of a step goes to the customer', () => {
  expect(roundCash(rupiah(12_350), 100)).toBe(12_300);
  expect(roundCash(rupiah(12_351), 100)).toBe(12_400);
  expect(roundCash(rupiah(-12_350), 100)).toBe(-12_400);
});

test('two and a half kilos at Rp12.345 are Rp30.863, the half rupiah up', () => {
  const lines = [{ quantityMilli: milli(2500), priceRupiah: rupiah(12_345) }];
  expect(priceCart({ lines, businessDate })).toMatchObject({
    subtotalRupiah: 30_863,
    totalRupiah: 30_863,
  });
});

test('of Rp111.000 with PPN in it Rp11.000 are tax, on a base of Rp100.000', () => {
  const ppn = { kind: 'ppn', isAdded: false } as const;
  const lines = [{ quantityMilli: pcs(1), priceRupiah: rupiah(111_000), tax: ppn }];
  expect(priceCart({ lines, businessDate })).toMatchObject({
    taxes: [{ kind: 'ppn', isAdded: false, baseRupiah: 100_000, taxRupiah: 11_000 }],
    totalRupiah: 111_000,
  });
});

test('PPN that is added to Rp100.000 makes Rp111.000; PBJT Rp110.000; luxury Rp112.000', () => {
  const total = (kind: 'ppn' | 'pbjt' | 'ppn-luxury') => {
    const tax = { kind, isAdded: true };
    const lines = [{ quantityMilli: pcs(1), priceRupiah: rupiah(100_000), tax }];
    return priceCart({ lines, businessDate }).totalRupiah;
  };
  expect([total('ppn'), total('pbjt'), total('ppn-luxury')]).toEqual([111_000, 110_000, 112_000]);
});

test('a line discount comes first, then that of the cart, then the tax of what is left', () => {
  const added = { kind: 'ppn', isAdded: true } as const;
  const lines: PricingLine[] = [
    {
      quantityMilli: pcs(2),
      priceRupiah: rupiah(50_000),
      discount: { kind: 'percent', rateBp: 1_000 },
      tax: added,
    },
    { quantityMilli: pcs(1), priceRupiah: rupiah(10_000), tax: added },
  ];
  const off = { kind: 'amount', amountRupiah: rupiah(10_000) } as const;
  const priced = priceCart({ lines, discount: off, businessDate });

  expect(priced.lines).toMatchObject([
    { amountRupiah: 100_000, discountRupiah: 10_000, shareRupiah: 9_000, dueRupiah: 89_910 },
    { amountRupiah: 10_000, discountRupiah: 0, shareRupiah: 1_000, dueRupiah: 9_990 },
  ]);
  expect(priced).toMatchObject({ discountRupiah: 20_000, taxRupiah: 9_900, totalRupiah: 99_900 });
});

test('what spreading leaves goes to the largest line', () => {
  const lines = [10_000, 10_000, 30_000].map((price) => {
    return { quantityMilli: pcs(1), priceRupiah: rupiah(price) };
  });
  const off = { kind: 'amount', amountRupiah: rupiah(1_001) } as const;
  const { lines: priced } = priceCart({ lines, discount: off, businessDate });
  expect(priced.map((line) => line.shareRupiah)).toEqual([200, 200, 601]);
});

test('ten lines of one rupiah with five off: no line becomes less than nothing', () => {
  const lines = Array.from({ length: 10 }, () => {
    return { quantityMilli: pcs(1), priceRupiah: rupiah(1) };
  });
  const off = { kind: 'amount', amountRupiah: rupiah(5) } as const;
  const { lines: priced, totalRupiah } = priceCart({ lines, discount: off, businessDate });
  expect(priced.map((line) => line.dueRupiah)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  expect(totalRupiah).toBe(5);
});

test('a sale keeps the rate of its day', () => {
  const tax = { kind: 'ppn', isAdded: true } as const;
  const lines = [{ quantityMilli: pcs(1), priceRupiah: rupiah(1_000_000), tax }];
  const taxOn = (date: string) => priceCart({ lines, businessDate: date }).taxRupiah;
  expect(taxOn('2022-03-31')).toBe(100_000);
  expect(taxOn('2022-04-01')).toBe(110_000);
  expect(taxOn('2024-12-31')).toBe(110_000);
  expect(taxOn('2025-01-01')).toBe(110_000); // 12 % of 11/12
});

test('an empty cart costs nothing', () => {
  expect(priceCart({ lines: [], businessDate }).totalRupiah).toBe(0);
});

test('a sum that is no longer exact is refused', () => {
  const huge = { quantityMilli: pcs(1_000_000), priceRupiah: rupiah(1e12) };
  expect(() => priceCart({ lines: [huge], businessDate })).toThrow(RangeError);
});
