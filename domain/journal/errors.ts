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
    data: z.strictObject({ databaseSeq: z.int(), tipSeq: z.int() }),
  },
  DEVICE_KEY_MISSING: {
    textKey: 'error.deviceKeyMissing',
    data: z.strictObject({ dataDir: z.string() }),
  },
  BOOK_MISSING: { textKey: 'error.bookMissing', data: z.strictObject({ dataDir: z.string() }) },
  BOOK_LOST: { textKey: 'error.bookLost', data: z.strictObject({ dataDir: z.string() }) },
  /** The log or the lock, while the book was open. */
  FILE_LOST: { textKey: 'error.fileLost', data: z.strictObject({ file: z.string() }) },
  TIP_MISSING: {
    textKey: 'error.tipMissing',
    data: z.strictObject({ file: z.string(), seq: z.int() }),
  },
  RECOVERY_NOT_NEEDED: { textKey: 'error.recoveryNotNeeded', data: z.strictObject({}) },
  FILE_FOREIGN: { textKey: 'error.fileForeign', data: z.strictObject({ file: z.string() }) },
  CLOCK_WRONG: { textKey: 'error.clockWrong', data: z.strictObject({ year: z.int() }) },
  STOCK_TOO_LARGE: { textKey: 'error.stockTooLarge', data: z.strictObject({}) },
} as const satisfies Record<string, ErrorEntry>;
