import { z } from 'zod';
import { assert } from './assert.ts';

/** Whole rupiah; negative in a refund. */
export type Rupiah = number & { readonly unit: 'rupiah' };

/** Most that one amount may be: 10^12 rupiah, so that sums stay far below 2^53. */
export const RUPIAH_MAX = 1_000_000_000_000;

/** Most that the goods of one sale come to, and what is paid for them without cash. Rupiah */
export const SALE_MAX = 100_000_000_000;

/** @throws RangeError on a fraction, or past 2^53 − 1 where sums stop being exact. */
export function rupiah(value: number): Rupiah {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole rupiah: ${value}`);
  return (value === 0 ? 0 : value) as Rupiah; // checked above; -0 is 0
}

/** Rupiah on the wire, in a file or a column: a whole number within ±RUPIAH_MAX. */
export const Rupiah = z
  .int()
  .min(-RUPIAH_MAX)
  .max(RUPIAH_MAX)
  .transform((value) => rupiah(value));

/** Rupiah that cannot be negative: prices and tenders. */
export const RupiahPositive = z
  .int()
  .min(0)
  .max(RUPIAH_MAX)
  .transform((value) => rupiah(value));

/** A sum of rupiah in an answer, as wide as sums can be. */
export const RupiahSum = z.int().transform((value) => rupiah(value));

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Exact sum. @throws RangeError when the sum is not a safe integer. */
export function sumRupiah(parts: readonly Rupiah[]): Rupiah {
  return rupiah(parts.reduce<number>((sum, part) => sum + part, 0));
}

/**
 * value × numerator ÷ denominator, rounded half away from zero, exact for any safe integers.
 * @throws InvariantError when the denominator is not positive
 * @throws RangeError when the result is past 2^53
 */
export function mulDivRound(value: number, numerator: number, denominator: number): number {
  assert(denominator > 0, 'denominator must be positive');
  const product = value * numerator;
  if (Number.isSafeInteger(product) && Math.abs(product) < Number.MAX_SAFE_INTEGER / 4) {
    const whole = Math.trunc(product / denominator);
    const rest = Math.abs(product - whole * denominator);
    return rest * 2 >= denominator ? whole + Math.sign(product) : whole;
  }
  const big = BigInt(value) * BigInt(numerator);
  const by = BigInt(denominator);
  const magnitude = big < 0n ? -big : big;
  const rounded = (magnitude * 2n + by) / (by * 2n);
  if (rounded > MAX_SAFE)
    throw new RangeError(`past 2^53: ${value} × ${numerator} ÷ ${denominator}`);
  return Number(big < 0n ? -rounded : rounded);
}

/** `Rp18.000`, `−Rp18.000`; no space after Rp (EYD V). */
export function formatRupiah(value: number): string {
  return `${signOf(value)}Rp${formatWhole(Math.abs(value))}`;
}

/** `18.000`: Indonesian thousands points, in every language of the screen. */
export function formatWhole(value: number): string {
  return signOf(value) + String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** The minus sign before whatever is less than nothing; paper prints it as a hyphen. */
export function signOf(value: number): string {
  return value < 0 ? '−' : '';
}
