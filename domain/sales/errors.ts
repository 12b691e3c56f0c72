import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';
import { Terms } from './terms.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const salesErrors = {
  /** With the prices of all lines that the till has now, so that the cart can show them. */
  PRICE_CHANGED: {
    textKey: 'error.priceChanged',
    data: z.strictObject({
      name: z.string(),
      totalRupiah: z.int(),
      prices: z.array(z.strictObject({ code: z.string(), unit: z.string(), priceRupiah: z.int() })),
    }),
  },
  /** Tax or rounding are others by now: with what the till prices by. */
  TERMS_CHANGED: {
    textKey: 'error.termsChanged',
    data: z.strictObject({ totalRupiah: z.int(), terms: Terms }),
  },
  /** A price or a discount that nobody who may has allowed; `name` is empty of the cart's own. */
  NOT_ALLOWED: {
    textKey: 'error.notAllowed',
    data: z.strictObject({ name: z.string(), permission: z.string() }),
  },
  /** The same of a price below the product's floor. */
  BELOW_FLOOR: {
    textKey: 'error.belowFloor',
    data: z.strictObject({ name: z.string(), floorRupiah: z.int() }),
  },
  /** More of a line than is left of it; `name` is empty of a line that the sale has not. */
  REFUND_ABOVE_SOLD: {
    textKey: 'error.refundAboveSold',
    data: z.strictObject({ name: z.string(), leftMilli: z.int() }),
  },
  /** Of another system: what it gave back is not known here. */
  REFUND_TAKEN_OVER: {
    textKey: 'error.refundTakenOver',
    data: z.strictObject({ number: z.string() }),
  },
  /** It came back in more parts than are kept apart. */
  REFUND_TOO_MANY: { textKey: 'error.refundTooMany', data: z.strictObject({ refunds: z.int() }) },
  REFUND_OF_REFUND: {
    textKey: 'error.refundOfRefund',
    data: z.strictObject({ number: z.string() }),
  },
  /** What was paid out is not what the lines come to: something came back meanwhile. */
  REFUND_SUM: {
    textKey: 'error.refundSum',
    data: z.strictObject({ dueRupiah: z.int(), cashRupiah: z.int() }),
  },
  /** More by one means than was paid by it. */
  REFUND_TENDER: {
    textKey: 'error.refundTender',
    data: z.strictObject({ kind: z.string(), leftRupiah: z.int() }),
  },
  /** More was paid without cash than is due, and who sells may not give it back in cash. */
  CASH_BACK_LEAVE: {
    textKey: 'error.cashBackLeave',
    data: z.strictObject({ overRupiah: z.int() }),
  },
  /** The same goods again in one cart. */
  EXCHANGE_TWICE: { textKey: 'error.exchangeTwice', data: z.strictObject({}) },
  /** A voucher or an exchange would be real. */
  TRAINING_TENDER: { textKey: 'error.trainingTender', data: z.strictObject({}) },
  /** The cart that it was for is another by now, or is being paid. */
  EXCHANGE_NOT_TAKEN: { textKey: 'error.exchangeNotTaken', data: z.strictObject({}) },
  VOID_REFUNDED: { textKey: 'error.voidRefunded', data: z.strictObject({ number: z.string() }) },
  VOID_EXCHANGED: { textKey: 'error.voidExchanged', data: z.strictObject({ number: z.string() }) },
  VOID_SHIFT_OVER: { textKey: 'error.voidShiftOver', data: z.strictObject({ number: z.string() }) },
  CART_ELSEWHERE: { textKey: 'error.cartElsewhere', data: z.strictObject({}) },
  CARTS_TOO_MANY: { textKey: 'error.cartsTooMany', data: z.strictObject({ carts: z.int() }) },
  CART_PAID_ELSEWHERE: {
    textKey: 'error.cartPaidElsewhere',
    data: z.strictObject({ number: z.string(), totalRupiah: z.int() }),
  },
  CART_LINES_GONE: {
    textKey: 'error.cartLinesGone',
    data: z.strictObject({ name: z.string() }),
  },
  SCAN_NOT_ADDED: { textKey: 'error.scanNotAdded', data: z.strictObject({ code: z.string() }) },
  SCAN_ELSEWHERE: { textKey: 'error.scanElsewhere', data: z.strictObject({ code: z.string() }) },
  /** Training begins and ends with an empty cart. */
  TRAINING_CART_FILLED: { textKey: 'error.trainingCartFilled', data: z.strictObject({}) },
  /** A price or discount without a line that it could be of. */
  LINE_NEEDED: { textKey: 'error.lineNeeded', data: z.strictObject({}) },
  DISCOUNT_INVALID: {
    textKey: 'error.discountInvalid',
    data: z.strictObject({ text: z.string() }),
  },
  QUANTITY_INVALID: {
    textKey: 'error.quantityInvalid',
    data: z.strictObject({ text: z.string() }),
  },
  QUANTITY_UNUSED: {
    textKey: 'error.quantityUnused',
    data: z.strictObject({ text: z.string() }),
  },
  QUANTITY_WITHOUT_LINE: {
    textKey: 'error.quantityWithoutLine',
    data: z.strictObject({ text: z.string() }),
  },
  CART_FULL: { textKey: 'error.cartFull', data: z.strictObject({ maxLines: z.int() }) },
  TOTAL_TOO_LARGE: { textKey: 'error.totalTooLarge', data: z.strictObject({}) },
  /** More than a hub counts of one till in its life. */
  BOOK_FULL: { textKey: 'error.bookFull', data: z.strictObject({ mostRupiah: z.int() }) },
  SALE_ID_REUSED: {
    textKey: 'error.saleIdReused',
    data: z.strictObject({ number: z.string() }),
  },
  RECEIPT_UNKNOWN: {
    textKey: 'error.receiptUnknown',
    data: z.strictObject({ number: z.string() }),
  },
  /** The newest was asked for before the first. */
  RECEIPT_NONE: { textKey: 'error.receiptNone', data: z.strictObject({}) },
  /** A code that is no receipt's QR, or has lost a part. */
  RECEIPT_LINK_INVALID: { textKey: 'error.receiptLinkInvalid', data: z.strictObject({}) },
  /** The QR of a receipt that another till has signed. */
  RECEIPT_OF_OTHER_TILL: { textKey: 'error.receiptOfOtherTill', data: z.strictObject({}) },
  /** It names a place of the journal where there is no sale. */
  RECEIPT_NOT_IN_BOOK: {
    textKey: 'error.receiptNotInBook',
    data: z.strictObject({ mark: z.string() }),
  },
  /** The record in that place has another leaf than it says. */
  RECEIPT_LEAF_DIFFERS: {
    textKey: 'error.receiptLeafDiffers',
    data: z.strictObject({ number: z.string() }),
  },
} as const satisfies Record<string, ErrorEntry>;
