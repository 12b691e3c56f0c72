import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';
import { PrintReason } from './printer.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const printingErrors = {
  PRINTER_UNREACHABLE: {
    textKey: 'error.printerUnreachable',
    data: z.strictObject({ printer: z.string(), detail: z.string() }),
  },
  PRINTER_NOT_READY: {
    textKey: 'error.printerNotReady',
    data: z.strictObject({ printer: z.string(), reason: PrintReason }),
  },
  PRINTER_INTERRUPTED: {
    textKey: 'error.printerInterrupted',
    data: z.strictObject({ printer: z.string(), detail: z.string() }),
  },
  PRINTER_NOT_DEVICE: {
    textKey: 'error.printerNotDevice',
    data: z.strictObject({ path: z.string() }),
  },
  PRINTER_ADDRESS_INVALID: {
    textKey: 'error.printerAddressInvalid',
    data: z.strictObject({ address: z.string() }),
  },
  PRINT_JOB_GONE: { textKey: 'error.printJobGone', data: z.strictObject({}) },
  /** Paper that is kept nowhere, and did not come out. */
  PAPER_NOT_PRINTED: { textKey: 'error.paperNotPrinted', data: z.strictObject({}) },
} as const satisfies Record<string, ErrorEntry>;
