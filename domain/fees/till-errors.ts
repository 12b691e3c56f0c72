import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Expected failures of fees at a till: the key of their words, and the facts these need. */
export const feesTillErrors = {
  /** Of the stall's own ledger, while a hub keeps it. */
  FEES_AT_HUB: { textKey: 'error.feesAtHub', data: z.strictObject({}) },
  /** There is no hub that could be told. */
  FEES_NO_HUB: { textKey: 'error.feesNoHub', data: z.strictObject({}) },
  /** No charge, reading, payment or plan has this id or number. */
  FEE_UNKNOWN: { textKey: 'error.feeUnknown', data: z.strictObject({}) },
  /** More than was set aside. */
  SET_ASIDE_SHORT: {
    textKey: 'error.setAsideShort',
    data: z.strictObject({ hasRupiah: z.int() }),
  },
} as const satisfies Record<string, ErrorEntry>;
