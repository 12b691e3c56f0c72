import { z } from 'zod';
import type { ErrorEntry } from '../../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const mattersErrors = {
  /** No letter, dispute, closure, message, picture, charge or reading of the stall has this id. */
  FEE_MATTER_UNKNOWN: {
    textKey: 'error.feeMatterUnknown',
    data: z.strictObject({ id: z.string() }),
  },
  /** It was answered, handed over, granted or taken back before. */
  FEE_MATTER_DONE: { textKey: 'error.feeMatterDone', data: z.strictObject({}) },
  /** The payment has answered another claim: each is for one. */
  CLAIM_PAYMENT_USED: { textKey: 'error.claimPaymentUsed', data: z.strictObject({}) },
  /** The stall disputes the same thing already. */
  DISPUTE_OPEN: { textKey: 'error.disputeOpen', data: z.strictObject({}) },
  DISPUTE_NOT_UPHELD: { textKey: 'error.disputeNotUpheld', data: z.strictObject({}) },
  /** No JPEG or PNG, by its first bytes, or one that is not whole. */
  PHOTO_WRONG: { textKey: 'error.photoWrong', data: z.strictObject({}) },
  /** The stall said, or sent pictures of, as much as it may on one day. */
  MESSAGES_TOO_MANY: { textKey: 'error.messagesTooMany', data: z.strictObject({ max: z.int() }) },
  MONTH_UNFINISHED: {
    textKey: 'error.monthUnfinished',
    data: z.strictObject({ month: z.string(), findings: z.int() }),
  },
  /** An account is not what stalls owe: the books are damaged. Rupiah */
  MONTH_UNBALANCED: {
    textKey: 'error.monthUnbalanced',
    data: z.strictObject({ account: z.string(), amount: z.int() }),
  },
  MONTH_TO_COME: { textKey: 'error.monthToCome', data: z.strictObject({ month: z.string() }) },
  MONTH_OPEN: { textKey: 'error.monthOpen', data: z.strictObject({ month: z.string() }) },
  /** Less is in the drawer, on that date or since, than is to be taken out. Rupiah */
  DRAWER_SHORT: { textKey: 'error.drawerShort', data: z.strictObject({ expected: z.int() }) },
  /** More postings than one answer of the hub holds. */
  JOURNAL_TOO_LONG: {
    textKey: 'error.journalTooLong',
    data: z.strictObject({ lines: z.int(), most: z.int() }),
  },
  /** A drawer that is to be closed has money in it, by the books. Rupiah */
  DRAWER_NOT_EMPTY: {
    textKey: 'error.drawerNotEmpty',
    data: z.strictObject({ balance: z.int() }),
  },
} as const satisfies Record<string, ErrorEntry>;
