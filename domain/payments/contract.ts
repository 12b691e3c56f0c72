import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from '../contract-base.ts';
import { pickErrors } from '../errors.ts';
import { RupiahSum } from '../money.ts';
import { QRIS_LENGTH_MAX } from './qris.ts';
import { VoucherCode } from './voucher.ts';
import { StickerCheck, StickerState } from './sticker.ts';

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
    .output(z.strictObject({ amountRupiah: RupiahSum, number: z.string() })),
  /** The vouchers that a receipt gave out: who knows a code can pay with it. */
  givenVouchers: call('sale.reprint')
    .input(z.strictObject({ number: z.string().trim().min(1).max(40) }))
    .errors(pickErrors('RECEIPT_UNKNOWN', 'RECEIPT_NONE'))
    .output(
      z.array(z.strictObject({ code: z.string(), amountRupiah: RupiahSum, isUsed: z.boolean() })),
    ),
  /** Asks again tomorrow. */
  putOffSticker: call('payments.check-sticker'),
};
