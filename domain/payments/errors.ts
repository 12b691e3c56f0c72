import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const paymentsErrors = {
  TENDER_SHORT: {
    textKey: 'error.tenderShort',
    data: z.strictObject({ missingRupiah: z.int() }),
  },
} as const satisfies Record<string, ErrorEntry>;
