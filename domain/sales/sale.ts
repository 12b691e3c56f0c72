import { LapakError } from '../errors.ts';
import { rupiah, RUPIAH_MAX, sumRupiah, type Rupiah } from '../money.ts';
import type { Tender } from '../payments/tender.ts';
import { priceCart, type PricedCart, type PricingLine } from './pricing.ts';

/** A priced cart with its payment settled. */
export interface ClosedSale extends PricedCart {
  readonly tenders: readonly Tender[];
  readonly changeRupiah: Rupiah;
}

/**
 * Prices a cart and settles its tenders: change is what cash exceeds the total by. In a refund
 * (negative total) the tenders are what was paid out, exactly.
 * @throws LapakError TENDER_SHORT, TOTAL_TOO_LARGE
 */
export function closeSale(order: {
  readonly lines: readonly PricingLine[];
  readonly tenders: readonly Tender[];
  readonly cashRoundingRupiah: number;
}): ClosedSale {
  const priced = priceWithinLimits(order);
  const paid = sumRupiah(order.tenders.map((tender) => tender.amountRupiah));
  const due = Math.abs(priced.totalRupiah);
  if (paid < due) throw new LapakError('TENDER_SHORT', { missingRupiah: due - paid });
  return { ...priced, tenders: order.tenders, changeRupiah: rupiah(paid - due) };
}

function priceWithinLimits(order: Parameters<typeof priceCart>[0]): PricedCart {
  try {
    const priced = priceCart(order);
    if (Math.abs(priced.totalRupiah) <= RUPIAH_MAX) return priced;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // past 2^53: too large as well
  }
  throw new LapakError('TOTAL_TOO_LARGE', {});
}
