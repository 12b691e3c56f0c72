import { RUPIAH_MAX, type Rupiah, rupiah } from '../../money.ts';
import type { Decimal } from '../../tables/read-number.ts';

/** Most that one amount or balance of a file may be. */
const SEN_MAX = RUPIAH_MAX * 100;

/** Hundredths of a rupiah of a number as it was written; or why it cannot be one. */
export function senOf(
  { digits, scale }: Decimal,
  isInSen: boolean,
): number | 'amountInvalid' | 'amountTooLarge' {
  const places = isInSen ? 0 : 2;
  if (scale > places) return 'amountInvalid';
  const sen = digits * 10 ** (places - scale);
  return Math.abs(sen) > SEN_MAX ? 'amountTooLarge' : sen;
}

/** Hundredths of a rupiah of a cell of a sheet that holds a number. */
export function senOfNumber(
  value: number,
  isInSen: boolean,
): number | 'amountInvalid' | 'amountTooLarge' {
  const exact = isInSen ? value : value * 100;
  if (!(Math.abs(exact) <= SEN_MAX)) return 'amountTooLarge';
  const sen = Math.round(exact);
  // A sheet keeps binary fractions: 25441156.37 is not exact, and still means its 37 sen.
  if (Math.abs(exact - sen) > 0.01) return 'amountInvalid';
  return sen === 0 ? 0 : sen;
}

/** The whole rupiah of so many hundredths; null where a fraction is left. */
export function wholeRupiah(sen: number): Rupiah | null {
  return sen % 100 === 0 ? rupiah(sen / 100) : null;
}

/** Exact sum; null past what a number holds exactly. */
export function sumSen(parts: readonly number[]): number | null {
  let sum = 0;
  for (const part of parts) {
    sum += part;
    if (!Number.isSafeInteger(sum)) return null;
  }
  return sum;
}
