import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const salesErrors = {
  /** With the prices of all lines that the till has now, so that the cart can show them. */
  PRICE_CHANGED: {
    textKey: 'error.priceChanged',
    data: z.strictObject({
      name: z.string(),
      totalRupiah: z.int(),
      prices: z.array(z.strictObject({ code: z.string(), unit: z.string(), priceRupiah: z.int() })),
    }),
  },
  ROUNDING_CHANGED: {
    textKey: 'error.roundingChanged',
    data: z.strictObject({ totalRupiah: z.int(), cashRoundingRupiah: z.int() }),
  },
  CART_ELSEWHERE: { textKey: 'error.cartElsewhere', data: z.strictObject({}) },
  CART_PAID_ELSEWHERE: {
    textKey: 'error.cartPaidElsewhere',
    data: z.strictObject({ number: z.string(), totalRupiah: z.int() }),
  },
  CART_LINES_GONE: {
    textKey: 'error.cartLinesGone',
    data: z.strictObject({ name: z.string() }),
  },
  SCAN_NOT_ADDED: { textKey: 'error.scanNotAdded', data: z.strictObject({ code: z.string() }) },
  SCAN_ELSEWHERE: { textKey: 'error.scanElsewhere', data: z.strictObject({ code: z.string() }) },
  QUANTITY_INVALID: {
    textKey: 'error.quantityInvalid',
    data: z.strictObject({ text: z.string() }),
  },
  QUANTITY_UNUSED: {
    textKey: 'error.quantityUnused',
    data: z.strictObject({ text: z.string() }),
  },
  QUANTITY_WITHOUT_LINE: {
    textKey: 'error.quantityWithoutLine',
    data: z.strictObject({ text: z.string() }),
  },
  CART_FULL: { textKey: 'error.cartFull', data: z.strictObject({ maxLines: z.int() }) },
  TOTAL_TOO_LARGE: { textKey: 'error.totalTooLarge', data: z.strictObject({}) },
  SALE_ID_REUSED: {
    textKey: 'error.saleIdReused',
    data: z.strictObject({ number: z.string() }),
  },
  RECEIPT_UNKNOWN: {
    textKey: 'error.receiptUnknown',
    data: z.strictObject({ number: z.string() }),
  },
  /** The newest was asked for before the first. */
  RECEIPT_NONE: { textKey: 'error.receiptNone', data: z.strictObject({}) },
} as const satisfies Record<string, ErrorEntry>;
