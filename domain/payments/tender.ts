import { z } from 'zod';
import { RupiahPositive } from '../money.ts';

/** Most tenders in one sale. */
export const TENDERS_MAX = 10;

/** One means of payment of a sale. Cash is what the customer handed over, before change. */
export const Tender = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cash'), amountRupiah: RupiahPositive }),
]);
export type Tender = z.output<typeof Tender>;
