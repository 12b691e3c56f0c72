import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from '../contract-base.ts';
import { pickErrors } from '../errors.ts';
import { lineOfText } from '../line-of-text.ts';
import { RupiahSum } from '../money.ts';
import { MovedRupiah, Note } from '../shifts/movement.ts';
import { BusinessDate } from '../time.ts';
import { Period } from './period.ts';
import { PaymentKind } from './kinds.ts';
import { PhotoBytes } from './matters/values.ts';
import { FeeMessageContent } from './messages-contract.ts';
import { FeesState } from './till-state.ts';

/** Of an act, made by the page: the same again answers what the first did. */
const ActId = z.uuid().transform((id) => id.toLowerCase());
/** Most that a month costs. Rupiah */
const Monthly = z.int().min(0).max(1_000_000_000);
const Done = z.strictObject({});

/** Whether somebody at this till is reminded of what is due next. */
export const FeeNews = z.strictObject({
  reminder: z.strictObject({ kind: z.enum(['soon', 'overdue']), due: BusinessDate }).nullable(),
});
export type FeeNews = z.output<typeof FeeNews>;

/** The calls of the till's own pages about what the stall owes. */
export const feesTillContract = {
  /** Whether to remind of what is due, now, and after each change of anything of fees. */
  watch: call('sale.ring-up').output(eventIterator(FeeNews)),

  /** All that the till knows of what the stall owes and paid, from its last hearing of the hub. */
  read: call('fees.read').output(FeesState),

  /** Somebody has read that something told was refused: the page speaks of it no more. */
  acknowledge: call('fees.pay')
    .input(z.strictObject({ id: ActId }))
    .errors(pickErrors('FEE_UNKNOWN'))
    .output(Done),

  /** Tells the mall something: it waits here until the hub has it. */
  send: call('fees.pay', 'file')
    .input(z.strictObject({ id: ActId, message: FeeMessageContent, photo: PhotoBytes.nullable() }))
    .errors(pickErrors('FEES_NO_HUB', 'FEE_UNKNOWN', 'ACT_ID_REUSED', 'CLOCK_WRONG'))
    .output(Done),

  /** The picture that was sent with something told. @see FeesState messages */
  photo: call('fees.read')
    .input(z.strictObject({ id: ActId }))
    .errors(pickErrors('FEE_UNKNOWN'))
    .output(z.strictObject({ type: z.enum(['image/jpeg', 'image/png']), bytes: PhotoBytes })),

  /** Sets what a stall without a hub charges itself each month, from a month on. */
  setPlan: call('settings.change')
    .input(
      z
        .strictObject({
          id: ActId,
          from: Period,
          electricityRupiah: Monthly,
          cleaningRupiah: Monthly,
          dueDay: z.int().min(1).max(28),
        })
        .refine((plan) => plan.electricityRupiah + plan.cleaningRupiah > 0),
    )
    .errors(pickErrors('FEES_AT_HUB', 'ACT_ID_REUSED', 'CLOCK_WRONG'))
    .output(Done),

  /** Writes down what a stall without a hub paid; what is set aside pays for it first. */
  pay: call('fees.pay')
    .input(
      z.strictObject({
        id: ActId,
        how: PaymentKind,
        amountRupiah: MovedRupiah,
        on: BusinessDate,
        note: Note,
        fromSetAside: z.boolean(),
      }),
    )
    .errors(pickErrors('FEES_AT_HUB', 'SET_ASIDE_SHORT', 'ACT_ID_REUSED', 'CLOCK_WRONG'))
    .output(Done),

  /** The same, with cash of the drawer of this line, which opens. */
  payFromDrawer: call('drawer.move')
    .input(
      z.strictObject({
        id: ActId,
        shift: z.int().min(1).nullable().default(null),
        amountRupiah: MovedRupiah,
        note: Note,
      }),
    )
    .errors(
      pickErrors('FEES_AT_HUB', 'SHIFT_CLOSED', 'SHIFT_ENDED', 'ACT_ID_REUSED', 'CLOCK_WRONG'),
    )
    .output(z.strictObject({ isOpened: z.boolean() })),

  /** Takes back what was written down wrongly of a payment, in the stall's own ledger. */
  undo: call('fees.pay')
    .input(z.strictObject({ id: ActId, credit: ActId }))
    .errors(pickErrors('FEES_AT_HUB', 'FEE_UNKNOWN', 'ACT_ID_REUSED', 'CLOCK_WRONG'))
    .output(Done),

  /** Writes down what was found in what is set aside: from then on it is that much. */
  countSetAside: call('fees.set-aside')
    .input(z.strictObject({ id: ActId, countedRupiah: Monthly }))
    .errors(pickErrors('ACT_ID_REUSED', 'CLOCK_WRONG'))
    .output(z.strictObject({ expectedRupiah: RupiahSum, differenceRupiah: RupiahSum })),

  /** Takes money out of what is set aside: to pay, or for the reason that is given. */
  takeSetAside: call('fees.set-aside')
    .input(z.strictObject({ id: ActId, amountRupiah: MovedRupiah, note: Note }))
    .errors(pickErrors('SET_ASIDE_SHORT', 'ACT_ID_REUSED', 'CLOCK_WRONG'))
    .output(Done),

  /** Prints a kuitansi by its number, again marked SALINAN; on paper when this answers. */
  printKuitansi: call('fees.read')
    .input(z.strictObject({ number: lineOfText(1, 40) }))
    .errors(pickErrors('FEE_UNKNOWN', 'PAPER_NOT_PRINTED', 'CLOCK_WRONG'))
    .output(z.strictObject({ isCopy: z.boolean() })),

  /** Prints what was charged and paid between two months, both included. */
  printStatement: call('fees.read')
    .input(z.strictObject({ from: Period, to: Period }))
    .errors(pickErrors('PAPER_NOT_PRINTED'))
    .output(Done),
};
