import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from '../contract-base.ts';
import { pickErrors } from '../errors.ts';
import { RECEIPT_LINK_MAX } from '../journal/receipt-link.ts';
import { RupiahSum } from '../money.ts';
import { BusinessDate } from '../time.ts';
import { Day, Sums } from './day.ts';
import { SalesChoice, SalesPage } from './find-sales.ts';
import { CartAnswer, CartSwitch, CartWish, KeptCart, OpenedCart, ParkedCart } from './kept-cart.ts';
import type { CartPermission } from './leave.ts';
import { ExchangeWish, RingUp, SaleId, ToAllow } from './order.ts';
import { Receipt } from './receipt.ts';
import { RefundOrder, RefundQuote, RefundWish, VoidOrder } from './refund.ts';

/** Sums of the whole book, and of the part of it that was taken over from another system. */
export const SaleTotals = z.strictObject({ ...Sums.shape, history: Sums });
export type SaleTotals = z.output<typeof SaleTotals>;

/**
 * Leave for what a cart would have, until it is paid: asked for before it is agreed with whoever
 * buys. Who has the permission is answered at once, another by a PIN of somebody who has it.
 */
function allow(permission: CartPermission) {
  return call(permission)
    .input(ToAllow)
    .errors(
      pickErrors(
        'BELOW_FLOOR',
        'PRODUCT_UNKNOWN',
        'PRODUCT_ARCHIVED',
        'TOTAL_TOO_LARGE',
        'CLOCK_WRONG',
      ),
    );
}

/** Of whatever is paid, in earnest or in training. */
const payErrors = [
  'TENDER_SHORT',
  'TENDER_OVER',
  'QRIS_AMOUNT',
  'PRICE_CHANGED',
  'TERMS_CHANGED',
  'NOT_ALLOWED',
  'BELOW_FLOOR',
  'CASH_BACK_LEAVE',
  'CART_ELSEWHERE',
  'TOTAL_TOO_LARGE',
  'BOOK_FULL',
  'PRODUCT_UNKNOWN',
  'PRODUCT_ARCHIVED',
  'SALE_ID_REUSED',
  'CLOCK_WRONG',
] as const;

/** Of a sale that nothing can come back of. */
const standingErrors = [
  'RECEIPT_UNKNOWN',
  'RECEIPT_NONE',
  'REFUND_OF_REFUND',
  'REFUND_TAKEN_OVER',
  'REFUND_TOO_MANY',
] as const;

/** Of a refund or void that is booked. */
const backErrors = [
  ...standingErrors,
  'SHIFT_CLOSED',
  'TOTAL_TOO_LARGE',
  'BOOK_FULL',
  'STOCK_TOO_LARGE',
  'SALE_ID_REUSED',
  'CLOCK_WRONG',
] as const;

