import { z } from 'zod';
import type { ErrorEntry } from '../../error-entry.ts';

/** Why a whole bank or settlement file is refused: the key of its words, and their facts. */
export const bankErrors = {
  /** A picture of a statement, which is no table. */
  STATEMENT_PDF: { textKey: 'error.statementPdf', data: z.strictObject({}) },
  /** MT940 or CAMT.053, which are read without a profile. */
  STATEMENT_FORMAT_KNOWN: {
    textKey: 'error.statementFormatKnown',
    data: z.strictObject({ format: z.string() }),
  },
  /** No line of it has the titles of a profile. */
  STATEMENT_UNKNOWN: { textKey: 'error.statementUnknown', data: z.strictObject({}) },
  /** It has not the columns of the profile that was named: another bank's, or another report. */
  STATEMENT_UNFIT: {
    textKey: 'error.statementUnfit',
    data: z.strictObject({ profile: z.string(), columns: z.string() }),
  },
  /** It cannot be taken apart; `detail` is where, in the words of the reader. */
  STATEMENT_BROKEN: {
    textKey: 'error.statementBroken',
    data: z.strictObject({ detail: z.string() }),
  },
  /** Its dates have no year, nor is there a period; the caller may say when it ends. */
  STATEMENT_YEAR_UNKNOWN: { textKey: 'error.statementYearUnknown', data: z.strictObject({}) },
  STATEMENT_CURRENCY: {
    textKey: 'error.statementCurrency',
    data: z.strictObject({ currency: z.string() }),
  },
  /** Of several accounts, none of which is the one that was asked for. */
  STATEMENT_ACCOUNTS: {
    textKey: 'error.statementAccounts',
    data: z.strictObject({ accounts: z.string() }),
  },
  /** `1.500` of this column may be a thousand or one and a half; a profile can say which. */
  STATEMENT_NUMBERS_DOUBTFUL: {
    textKey: 'error.statementNumbersDoubtful',
    data: z.strictObject({ column: z.string(), example: z.string() }),
  },
} as const satisfies Record<string, ErrorEntry>;
