import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const inventoryErrors = {
  /** Somebody else sold or corrected it meanwhile. */
  STOCK_CHANGED: {
    textKey: 'error.stockChanged',
    data: z.strictObject({ onHandMilli: z.int() }),
  },
} as const satisfies Record<string, ErrorEntry>;
