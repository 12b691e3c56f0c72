import type { Translator } from '../text.ts';
import { cartRateWords, rateWords } from './discount-words.ts';
import type { Receipt } from './receipt.ts';
import { taxWords } from './tax-words.ts';

/** A sum between the lines of a receipt and its total. Rupiah */
export interface ReceiptSum {
  readonly name: string;
  readonly rupiah: number;
}

/**
 * What leads from the lines of a receipt to its total, in this order: subtotal, the cart's
 * discount, taxes that were added, rounding; nothing where the subtotal is the total.
 */
export function receiptSums(receipt: Receipt, say: Translator): ReceiptSum[] {
  const { subtotalRupiah, lines, discount, taxes, roundingRupiah } = receipt;
  const ofLines = lines.reduce((sum, line) => sum + (line.discount?.amountRupiah ?? 0), 0);
  const rows = [
    { name: say.text('sales.subtotal'), rupiah: subtotalRupiah },
    ...(ofLines === 0 ? [] : [{ name: rateWords(null, say), rupiah: -ofLines }]),
    ...(discount
      ? [{ name: cartRateWords(discount.rateBp, say), rupiah: -discount.amountRupiah }]
      : []),
    ...taxes
      .filter(({ isAdded }) => isAdded)
      .map(({ kind, taxRupiah }) => ({ name: taxWords(kind, say), rupiah: taxRupiah })),
    ...(roundingRupiah === 0 ? [] : [{ name: say.text('sales.rounding'), rupiah: roundingRupiah }]),
  ];
  return rows.length === 1 ? [] : rows;
}
