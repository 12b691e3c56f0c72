import { z } from 'zod';
import { isBackType, saleTypes } from '../journal/sale-types.ts';
import { RupiahSum } from '../money.ts';
import { MilliSum } from '../quantity.ts';
import { BusinessDate } from '../time.ts';

/** A discount as it was given: in basis points where it was a share, and what it took off. */
const GivenDiscount = z
  .strictObject({ rateBp: z.int().nullable(), amountRupiah: RupiahSum })
  .nullable();

/** One product and unit of a sale; quantity and amounts are negative in a refund. */
export const SaleLine = z.strictObject({
  /** Empty of a quick item. */
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  quantityMilli: MilliSum,
  /** What one was sold at. */
  priceRupiah: RupiahSum,
  /** What one costs on the shelf, where it was sold at another price. */
  shelfRupiah: RupiahSum.nullable(),
  /** Price × quantity. */
  amountRupiah: RupiahSum,
  /** Its own discount. */
  discount: GivenDiscount,
  taxKind: z.string(),
  /** What is paid for it, after all discounts and with a tax that was added. */
  dueRupiah: RupiahSum,
  note: z.string(),
});
export type SaleLine = z.output<typeof SaleLine>;

/** The stall at the head of a receipt, as it was that day, whatever the settings ask today. */
export const ReceiptStall = z.strictObject({
  name: z.string(),
  /** `A-12` */
  number: z.string(),
  mall: z.string(),
  phone: z.string(),
});
export type ReceiptStall = z.output<typeof ReceiptStall>;

/** Stands for the number of the newest receipt, and for that of the newest of training. */
export const LAST_RECEIPT = 'last';
export const LAST_TRAINING = 'last-training';

/**
 * What was sold, as its journal record says, for paper and screen. Never changes. As wide as the
 * record: what was signed can be read.
 */
export const Receipt = z.strictObject({
  id: z.uuid(),
  /**
   * `ABC-000124`, gapless on a till; after a recovery `ABC2-000124`; of another system's history
   * `ABC-H1.000124`; of training `ABC-LATIHAN-000001`.
   */
  number: z.string(),
  /** `training`: practised, and no proof of anything. */
  kind: z.enum([...saleTypes, 'training']),
  epoch: z.int(),
  seq: z.int(),
  soldAtMs: z.int(),
  offsetMinutes: z.int(),
  businessDate: BusinessDate,
  cashier: z.string(),
  stall: ReceiptStall,
  lines: z.array(SaleLine),
  note: z.string(),
  /** Sum of price × quantity of the lines. */
  subtotalRupiah: RupiahSum,
  /** Of the cart as a whole. */
  discount: GivenDiscount,
  /** The date whose rates its taxes have: its own, or that of the sale which it answers. */
  taxedOn: BusinessDate,
  /** By kind: what it is on, and whether it came on top of the prices. */
  taxes: z.array(
    z.strictObject({
      kind: z.string(),
      isAdded: z.boolean(),
      /** What was paid less the tax. */
      baseRupiah: RupiahSum,
      taxRupiah: RupiahSum,
    }),
  ),
  /** The tax number of who charges PPN; empty of another stall. */
  npwp: z.string(),
  /** Cash rounding, its own line: total less what is due for the lines. */
  roundingRupiah: RupiahSum,
  totalRupiah: RupiahSum,
  /** What was handed over; in a refund, what was paid out, as a positive amount. */
  tenders: z.array(
    z.strictObject({
      kind: z.string(),
      amountRupiah: RupiahSum,
      /** `claimed` or `verified`; of cash and card there is none. */
      state: z.string().optional(),
      bank: z.string().optional(),
      approval: z.string().optional(),
      /** The last four figures of a card. */
      last: z.string().optional(),
      reference: z.string().optional(),
      /** What a voucher had beyond it: another was given out for that. */
      restRupiah: RupiahSum.optional(),
    }),
  ),
  changeRupiah: RupiahSum,
  /** The document of another system that this was taken over from; empty for an own sale. */
  source: z.string(),
  /** Number of the sale that a refund or void answers, and why; empty of a sale. */
  original: z.string(),
  reason: z.string(),
});
export type Receipt = z.output<typeof Receipt>;

/** Whether goods and money go back by it. */
export function isBack({ kind }: Pick<Receipt, 'kind'>): boolean {
  return isBackType(kind);
}
