import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const salesErrors = {
  TOTAL_CHANGED: {
    textKey: 'error.totalChanged',
    data: z.strictObject({ totalRupiah: z.int() }),
  },
  CART_FULL: { textKey: 'error.cartFull', data: z.strictObject({ maxLines: z.int() }) },
  TOTAL_TOO_LARGE: { textKey: 'error.totalTooLarge', data: z.strictObject({}) },
  SALE_ID_REUSED: { textKey: 'error.saleIdReused', data: z.strictObject({}) },
  RECEIPT_UNKNOWN: {
    textKey: 'error.receiptUnknown',
    data: z.strictObject({ number: z.string() }),
  },
} as const satisfies Record<string, ErrorEntry>;
