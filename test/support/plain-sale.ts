import { rupiah, type Rupiah } from '../../domain/money.ts';
import type { LineSums } from '../../domain/sales/pricing.ts';
import { untaxed } from '../../domain/sales/tax.ts';
import type { Terms } from '../../domain/sales/terms.ts';

/** A stall that charges no tax. */
export function plainTerms(cashRoundingRupiah = 100): Terms {
  return { cashRoundingRupiah, tax: untaxed, isPkp: false, businessDate: '2026-11-24' };
}

const zero = rupiah(0);

/** The sums of a line without discount or tax. */
export function plainSums(amountRupiah: Rupiah): LineSums {
  const none = { discountRupiah: zero, shareRupiah: zero, taxRupiah: zero };
  return { amountRupiah, ...none, dueRupiah: amountRupiah };
}

/** What a receipt says of a line on which nothing was agreed. */
export function plainLine(amountRupiah: Rupiah) {
  const none = { shelfRupiah: null, discount: null, taxKind: 'none', note: '' };
  return { amountRupiah, dueRupiah: amountRupiah, ...none };
}

/** What a receipt says of a cart on which nothing was agreed. */
export const plainReceipt = {
  note: '',
  discount: null,
  taxedOn: '2026-11-24',
  taxes: [],
  npwp: '',
};

/** What a record is made of where nothing was agreed. */
export const plainCart = {
  discountRupiah: zero,
  taxes: [],
  taxRupiah: zero,
  npwp: '',
  allowed: [],
};
