import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatShifts, parseShifts } from './shifts-column.ts';

const whole = fc.oneof(fc.constant(0), fc.integer({ min: -(2 ** 31), max: 2 ** 31 }));
const shift = fc.record({
  shift: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  sums: fc.record({
    receipts: whole,
    sales: whole,
    refundCount: whole,
    refunds: whole,
    discount: whole,
    tax: whole,
    rounding: whole,
  }),
  tenders: fc
    .array(fc.tuple(fc.stringMatching(/^[a-z][a-z-]{0,39}$/), whole))
    .map((pairs): ReadonlyMap<string, number> => new Map(pairs)),
});

test('open shifts are read as they were written', () => {
  fc.assert(
    fc.property(fc.array(shift), (shifts) => {
      expect(parseShifts(formatShifts(shifts))).toEqual(shifts);
    }),
  );
});

test('what they are kept as is short', () => {
  const sums = { receipts: 2, sales: 9_000, refundCount: 0, refunds: 0 };
  const others = { discount: 0, tax: 0, rounding: 0 };
  const tenders = new Map([
    ['cash', 5_000],
    ['qris', 4_000],
  ]);
  expect(formatShifts([{ shift: 7, sums: { ...sums, ...others }, tenders }])).toBe(
    '7,2,9000 cash,5000 qris,4000',
  );
});
