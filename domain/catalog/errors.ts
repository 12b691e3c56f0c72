import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';
import { DraftFault } from './draft-fault.ts';

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
  /** It was deleted while somebody looked at it. */
  PRODUCT_GONE: {
    textKey: 'error.productGone',
    data: z.strictObject({ code: z.string() }),
  },
  /** It is no longer as the page showed it; nothing was kept. */
  PRODUCT_CHANGED: { textKey: 'error.productChanged', data: z.strictObject({}) },
  /** It is no longer as the dry run of an import saw it. */
  CATALOG_CHANGED: { textKey: 'error.catalogChanged', data: z.strictObject({}) },
  /** The unit is that which was asked for. */
  PRODUCT_ARCHIVED: {
    textKey: 'error.productArchived',
    data: z.strictObject({ code: z.string(), name: z.string(), unit: z.string() }),
  },
  /** Nothing of it was kept; each fault is told at its field. */
  PRODUCT_REFUSED: {
    textKey: 'error.productRefused',
    data: z.strictObject({ faults: z.array(DraftFault) }),
  },
  /** Samples stay for good once something was sold: receipts name them. */
  SAMPLE_SOLD: { textKey: 'error.sampleSold', data: z.strictObject({}) },
} as const satisfies Record<string, ErrorEntry>;
