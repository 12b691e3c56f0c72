import { z } from 'zod';
import { ProductCode, UnitName } from '../catalog/product.ts';
import { call } from '../contract-base.ts';
import { pickErrors } from '../errors.ts';
import { Rupiah } from '../money.ts';
import { Tender, TENDERS_MAX } from '../payments/tender.ts';
import { MilliSold } from '../quantity.ts';
import { Receipt } from './receipt.ts';

/** Most lines in one sale; the longest real invoice seen has 593. */
export const LINES_MAX = 1_000;

/** A line of the cart as the screen sends it: the till reads name and price from its own shelf. */
export const OrderLine = z.strictObject({
  code: ProductCode,
  unit: UnitName,
  quantityMilli: MilliSold,
});
export type OrderLine = z.output<typeof OrderLine>;

export const RingUp = z.strictObject({
  /** Made with the cart. The same id again, in capitals or not, returns the first receipt. */
  id: z.uuid().transform((id) => id.toLowerCase()),
  lines: z.array(OrderLine).min(1).max(LINES_MAX),
  tenders: z.array(Tender).min(1).max(TENDERS_MAX),
  /** What the screen showed as due; another total at the till refuses the sale. */
  expectedTotalRupiah: Rupiah,
});
export type RingUp = z.output<typeof RingUp>;

const Sums = z.strictObject({
  sales: z.int(),
  salesTotalRupiah: z.int(),
  refunds: z.int(),
  /** Positive. */
  refundsTotalRupiah: z.int(),
});

/** Sums of the whole book, and of the part of it that was taken over from another system. */
export const SaleTotals = z.strictObject({ ...Sums.shape, history: Sums });
export type SaleTotals = z.output<typeof SaleTotals>;

export const salesContract = {
  /** Books a paid sale, all or nothing; answers after it is on disk. */
  ringUp: call('sale.ring-up')
    .input(RingUp)
    .errors(
      pickErrors(
        'TENDER_SHORT',
        'TOTAL_CHANGED',
        'TOTAL_TOO_LARGE',
        'PRODUCT_UNKNOWN',
        'SALE_ID_REUSED',
        'CLOCK_WRONG',
        'STOCK_TOO_LARGE',
      ),
    )
    .output(Receipt),

  /** One receipt by its number, or the newest with `last`. */
  receipt: call('sale.read')
    .input(z.strictObject({ number: z.string().trim().min(1).max(40) }))
    .errors(pickErrors('RECEIPT_UNKNOWN'))
    .output(Receipt),

  /** All sales and refunds in the book. */
  totals: call('sale.read').output(SaleTotals),
};