export const salesContract = {
  /** Books a paid sale, all or nothing; answers after it is on disk. */
  ringUp: call('sale.ring-up')
    .input(RingUp)
    .errors(
      pickErrors(
        'SHIFT_CLOSED',
        ...payErrors,
        ...standingErrors,
        'STOCK_TOO_LARGE',
        'REFUND_ABOVE_SOLD',
        'REFUND_SUM',
        'REFUND_TENDER',
        'VOUCHER_UNKNOWN',
        'VOUCHER_USED',
        'VOUCHER_TWICE',
        'VOUCHER_AMOUNT',
      ),
    )
    .output(Receipt),

  /** Whether whoever sells may train; by another's leave where they may not. */
  beginTraining: call('sale.train'),

  /**
   * Books a sale that was practised, through all that a real one goes through, and answers its
   * receipt. It changes no figure of the book, and needs no shift.
   */
  ringUpTraining: call('sale.train')
    .input(RingUp)
    .errors(pickErrors('TRAINING_TENDER', ...payErrors))
    .output(Receipt),

  /**
   * The cart that a page begins with: the one that it held before it was loaded again (with what
   * it could not keep any more), unless another page has gone on with it and is there; for a new
   * page what no page holds (theirs were closed or killed); else an empty one with the id `fresh`.
   * From then on the page holds it, until its connection ends: a cart is never on two pages.
   */
  openCart: call('sale.ring-up').input(CartWish).output(CartAnswer),

  /**
   * Takes the cart again after the connection was lost. `isElsewhere`: another page has taken it
   * meanwhile. `receipt`: the sale that it has become, if it was paid.
   */
  resumeCart: call('sale.ring-up')
    .input(z.strictObject({ id: SaleId }))
    .output(z.strictObject({ isElsewhere: z.boolean(), receipt: Receipt.nullable() })),

  /** Keeps the cart of this page, in place of the one that it kept before. */
  keepCart: call('sale.ring-up').input(KeptCart).errors(pickErrors('CART_ELSEWHERE')),

  /**
   * Parks the cart of this page and goes on with another one, or with an empty one. Asked again
   * it answers as before. `isElsewhere`: another page has that other cart by now.
   */
  switchCart: call('sale.ring-up')
    .input(CartSwitch)
    .errors(pickErrors('CARTS_TOO_MANY'))
    .output(OpenedCart),

  /** The carts that no page has, the newest first; then again after each change. */
  watchParked: call('sale.ring-up')
    .errors(pickErrors('CLOCK_WRONG'))
    .output(eventIterator(z.array(ParkedCart))),

  /** Leave for a quick item. */
  allowQuick: allow('sale.quick'),
  /** Leave for another price than the shelf's, down to the product's floor. */
  allowPrice: allow('sale.price'),
  /** Leave for a discount, down to the floors of its products. */
  allowDiscount: allow('sale.discount'),
  /** Leave for a price below a product's floor, and for all else on the cart. */
  allowBelowFloor: allow('sale.below-floor'),
  /** Leave for cash that goes back for what was paid without. */
  allowCashBack: allow('sale.cash-back'),

  /** Leave for goods that come back in exchange, and what they come to. */
  allowExchange: call('sale.refund')
    .input(ExchangeWish)
    .errors(pickErrors(...standingErrors, 'REFUND_ABOVE_SOLD'))
    .output(z.strictObject({ amountRupiah: RupiahSum })),

  /** One receipt by its number, or the newest with `last`. */
  receipt: call('sale.read')
    .input(z.strictObject({ number: z.string().trim().min(1).max(40) }))
    .errors(pickErrors('RECEIPT_UNKNOWN', 'RECEIPT_NONE'))
    .output(Receipt),

  /** What has come back of a sale, and what the lines of a wish would come to. */
  quoteRefund: call('sale.read')
    .input(RefundWish)
    .errors(pickErrors(...standingErrors, 'REFUND_ABOVE_SOLD', 'CLOCK_WRONG'))
    .output(RefundQuote),

  /** Books what comes back of a sale, all or nothing: goods, money and paper. */
  refund: call('sale.refund')
    .input(RefundOrder)
    .errors(pickErrors(...backErrors, 'REFUND_ABOVE_SOLD', 'REFUND_SUM', 'REFUND_TENDER'))
    .output(Receipt),

  /** Takes a sale of the open shift back whole, as it was paid. */
  void: call('sale.void')
    .input(VoidOrder)
    .errors(pickErrors(...backErrors, 'VOID_REFUNDED', 'VOID_EXCHANGED', 'VOID_SHIFT_OVER'))
    .output(Receipt),

  /** All sales, refunds and voids in the book. */
  totals: call('shift.report').output(SaleTotals),

  /** Which day it is, and what it came to; of null the day that it is now, by zone and cut-off. */
  day: call('sale.read')
    .input(z.strictObject({ businessDate: BusinessDate.nullable().default(null) }))
    .output(Day),

  /**
   * Sales and refunds of some days, the newest of the journal first. With `text` those whose
   * receipt number contains it, whose total it is, in which so much cash was handed over, or with a
   * product whose name and code contain every word of it.
   */
  list: call('sale.read').input(SalesChoice).output(SalesPage),

  /** Whose receipt a receipt's QR is: the text of it, as a scanner types it. */
  receiptOfLink: call('sale.read')
    .input(z.strictObject({ text: z.string().max(RECEIPT_LINK_MAX) }))
    .errors(
      pickErrors(
        'RECEIPT_LINK_INVALID',
        'RECEIPT_OF_OTHER_TILL',
        'RECEIPT_NOT_IN_BOOK',
        'RECEIPT_LEAF_DIFFERS',
      ),
    )
    .output(z.strictObject({ number: Receipt.shape.number })),

  /** The place in the journal of the newest sale now, and of each that is booked; 0 is none. */
  watch: call('sale.read').output(eventIterator(z.strictObject({ newest: z.int() }))),
};
