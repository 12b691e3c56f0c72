import { assert } from '../assert.ts';
import { mulDivRound, rupiah, sumRupiah, type Rupiah } from '../money.ts';
import { timesQuantity, type Milli } from '../quantity.ts';

/** What a line is priced by. Quantity is negative in a refund. */
export interface PricingLine {
  readonly quantityMilli: Milli;
  readonly priceRupiah: Rupiah;
}

/** The line with its amount: price × quantity. */
export type PricedLine<L extends PricingLine> = L & { readonly amountRupiah: Rupiah };

export interface PricedCart<L extends PricingLine = PricingLine> {
  readonly lines: readonly PricedLine<L>[];
  /** Sum of the lines. */
  readonly subtotalRupiah: Rupiah;
  /** Cash rounding: total − subtotal. */
  readonly roundingRupiah: Rupiah;
  readonly totalRupiah: Rupiah;
}

/**
 * The one price of a cart, for screen, receipt, report and hub. Lines first, then cash rounding:
 * sum of lines + rounding = total, always. No tax is charged: a stall below the PKP threshold
 * charges none.
 * @param cashRoundingRupiah the total goes to its nearest multiple; 1 leaves it as it is
 */
export function priceCart<L extends PricingLine>(cart: {
  readonly lines: readonly L[];
  readonly cashRoundingRupiah: number;
}): PricedCart<L> {
  const lines = cart.lines.map((line) => ({
    ...line,
    amountRupiah: timesQuantity(line.priceRupiah, line.quantityMilli),
  }));
  const subtotalRupiah = sumRupiah(lines.map((line) => line.amountRupiah));
  const totalRupiah = roundCash(subtotalRupiah, cart.cashRoundingRupiah);
  const roundingRupiah = rupiah(totalRupiah - subtotalRupiah);
  return { lines, subtotalRupiah, roundingRupiah, totalRupiah };
}

/**
 * The nearest multiple of `step`; the middle goes to the customer's good: Rp 50 of a sale is
 * dropped, Rp 50 of a refund is paid out as Rp 100. Source: Permendag 35/2013 (rounding to money
 * in circulation, told at payment).
 */
export function roundCash(amount: Rupiah, step: number): Rupiah {
  assert(Number.isSafeInteger(step) && step >= 1, 'rounding step is whole rupiah');
  const nearest = mulDivRound(amount, 1, step) * step;
  const isMiddle = (nearest - amount) * 2 === step;
  return rupiah(isMiddle && amount > 0 ? nearest - step : nearest);
}
