import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const tablesErrors = {
  FILE_UNREADABLE: { textKey: 'error.fileUnreadable', data: z.strictObject({ file: z.string() }) },
  FILE_UNWRITABLE: { textKey: 'error.fileUnwritable', data: z.strictObject({ file: z.string() }) },
  FILE_TOO_LARGE: {
    textKey: 'error.fileTooLarge',
    data: z.strictObject({ maxMegabytes: z.int() }),
  },
  CSV_BROKEN: {
    textKey: 'error.csvBroken',
    data: z.strictObject({ line: z.int(), detail: z.string() }),
  },
  CSV_EMPTY: { textKey: 'error.csvEmpty', data: z.strictObject({}) },
  /** All of them, parted by commas. */
  CSV_COLUMN_MISSING: {
    textKey: 'error.csvColumnMissing',
    data: z.strictObject({ columns: z.string() }),
  },
  CSV_COLUMN_TWICE: {
    textKey: 'error.csvColumnTwice',
    data: z.strictObject({ columns: z.string() }),
  },
  /** The readings of the example in thousandths, each with the decimal mark that makes it so. */
  NUMBER_STYLE_DOUBTFUL: {
    textKey: 'error.numberStyleDoubtful',
    data: z.strictObject({
      column: z.string(),
      example: z.string(),
      thousandsMilli: z.int(),
      thousandsMark: z.string(),
      decimalMilli: z.int(),
      decimalMark: z.string(),
    }),
  },
  TABLE_TOO_LONG: { textKey: 'error.tableTooLong', data: z.strictObject({ maxRows: z.int() }) },
  /** An XLSX file that cannot be taken apart; `detail` is why, in the words of the reader. */
  WORKBOOK_BROKEN: {
    textKey: 'error.workbookBroken',
    data: z.strictObject({ detail: z.string() }),
  },
  /** With a password, or in the format of before 2007. */
  WORKBOOK_LOCKED: { textKey: 'error.workbookLocked', data: z.strictObject({}) },
  /** It unfolds to far more than it is. */
  WORKBOOK_UNFOLDS: {
    textKey: 'error.workbookUnfolds',
    data: z.strictObject({ maxMegabytes: z.int() }),
  },
} as const satisfies Record<string, ErrorEntry>;
