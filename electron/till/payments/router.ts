import { implementer } from '../implementer.ts';
import { checkSticker, putOffSticker } from './check-sticker.ts';
import { watchClaims } from './claim-news.ts';
import { bookReport, matchReport } from './match-report.ts';
import { bookSettled, matchSettled } from './match-settled.ts';
import { watchSticker } from './sticker-news.ts';
import { readClaims, readTenderStates, verifyClaims } from './verify-claims.ts';
import { readGivenVouchers, readVoucher } from './vouchers.ts';

const { payments } = implementer;

export const paymentsRouter = payments.router({
  watchSticker: payments.watchSticker.handler(({ context, signal }) =>
    watchSticker(context.open(), signal),
  ),
  checkSticker: payments.checkSticker.handler(({ context, input }) =>
    checkSticker(context.open(), context.actor, input),
  ),
  voucher: payments.voucher.handler(({ context, input }) => readVoucher(context.open(), input)),
  givenVouchers: payments.givenVouchers.handler(({ context, input }) =>
    readGivenVouchers(context.open(), context.actor, input),
  ),
  putOffSticker: payments.putOffSticker.handler(({ context }) => putOffSticker(context.open())),
  claims: payments.claims.handler(({ context }) => readClaims(context.open())),
  watchClaims: payments.watchClaims.handler(({ context, signal }) =>
    watchClaims(context.open(), signal),
  ),
  tenderStates: payments.tenderStates.handler(({ context, input }) =>
    readTenderStates(context.open(), input),
  ),
  verify: payments.verify.handler(({ context, input }) =>
    verifyClaims(context.open(), context.actor, input),
  ),
  matchReport: payments.matchReport.handler(({ context, input }) =>
    matchReport(context.open(), input),
  ),
  bookReport: payments.bookReport.handler(({ context, input }) =>
    bookReport(context.open(), context.actor, input),
  ),
  matchSettled: payments.matchSettled.handler(({ context }) => matchSettled(context.open())),
  bookSettled: payments.bookSettled.handler(({ context, input }) =>
    bookSettled(context.open(), context.actor, input),
  ),
});
