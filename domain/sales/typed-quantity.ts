import { milli, type Milli } from '../quantity.ts';
import { withDecimalComma } from '../typed-number.ts';

/**
 * A percentage typed by hand: up to 100, with two figures behind a comma.
 * @returns basis points; undefined when it is none, or zero
 */
export function readPercent(text: string): number | undefined {
  const match = /^(\d{1,3})(?:,(\d{1,2}))?$/.exec(withDecimalComma(text));
  if (!match) return undefined;
  const rateBp = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return rateBp >= 1 && rateBp <= 10_000 ? rateBp : undefined;
}

/** Longest text that is kept while it is typed; longer than any quantity, so that it is refused. */
export const TYPED_QUANTITY_MAX = 16;

/**
 * A quantity typed by hand: up to four digits, and thousandths behind a comma or point (`0,25`,
 * `,25`). `1.500`, fifteen hundred to one and one and a half to another, is none.
 * @returns undefined when it is no quantity, or zero
 */
export function readQuantity(text: string): Milli | undefined {
  const match = /^(\d{1,4})(?:,(\d{1,3}))?$/.exec(withDecimalComma(text));
  if (!match) return undefined;
  const thousandths = Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0'));
  return thousandths >= 1 ? milli(thousandths) : undefined;
}
