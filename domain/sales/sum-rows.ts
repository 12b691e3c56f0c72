import type { Translator } from '../text.ts';
import { cartRateWords, rateWords } from './discount-words.ts';
import type { PricedCart } from './pricing.ts';
import type { Receipt } from './receipt.ts';
import { taxWords } from './tax-words.ts';

/** A sum between the lines and the total, of a cart or a receipt. Rupiah */
export interface SumRow {
  readonly name: string;
  readonly rupiah: number;
}

/** What leads from lines to a total. Rupiah */
interface Leading {
  readonly subtotalRupiah: number;
  /** What the lines' own discounts took off. */
  readonly ofLinesRupiah: number;
  /** What the cart's took off, and its rate in basis points; null where it was an amount. */
  readonly ofCartRupiah: number;
  readonly cartRateBp: number | null;
  readonly taxes: Receipt['taxes'];
}

/** Subtotal, discounts of the lines and of the cart, and taxes that were added, as far as any. */
function leadingRows(leading: Leading, say: Translator): SumRow[] {
  const { subtotalRupiah, ofLinesRupiah, ofCartRupiah, cartRateBp, taxes } = leading;
  return [
    { name: say.text('sales.subtotal'), rupiah: subtotalRupiah },
    ...rowOf(rateWords(null, say), -ofLinesRupiah),
    ...rowOf(cartRateWords(cartRateBp, say), -ofCartRupiah),
    ...taxes
      .filter(({ isAdded }) => isAdded)
      .map(({ kind, taxRupiah }) => {
        return {
          name: say.text('sales.taxAdded', { kind: taxWords(kind, say) }),
          rupiah: taxRupiah,
        };
      }),
  ];
}

/** Taxes that are in the prices. */
export function taxesIn(taxes: Receipt['taxes'], say: Translator): SumRow[] {
  return taxes
    .filter(({ isAdded }) => !isAdded)
    .map(({ kind, taxRupiah }) => {
      return { name: say.text('sales.taxIn', { kind: taxWords(kind, say) }), rupiah: taxRupiah };
    });
}

/** What leads from the lines of a receipt to its total; nothing where the subtotal is the total. */
export function receiptRows(receipt: Receipt, say: Translator): SumRow[] {
  const { subtotalRupiah, lines, discount, taxes, roundingRupiah } = receipt;
  const ofLinesRupiah = lines.reduce((sum, line) => sum + (line.discount?.amountRupiah ?? 0), 0);
  const [ofCartRupiah, cartRateBp] = [discount?.amountRupiah ?? 0, discount?.rateBp ?? null];
  const leading = { subtotalRupiah, ofLinesRupiah, ofCartRupiah, cartRateBp, taxes };
  return severalOf([
    ...leadingRows(leading, say),
    ...rowOf(say.text('sales.rounding'), roundingRupiah),
  ]);
}

/** What stands around a cart. Rupiah */
interface CartSums {
  /** Rate of its discount in basis points; null where it is an amount. */
  readonly cartRateBp: number | null;
  /** What it comes to in cash. */
  readonly inCashRupiah: number;
  /** What was taken of its payment so far, and what is left of it without cash. */
  readonly takenRupiah: number;
  readonly leftRupiah: number;
}

/**
 * The same of a cart, with the taxes that are in its prices, what it comes to in cash where that is
 * another sum, what was taken of it and what is left; of one that more was taken for, nothing.
 */
export function cartRows(priced: PricedCart, sums: CartSums, say: Translator): SumRow[] {
  const { cartRateBp, inCashRupiah, takenRupiah, leftRupiah } = sums;
  const { subtotalRupiah, discountRupiah, lines, taxes, totalRupiah } = priced;
  const ofCartRupiah = lines.reduce((sum, line) => sum + line.shareRupiah, 0);
  const ofLinesRupiah = discountRupiah - ofCartRupiah;
  const leading = { subtotalRupiah, ofLinesRupiah, ofCartRupiah, cartRateBp };
  const inCash = { name: say.text('sales.inCash'), rupiah: inCashRupiah };
  return severalOf([
    ...leadingRows({ ...leading, taxes: [...taxes] }, say),
    ...taxesIn([...taxes], say),
    ...(inCashRupiah === totalRupiah ? [] : [inCash]),
    ...rowOf(say.text('payments.taken'), -takenRupiah),
    ...(takenRupiah === 0
      ? []
      : [{ name: say.text('payments.left'), rupiah: Math.max(0, leftRupiah) }]),
  ]);
}

function rowOf(name: string, rupiah: number): SumRow[] {
  return rupiah === 0 ? [] : [{ name, rupiah }];
}

/** A subtotal alone is the total. */
function severalOf(rows: SumRow[]): SumRow[] {
  return rows.length === 1 ? [] : rows;
}
