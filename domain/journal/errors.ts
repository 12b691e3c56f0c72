import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const journalErrors = {
  FOLDER_IN_USE: { textKey: 'error.folderInUse', data: z.strictObject({ dataDir: z.string() }) },
  FOLDER_READ_ONLY: {
    textKey: 'error.folderReadOnly',
    data: z.strictObject({ dataDir: z.string() }),
  },
  DISK_FULL: { textKey: 'error.diskFull', data: z.strictObject({}) },
  DISK_FAULT: { textKey: 'error.diskFault', data: z.strictObject({ detail: z.string() }) },
  DATABASE_DAMAGED: {
    textKey: 'error.databaseDamaged',
    data: z.strictObject({ dataDir: z.string(), detail: z.string() }),
  },
  DATABASE_NEWER: {
    textKey: 'error.databaseNewer',
    data: z.strictObject({ found: z.int(), known: z.int() }),
  },
  DATABASE_ROLLED_BACK: {
    textKey: 'error.databaseRolledBack',
    data: z.strictObject({ databaseSeq: z.int(), headSeq: z.int() }),
  },
  DEVICE_KEY_MISSING: {
    textKey: 'error.deviceKeyMissing',
    data: z.strictObject({ dataDir: z.string() }),
  },
  BOOK_MISSING: { textKey: 'error.bookMissing', data: z.strictObject({ dataDir: z.string() }) },
} as const satisfies Record<string, ErrorEntry>;
