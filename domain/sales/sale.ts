import { LapakError } from '../errors.ts';
import { mulDivRound, rupiah, RUPIAH_MAX, sumRupiah, type Rupiah } from '../money.ts';
import type { Tender } from '../payments/tender.ts';
import { milli, MILLI_MAX, type Milli } from '../quantity.ts';
import { priceCart, type PricedCart, type PricingLine } from './pricing.ts';

/** A line of a sale before pricing: read from the shelf, or given by another system's history. */
export interface SoldLine extends PricingLine {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  /** Thousandths of the base unit in one unit. */
  readonly factorMilli: number;
}

/** A priced cart with its payment settled. */
export interface ClosedSale extends PricedCart<SoldLine> {
  readonly tenders: readonly Tender[];
  readonly changeRupiah: Rupiah;
}

/** Most that one line takes from the stock, in thousandths of the base unit: a billion pieces. */
const BASE_MILLI_MAX = 1000 * MILLI_MAX;

/** What the screen showed when it was paid. */
export interface ShownSale {
  /** The price of each line, in their order. */
  readonly prices: readonly number[];
  readonly totalRupiah: number;
}

/**
 * Prices a cart and settles its tenders: change is what cash exceeds the total by. In a refund
 * (negative total) the tenders are what was paid out, exactly. What was `shown` must be so still,
 * before the money is compared.
 * @throws LapakError TENDER_SHORT, TOTAL_TOO_LARGE; with `shown` PRICE_CHANGED, ROUNDING_CHANGED
 */
export function closeSale(order: {
  readonly lines: readonly SoldLine[];
  readonly tenders: readonly Tender[];
  readonly cashRoundingRupiah: number;
  readonly shown?: ShownSale;
}): ClosedSale {
  const priced = priceSale(order);
  if (order.shown) assertAsShown(priced, order.shown, order.cashRoundingRupiah);
  const paid = sumRupiah(order.tenders.map((tender) => tender.amountRupiah));
  const due = Math.abs(priced.totalRupiah);
  if (paid < due) throw new LapakError('TENDER_SHORT', { missingRupiah: due - paid });
  return { ...priced, tenders: order.tenders, changeRupiah: rupiah(paid - due) };
}

/**
 * What a line takes from the stock, in thousandths of the base unit; negative in a refund.
 * @throws RangeError past 2^53
 */
export function baseQuantity(quantityMilli: number, factorMilli: number): Milli {
  return milli(mulDivRound(quantityMilli, factorMilli, 1000));
}

/** Prices the lines of a sale. @throws LapakError TOTAL_TOO_LARGE */
function priceSale(order: {
  readonly lines: readonly SoldLine[];
  readonly cashRoundingRupiah: number;
}): PricedCart<SoldLine> {
  try {
    const priced = priceCart(order);
    const isStockable = order.lines.every(
      (line) => Math.abs(baseQuantity(line.quantityMilli, line.factorMilli)) <= BASE_MILLI_MAX,
    );
    if (isStockable && Math.abs(priced.totalRupiah) <= RUPIAH_MAX) return priced;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // past 2^53: too large as well
  }
  throw new LapakError('TOTAL_TOO_LARGE', {});
}

/**
 * Sees to it that the cart costs what was shown: line by line, so that two changes do not cancel
 * out. @throws LapakError PRICE_CHANGED, ROUNDING_CHANGED
 */
function assertAsShown(
  { lines, totalRupiah }: PricedCart<SoldLine>,
  shown: ShownSale,
  cashRoundingRupiah: number,
): void {
  const changed = lines.find((line, at) => line.priceRupiah !== shown.prices[at]);
  if (changed) {
    const prices = lines.map(({ code, unit, priceRupiah }) => ({ code, unit, priceRupiah }));
    throw new LapakError('PRICE_CHANGED', { name: changed.name, totalRupiah, prices });
  }
  if (totalRupiah !== shown.totalRupiah) {
    throw new LapakError('ROUNDING_CHANGED', { totalRupiah, cashRoundingRupiah });
  }
}
