import { formatQuantity } from '../quantity.ts';
import type { Translator } from '../text.ts';
import type { Discount } from './discount.ts';

/** `Diskon 10%`, or `Diskon` of one that is an amount. */
export function discountWords(discount: Discount, speaker: Translator): string {
  return rateWords(discount.kind === 'percent' ? discount.rateBp : null, speaker);
}

/** The same by its rate in basis points; null of an amount. */
export function rateWords(rateBp: number | null, speaker: Translator): string {
  if (rateBp === null) return speaker.text('sales.discount');
  return speaker.text('sales.discountRate', { rate: formatRate(rateBp) });
}

/** The same of a whole cart. */
export function cartRateWords(rateBp: number | null, speaker: Translator): string {
  if (rateBp === null) return speaker.text('sales.cartDiscount');
  return speaker.text('sales.cartDiscountRate', { rate: formatRate(rateBp) });
}

/** `12,5` of 1250 basis points. */
function formatRate(rateBp: number): string {
  return formatQuantity(rateBp * 10);
}
