import {
  type Decimal,
  type DecimalMark,
  type NumberFault,
  parseDecimal,
} from '../tables/read-number.ts';

/** Why a cell has no number that can be used. */
type NumberReason = NumberFault | 'numberNegative' | 'rupiahFraction';

/** The number of a cell, or why it is none. */
export type CellNumber = { readonly value: number } | { readonly reason: NumberReason };

/** A price in whole rupiah, 0 to `max`; a fraction of a rupiah is refused. */
export function readRupiah(cell: string, mark: DecimalMark, max: number): CellNumber {
  return readScaled(cell, mark, { scale: 0, fraction: 'rupiahFraction', min: 0, max });
}

/** A quantity in thousandths. */
export function readMilli(
  cell: string,
  mark: DecimalMark,
  { min, max }: { readonly min: number; readonly max: number },
): CellNumber {
  return readScaled(cell, mark, { scale: 3, fraction: 'numberInvalid', min, max });
}

interface Limits {
  /** Decimals that the value keeps. */
  readonly scale: number;
  /** The reason when the cell has more. */
  readonly fraction: NumberReason;
  readonly min: number;
  readonly max: number;
}

function readScaled(cell: string, mark: DecimalMark, limits: Limits): CellNumber {
  const found: Decimal | NumberFault = parseDecimal(cell, mark);
  if (typeof found === 'string') return { reason: found };
  if (found.scale > limits.scale) return { reason: limits.fraction };
  const value = found.digits * 10 ** (limits.scale - found.scale);
  if (value > limits.max) return { reason: 'numberTooLarge' };
  if (value < limits.min) return { reason: limits.min < 0 ? 'numberTooLarge' : 'numberNegative' };
  return { value };
}
