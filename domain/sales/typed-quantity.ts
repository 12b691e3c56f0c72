import { milli, MILLI_MAX, type Milli } from '../quantity.ts';

/** Longest quantity that can be typed: `999999,999`. */
export const TYPED_QUANTITY_MAX = 10;

/**
 * A quantity typed by hand: whole units, or thousandths behind a comma or point (`0,25`).
 * @returns undefined when it is no quantity, zero, or too large
 */
export function readQuantity(text: string): Milli | undefined {
  const match = /^(\d{1,7})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!match) return undefined;
  const thousandths = Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0'));
  return thousandths >= 1 && thousandths <= MILLI_MAX ? milli(thousandths) : undefined;
}
