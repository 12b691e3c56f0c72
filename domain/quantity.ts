import { z } from 'zod';
import { formatWhole, mulDivRound, rupiah, signOf, type Rupiah } from './money.ts';

/** Whole thousandths of a unit: 1 pcs is 1000. Negative in a refund. */
export type Milli = number & { readonly unit: 'milli' };

/** Most of one unit in one line: a million. */
export const MILLI_MAX = 1_000_000_000;

/** @throws RangeError when not whole thousandths. */
export function milli(value: number): Milli {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole thousandths: ${value}`);
  return (value === 0 ? 0 : value) as Milli; // checked above; -0 is 0
}

/** Whole units as thousandths: `pcs(2)` is 2000. */
export function pcs(units: number): Milli {
  return milli(units * 1000);
}

export const Milli = z
  .int()
  .min(-MILLI_MAX)
  .max(MILLI_MAX)
  .transform((value) => milli(value));

/** Thousandths in an answer, as wide as sums can be: what is on hand, a line that was signed. */
export const MilliSum = z.int().transform((value) => milli(value));

/** A quantity that is sold: at least one thousandth. */
export const MilliSold = z
  .int()
  .min(1)
  .max(MILLI_MAX)
  .transform((value) => milli(value));

/** Price of one unit × quantity, rounded half away from zero to whole rupiah. */
export function timesQuantity(price: Rupiah, quantity: Milli): Rupiah {
  return rupiah(mulDivRound(price, quantity, 1000));
}

/** `2`, `1,5`, `0,125`: a decimal comma, no trailing zeros. */
export function formatQuantity(value: number): string {
  const whole = formatWhole(Math.trunc(Math.abs(value) / 1000));
  const rest = String(Math.abs(value) % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${signOf(value)}${whole}${rest === '' ? '' : `,${rest}`}`;
}
