import { rupiah } from '../money.ts';
import { withDecimalComma } from '../typed-number.ts';
import type { Discount } from './discount.ts';
import { typedAmount } from './typed-amount.ts';

/**
 * A discount typed by hand: up to a hundred percent, with two figures behind a comma; or rupiah.
 * @returns null for none, as nothing and zero are; undefined where no discount can be so
 */
export function readDiscount(kind: Discount['kind'], text: string): Discount | null | undefined {
  if (/^0*$/.test(text)) return null;
  if (kind === 'amount') {
    const amount = typedAmount(text);
    return amount === undefined ? undefined : { kind, amountRupiah: rupiah(amount) };
  }
  const match = /^(\d{1,3})(?:,(\d{1,2}))?$/.exec(withDecimalComma(text));
  if (!match) return undefined;
  const rateBp = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  if (rateBp === 0) return null;
  return rateBp <= 10_000 ? { kind, rateBp } : undefined;
}
