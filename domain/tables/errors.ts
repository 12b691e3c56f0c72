import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const tablesErrors = {
  FILE_UNREADABLE: { textKey: 'error.fileUnreadable', data: z.strictObject({ file: z.string() }) },
  FILE_TOO_LARGE: {
    textKey: 'error.fileTooLarge',
    data: z.strictObject({ maxMegabytes: z.int() }),
  },
  CSV_BROKEN: {
    textKey: 'error.csvBroken',
    data: z.strictObject({ line: z.int(), detail: z.string() }),
  },
  CSV_COLUMN_MISSING: {
    textKey: 'error.csvColumnMissing',
    data: z.strictObject({ column: z.string() }),
  },
} as const satisfies Record<string, ErrorEntry>;
