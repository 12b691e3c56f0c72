import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const paymentsErrors = {
  /** Cash that was pasted or written is no whole amount. */
  CASH_INVALID: { textKey: 'error.cashInvalid', data: z.strictObject({ text: z.string() }) },
  TENDER_SHORT: {
    textKey: 'error.tenderShort',
    data: z.strictObject({ missingRupiah: z.int() }),
  },
} as const satisfies Record<string, ErrorEntry>;
