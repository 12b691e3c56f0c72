import { z } from 'zod';
import { assert } from '../assert.ts';
import { mulDivRound, type Rupiah, rupiah, RUPIAH_MAX } from '../money.ts';

/** A discount on a line or a cart: a share of it in basis points, or an amount. */
export const Discount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), rateBp: z.int().min(1).max(10_000) }),
  z.strictObject({
    kind: z.literal('amount'),
    amountRupiah: z
      .int()
      .min(1)
      .max(RUPIAH_MAX)
      .transform((value) => rupiah(value)),
  }),
]);
export type Discount = z.output<typeof Discount>;

/**
 * What a discount takes off an amount: never more than the amount, so that nothing is sold for
 * less than nothing when a line became smaller than its discount.
 */
export function discountOf(amount: Rupiah, discount: Discount | undefined): Rupiah {
  if (!discount || amount <= 0) return rupiah(0);
  if (discount.kind === 'amount') return rupiah(Math.min(discount.amountRupiah, amount));
  return rupiah(mulDivRound(amount, discount.rateBp, 10_000));
}

/**
 * Splits a sum over amounts by their size. What rounding leaves goes to the largest, and past what
 * that one has to the next: no part is larger than its amount.
 * @param amounts not negative, together at least `sum`
 */
export function spread(sum: Rupiah, amounts: readonly Rupiah[]): Rupiah[] {
  const whole = amounts.reduce((total, amount) => total + amount, 0);
  assert(sum >= 0 && sum <= whole, 'what is spread is not more than what it is spread over');
  if (sum === 0) return amounts.map(() => rupiah(0));
  const parts = amounts.map((amount) => mulDivFloor(sum, amount, whole));
  let rest = sum - parts.reduce((total, part) => total + part, 0);
  const bySize = amounts.map((_, at) => at).sort((a, b) => size(amounts, b) - size(amounts, a));
  for (const at of bySize) {
    const room = Math.min(rest, size(amounts, at) - (parts[at] ?? 0));
    parts[at] = (parts[at] ?? 0) + room;
    rest -= room;
    if (rest === 0) break;
  }
  return parts.map(rupiah);
}

function size(amounts: readonly Rupiah[], at: number): number {
  return amounts[at] ?? 0;
}

/** value × numerator ÷ denominator without its fraction; none of them negative. */
function mulDivFloor(value: number, numerator: number, denominator: number): number {
  const product = value * numerator;
  if (Number.isSafeInteger(product)) return Math.floor(product / denominator);
  return Number((BigInt(value) * BigInt(numerator)) / BigInt(denominator));
}
