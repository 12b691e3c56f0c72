import { implementer } from '../implementer.ts';
import { checkSticker, putOffSticker } from './check-sticker.ts';
import { readGivenVouchers, readVoucher } from './vouchers.ts';
import { watchSticker } from './sticker-news.ts';

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
    readGivenVouchers(context.open(), input),
  ),
  putOffSticker: payments.putOffSticker.handler(({ context }) => putOffSticker(context.open())),
});
