import { z } from 'zod';
import { NamedCharge } from './values.ts';

/** A charge, and what a credit note takes from it. */
export const CreditPart = NamedCharge.extend({
  /** Rupiah; what is paid already of it becomes the stall's advance. */
  credit: z.int(),
});
export type CreditPart = z.output<typeof CreditPart>;
