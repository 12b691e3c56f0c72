import { z } from 'zod';
import { RupiahSum } from '../money.ts';
import { MilliSum } from '../quantity.ts';
import { BusinessDate } from '../time.ts';

/** One product and unit of a sale; quantity and amount are negative in a refund. */
export const SaleLine = z.strictObject({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  quantityMilli: MilliSum,
  priceRupiah: RupiahSum,
  amountRupiah: RupiahSum,
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

/**
 * What was sold, as its journal record says, for paper and screen. Never changes. As wide as the
 * record: what was signed can be read.
 */
export const Receipt = z.strictObject({
  id: z.uuid(),
  /**
   * `ABC-000124`, gapless on a till; after a recovery `ABC2-000124`; of another system's history
   * `ABC-H1.000124`.
   */
  number: z.string(),
  kind: z.enum(['sale', 'refund']),
  epoch: z.int(),
  seq: z.int(),
  soldAtMs: z.int(),
  offsetMinutes: z.int(),
  businessDate: BusinessDate,
  cashier: z.string(),
  stall: ReceiptStall,
  lines: z.array(SaleLine),
  /** Sum of the lines. */
  subtotalRupiah: RupiahSum,
  /** Cash rounding, its own line; total − subtotal. */
  roundingRupiah: RupiahSum,
  totalRupiah: RupiahSum,
  /** What was handed over; in a refund, what was paid out, as a positive amount. */
  tenders: z.array(z.strictObject({ kind: z.string(), amountRupiah: RupiahSum })),
  changeRupiah: RupiahSum,
  /** The document of another system that this was taken over from; empty for an own sale. */
  source: z.string(),
});
export type Receipt = z.output<typeof Receipt>;
