import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const paymentsErrors = {
  /** Cash that was pasted or written is no whole amount. */
  CASH_INVALID: { textKey: 'error.cashInvalid', data: z.strictObject({ text: z.string() }) },
  /** Somebody else has found something out of it since it was shown. */
  CLAIM_CHANGED: { textKey: 'error.claimChanged', data: z.strictObject({ number: z.string() }) },
  /** No tender of this sale was ever claimed there. */
  CLAIM_UNKNOWN: { textKey: 'error.claimUnknown', data: z.strictObject({ number: z.string() }) },
  /** The report does not say so of this tender any more. */
  REPORT_OTHER: { textKey: 'error.reportOther', data: z.strictObject({ number: z.string() }) },
  /** A file that has no table of payments. */
  REPORT_UNKNOWN: { textKey: 'error.reportUnknown', data: z.strictObject({}) },
  /** A sum that no payment by QRIS may be. */
  QRIS_AMOUNT: {
    textKey: 'error.qrisAmount',
    data: z.strictObject({ amountRupiah: z.number(), mostRupiah: z.int() }),
  },
  /** What was read is not what the issuer wrote. */
  QRIS_CHECKSUM: { textKey: 'error.qrisChecksum', data: z.strictObject({}) },
  /** A length, a tag or the end of the code is wrong. */
  QRIS_DAMAGED: { textKey: 'error.qrisDamaged', data: z.strictObject({}) },
  /** It asks for one sum already: the code of a single payment. */
  QRIS_ONE_TIME: { textKey: 'error.qrisOneTime', data: z.strictObject({}) },
  /** A code of something else. */
  QRIS_OTHER: { textKey: 'error.qrisOther', data: z.strictObject({}) },
  /** The stall has told of no QRIS of its own. */
  QRIS_UNSET: { textKey: 'error.qrisUnset', data: z.strictObject({}) },
  /** More than is due was taken without cash, and nobody has said that cash goes back. */
  TENDER_OVER: { textKey: 'error.tenderOver', data: z.strictObject({ overRupiah: z.int() }) },
  /** A cart that money was taken for is not emptied. */
  TENDERS_TAKEN: { textKey: 'error.tendersTaken', data: z.strictObject({}) },
  TENDER_SHORT: {
    textKey: 'error.tenderShort',
    data: z.strictObject({ missingRupiah: z.int() }),
  },
  /** A code that this till never gave out. */
  VOUCHER_UNKNOWN: { textKey: 'error.voucherUnknown', data: z.strictObject({}) },
  /** The same one again in a cart. */
  VOUCHER_TWICE: { textKey: 'error.voucherTwice', data: z.strictObject({}) },
  /** `number` is the receipt that it was paid with. */
  VOUCHER_USED: { textKey: 'error.voucherUsed', data: z.strictObject({ number: z.string() }) },
  /** A voucher was scanned while nothing is paid. */
  VOUCHER_BEFORE_PAY: { textKey: 'error.voucherBeforePay', data: z.strictObject({}) },
  VOUCHER_AMOUNT: {
    textKey: 'error.voucherAmount',
    data: z.strictObject({ amountRupiah: z.int() }),
  },
} as const satisfies Record<string, ErrorEntry>;
