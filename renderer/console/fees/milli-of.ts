import { parseDecimal } from '../../../domain/tables/read-number.ts';
import { withDecimalComma } from '../../../domain/typed-number.ts';

/** Digits of a thousandth. */
const SCALE = 3;

/** Thousandths of a number as it is typed: `1.444,70`, `112,5`; undefined where it is none. */
export function milliOf(typed: string): number | undefined {
  if (typed.trim() === '') return undefined;
  const read = parseDecimal(withDecimalComma(typed), ',');
  if (typeof read === 'string' || read.scale > SCALE || read.digits < 0) return undefined;
  return read.digits * 10 ** (SCALE - read.scale);
}
