import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from '../contract-base.ts';
import { pickErrors } from '../errors.ts';
import { RupiahSum } from '../money.ts';
import { VoucherCode } from './voucher.ts';
import { wrongFile } from '../fees/bank/uploaded-file.ts';
import { ClaimList, FoundState, OpenClaims, TenderPlace, Verified, VerifyOrder } from './claim.ts';
import { QRIS_LENGTH_MAX } from './qris.ts';
import { MatchOrder, ReportFile, ReportMatch, ReportOrder } from './report-match.ts';
import { StickerCheck, StickerState } from './sticker.ts';

/** Why something that was found out of claims is not written down. */
const notBooked = ['CLAIM_UNKNOWN', 'CLAIM_CHANGED', 'ACT_ID_REUSED', 'CLOCK_WRONG'] as const;

/** Why a report cannot be read. */
const wrongReport = [...wrongFile, 'REPORT_UNKNOWN'] as const;

export const paymentsContract = {
  /** Whether somebody is to look at the QRIS sticker, now and after each change of that. */
  watchSticker: call('payments.check-sticker').output(eventIterator(StickerState)),
  /** Compares what was read off the sticker with the stall's QRIS, and keeps what came of it. */
  checkSticker: call('payments.check-sticker')
    .input(z.strictObject({ qris: z.string().max(QRIS_LENGTH_MAX) }))
    .errors(
      pickErrors('QRIS_CHECKSUM', 'QRIS_DAMAGED', 'QRIS_ONE_TIME', 'QRIS_OTHER', 'QRIS_UNSET'),
    )
    .output(StickerCheck),
  /** What a voucher is worth, before it is paid with; and the receipt that gave it out. */
  voucher: call('sale.ring-up')
    .input(z.strictObject({ code: VoucherCode }))
    .errors(pickErrors('VOUCHER_UNKNOWN', 'VOUCHER_USED'))
    .output(
      z.strictObject({
        amountRupiah: RupiahSum,
        number: z.string(),
        /** Records may have been lost since it was given out, and it paid with in one of them. */
        isBeforeRecovery: z.boolean(),
      }),
    ),
  /** The vouchers that a receipt gave out; a code is null for who may not read it any more. */
  givenVouchers: call('sale.reprint')
    .input(z.strictObject({ number: z.string().trim().min(1).max(40) }))
    .errors(pickErrors('RECEIPT_UNKNOWN', 'RECEIPT_NONE'))
    .output(
      z.array(
        z.strictObject({
          code: z.string().nullable(),
          amountRupiah: RupiahSum,
          isUsed: z.boolean(),
          /** Just given out: with the first paper, or the message in its place. */
          isNew: z.boolean(),
        }),
      ),
    ),
  /** Asks again tomorrow. */
  putOffSticker: call('payments.check-sticker'),

  /** Tenders that were claimed: open ones, and what was found out of others lately. */
  claims: call('sale.read').output(ClaimList),
  /** How many are open, now and after each change of that. */
  watchClaims: call('sale.read').output(eventIterator(OpenClaims)),
  /** What was found out of the tenders of a sale, the newest of each. */
  tenderStates: call('sale.read')
    .input(TenderPlace.pick({ number: true }))
    .output(z.array(z.strictObject({ ...FoundState.shape, tender: z.int() }))),
  /** Writes down what somebody found out of claims; the same id again answers as the first. */
  verify: call('payments.verify')
    .input(VerifyOrder)
    .errors(pickErrors(...notBooked, 'NOTE_NEEDED'))
    .output(Verified),
  /** What a report of the acquirer's says of claims; nothing is written down. */
  matchReport: call('sale.read', 'file')
    .input(ReportFile)
    .errors(pickErrors(...wrongReport))
    .output(ReportMatch),
  /** Writes down what a person takes of it; the same id again answers as the first. */
  bookReport: call('payments.verify', 'file')
    .input(ReportOrder)
    .errors(pickErrors(...wrongReport, ...notBooked, 'REPORT_OTHER'))
    .output(Verified),
  /** What payments that the hub tells of say of claims; null where it has told of none. */
  matchSettled: call('sale.read').errors(pickErrors('CLOCK_WRONG')).output(ReportMatch.nullable()),
  /** Writes down what a person takes of them; the same id again answers as the first. */
  bookSettled: call('payments.verify')
    .input(MatchOrder)
    .errors(pickErrors(...notBooked, 'REPORT_OTHER'))
    .output(Verified),
};
