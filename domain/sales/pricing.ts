import { assert } from '../assert.ts';
import { mulDivRound, rupiah, sumRupiah, type Rupiah } from '../money.ts';
import { timesQuantity, type Milli } from '../quantity.ts';
import type { SaleLine } from './receipt.ts';

/** A line before pricing. Quantity is negative in a refund. */
export interface PricingLine {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly quantityMilli: Milli;
  readonly priceRupiah: Rupiah;
}

export interface PricedCart {
  readonly lines: SaleLine[];
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
export function priceCart(cart: {
  readonly lines: readonly PricingLine[];
  readonly cashRoundingRupiah: number;
}): PricedCart {
  const lines = cart.lines.map((line) => ({
    code: line.code,
    name: line.name,
    unit: line.unit,
    quantityMilli: line.quantityMilli,
    priceRupiah: line.priceRupiah,
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
