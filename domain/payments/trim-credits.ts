import { rupiah, type Rupiah } from '../money.ts';

/** A means of payment, as far as its amount goes. */
interface Paid {
  readonly kind: string;
  readonly amountRupiah: Rupiah;
}

/**
 * The tenders of a cart without what its vouchers have beyond the total: a voucher pays for goods
 * and never for cash, so what it is not needed for stays on it. The last one gives way first, and
 * one that is not needed at all is left out.
 */
export function trimCredits<T extends Paid>(total: Rupiah, tenders: readonly T[]): readonly T[] {
  const cashless = tenders.filter(({ kind }) => kind !== 'cash');
  let surplus = cashless.reduce<number>((sum, { amountRupiah }) => sum + amountRupiah, -total);
  if (surplus <= 0 || !cashless.some(({ kind }) => kind === 'credit')) return tenders;
  const trimmed = tenders.toReversed().flatMap((tender): T[] => {
    if (tender.kind !== 'credit' || surplus <= 0) return [tender];
    const cut = Math.min(surplus, tender.amountRupiah);
    surplus -= cut;
    const amountRupiah = rupiah(tender.amountRupiah - cut);
    return amountRupiah > 0 ? [{ ...tender, amountRupiah }] : [];
  });
  return trimmed.toReversed();
}
