import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const catalogErrors = {
  BARCODE_UNKNOWN: {
    textKey: 'error.barcodeUnknown',
    data: z.strictObject({ barcode: z.string() }),
  },
  PRODUCT_UNKNOWN: {
    textKey: 'error.productUnknown',
    data: z.strictObject({ code: z.string(), unit: z.string() }),
  },
} as const satisfies Record<string, ErrorEntry>;
