import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const printingErrors = {
  PRINTER_UNREACHABLE: {
    textKey: 'error.printerUnreachable',
    data: z.strictObject({ printer: z.string(), detail: z.string() }),
  },
  PRINTER_ADDRESS_INVALID: {
    textKey: 'error.printerAddressInvalid',
    data: z.strictObject({ address: z.string() }),
  },
} as const satisfies Record<string, ErrorEntry>;
