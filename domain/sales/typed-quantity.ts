import { milli, type Milli } from '../quantity.ts';
import { withDecimalComma } from '../typed-number.ts';

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
