import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from '../contract-base.ts';
import { pickErrors } from '../errors.ts';
import { QRIS_LENGTH_MAX } from './qris.ts';
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
  /** Asks again tomorrow. */
  putOffSticker: call('payments.check-sticker'),
};
