import { z } from 'zod';
import { ProductCode } from '../catalog/product.ts';
import { call } from '../contract-base.ts';
import { saleTypes } from '../journal/sale-types.ts';
import { pickErrors } from '../errors.ts';
import { MILLI_MAX, milli, MilliSum } from '../quantity.ts';
import { correctionReasonNames, isCorrection } from './correction.ts';

/** Longest note on a correction. */
export const STOCK_NOTE_MAX = 120;
const HISTORY_MAX = 100;

const MilliCounted = z
  .int()
  .min(0)
  .max(MILLI_MAX)
  .transform((value) => milli(value));

/** A change of a product's stock, as a person reads it. */
export const StockChange = z.strictObject({
  /** Key of its words: `inventory.change.<kind>`. */
  kind: z.enum([...saleTypes, 'import', 'sample', 'history', ...correctionReasonNames]),
  /** Thousandths of the base unit; negative when it left the stall. */
  quantityMilli: MilliSum,
  atMs: z.int(),
  /** The receipt or document that it stands on; empty for none. */
  document: z.string(),
  note: z.string(),
  /** Pseudonym of who did it; empty where nobody is known. */
  cashier: z.string(),
});
export type StockChange = z.output<typeof StockChange>;

export const inventoryContract = {
  /**
   * Corrects the stock of a product by what a person saw and counted. When it has changed since
   * `seenMilli` was read nothing is written: what is counted is compared with what is there.
   */
  correct: call('inventory.correct')
    .input(
      z
        .strictObject({
          code: ProductCode,
          /** What the screen showed as on hand. */
          seenMilli: MilliSum,
          reason: z.enum(correctionReasonNames),
          /** What the reason says: all that is there, what came in, or what left. */
          quantityMilli: MilliCounted,
          /** Needed for `other`. */
          note: z.string().trim().max(STOCK_NOTE_MAX),
        })
        .refine(({ reason, quantityMilli, note }) => isCorrection(reason, quantityMilli, note)),
    )
    .errors(pickErrors('STOCK_CHANGED', 'STOCK_TOO_LARGE', 'PRODUCT_GONE'))
    .output(z.strictObject({ onHandMilli: MilliSum })),

  /** What changed the stock of a product, newest first. */
  history: call('inventory.read')
    .input(z.strictObject({ code: ProductCode, limit: z.int().min(1).max(HISTORY_MAX) }))
    .output(z.array(StockChange)),
};
