import { z } from 'zod';
import type { ErrorEntry } from '../../error-entry.ts';

/** What goes wrong with rows of bank files: the key of its words, and their facts. Rupiah. */
export const bankRowErrors = {
  /** The file names no account that is there, and of which mall it is cannot be told. */
  BANK_ACCOUNT_NEEDED: {
    textKey: 'error.bankAccountNeeded',
    data: z.strictObject({ number: z.string() }),
  },
  /** Its QRIS is not set up yet, and the file is of several merchants. */
  BANK_QRIS_NEEDED: {
    textKey: 'error.bankQrisNeeded',
    data: z.strictObject({ account: z.string(), merchants: z.int() }),
  },
  /** The file would do other than its dry run foretold. */
  BANK_FILE_CHANGED: { textKey: 'error.bankFileChanged', data: z.strictObject({}) },
  BANK_ROW_UNKNOWN: { textKey: 'error.bankRowUnknown', data: z.strictObject({}) },
  /** Somebody said already what the row is; so much is left of it. */
  BANK_ROW_USED: { textKey: 'error.bankRowUsed', data: z.strictObject({ left: z.int() }) },
  /** Money that left the account pays nothing. */
  BANK_ROW_WENT_OUT: { textKey: 'error.bankRowWentOut', data: z.strictObject({}) },
  BANK_PARTS_WRONG: {
    textKey: 'error.bankPartsWrong',
    data: z.strictObject({ sum: z.int(), left: z.int() }),
  },
  /** What came in is no fee of the bank; what went out is no interest. */
  BANK_EXPLANATION_UNFIT: { textKey: 'error.bankExplanationUnfit', data: z.strictObject({}) },
  /** No act of the mall booked so much to this account, or another row has it. */
  BANK_BOOKED_UNKNOWN: { textKey: 'error.bankBookedUnknown', data: z.strictObject({}) },
  /** Money that goes back to a stall is booked for the stall, before its row comes. */
  BANK_REFUND_UNBOOKED: { textKey: 'error.bankRefundUnbooked', data: z.strictObject({}) },
  BANK_USE_UNKNOWN: { textKey: 'error.bankUseUnknown', data: z.strictObject({}) },
  BANK_PROFILE_UNKNOWN: {
    textKey: 'error.bankProfileUnknown',
    data: z.strictObject({ profile: z.string() }),
  },
  /** The files of an account are read by it. */
  BANK_PROFILE_USED: {
    textKey: 'error.bankProfileUsed',
    data: z.strictObject({ label: z.string() }),
  },
  BANK_PROFILE_WRONG: {
    textKey: 'error.bankProfileWrong',
    data: z.strictObject({ detail: z.string() }),
  },
  /** Other sums than those that were seen. */
  RECONCILIATION_CHANGED: { textKey: 'error.reconciliationChanged', data: z.strictObject({}) },
} as const satisfies Record<string, ErrorEntry>;
