import { z } from 'zod';
import { Rupiah, RupiahPositive } from '../money.ts';
import { Milli } from '../quantity.ts';
import { Tender } from '../payments/tender.ts';
import { BusinessDate } from '../time.ts';
import { StallSettings } from '../settings/settings.ts';

/** One product and unit of a sale; quantity and amount are negative in a refund. */
export const SaleLine = z.strictObject({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  quantityMilli: Milli,
  priceRupiah: RupiahPositive,
  amountRupiah: Rupiah,
});
export type SaleLine = z.output<typeof SaleLine>;

/** What was sold, as it stands in the book and goes to paper and screen. Never changes. */
export const Receipt = z.strictObject({
  id: z.uuid(),
  /** `<device letters>-<running number>`, gapless on a till. */
  number: z.string(),
  kind: z.enum(['sale', 'refund']),
  epoch: z.int(),
  seq: z.int(),
  soldAtMs: z.int(),
  offsetMinutes: z.int(),
  businessDate: BusinessDate,
  cashier: z.string(),
  stall: StallSettings,
  lines: z.array(SaleLine),
  /** Sum of the lines. */
  subtotalRupiah: Rupiah,
  /** Cash rounding, its own line; total − subtotal. */
  roundingRupiah: Rupiah,
  totalRupiah: Rupiah,
  /** What was handed over; in a refund, what was paid out, as a positive amount. */
  tenders: z.array(Tender),
  changeRupiah: RupiahPositive,
});
export type Receipt = z.output<typeof Receipt>;
