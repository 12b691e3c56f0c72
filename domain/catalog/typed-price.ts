import { formatWhole } from '../money.ts';

/** Digits of a price: 12 are RUPIAH_MAX, one more is told as too large. */
const PRICE_DIGITS_MAX = 13;
/** The same with points, and sen. */
const PRICE_TEXT_MAX = 24;

/**
 * A price as its field shows it while it is typed: whole rupiah with points between the thousands.
 * What is more than whole rupiah, or no figure, stays as it is: readProductForm() reads it, or says
 * what is wrong with it.
 * @param isPasted then `12500.00` has sen; while a point is typed or erased it is one of thousands
 */
export function formatTypedPrice(
  typed: string,
  { isPasted }: { readonly isPasted: boolean },
): string {
  const text = typed.replace(/^\s*Rp\.?\s*/i, '').trim();
  const hasSen = isPasted && /\.\d{1,2}$/.test(text);
  if (/[^\d.\s]/.test(text) || hasSen) return text.slice(0, PRICE_TEXT_MAX);
  const digits = text.replace(/\D/g, '').slice(0, PRICE_DIGITS_MAX);
  return digits === '' ? '' : formatWhole(Number(digits));
}
