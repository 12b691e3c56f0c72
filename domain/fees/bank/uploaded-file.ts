import { z } from 'zod';
import { storable } from '../../line-of-text.ts';

/** Longest file that a page sends, in base64: three million bytes. */
export const BANK_FILE_CHARACTERS_MAX = 4_000_000;
/** A file as a page sends it. */
export const UploadedFile = {
  file: storable(255),
  /** Base64 of the file's bytes. */
  content: z.base64().max(BANK_FILE_CHARACTERS_MAX),
};
/** Why a file cannot be read at all. */
export const wrongFile = [
  'CSV_EMPTY',
  'CSV_BROKEN',
  'FILE_TOO_LARGE',
  'TABLE_TOO_LONG',
  'WORKBOOK_BROKEN',
  'WORKBOOK_LOCKED',
  'WORKBOOK_UNFOLDS',
  'STATEMENT_PDF',
  'STATEMENT_UNKNOWN',
  'STATEMENT_UNFIT',
  'STATEMENT_BROKEN',
  'STATEMENT_YEAR_UNKNOWN',
  'STATEMENT_CURRENCY',
  'STATEMENT_ACCOUNTS',
  'STATEMENT_NUMBERS_DOUBTFUL',
] as const;
