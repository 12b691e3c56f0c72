import { z } from 'zod';
import { lineOfText } from '../line-of-text.ts';
import { MilliSold } from '../quantity.ts';
import { LAST_RECEIPT } from './receipt.ts';

/** Most lines that come back at once: as many as a sale has. */
const RETURNED_MAX = 1_000;

/** Longest reason for what comes back. Letters */
export const BACK_REASON_MAX = 120;

/** How much of a line of a sale comes back. */
export const ReturnedLine = z.strictObject({
  /** Its place in the sale, from 0. */
  at: z.int().min(0).max(RETURNED_MAX),
  quantityMilli: MilliSold,
  /** Whether it goes back on the shelf. */
  isRestocked: z.boolean(),
});
export type ReturnedLine = z.output<typeof ReturnedLine>;

/** Each line of the sale once. */
export const ReturnedLines = z
  .array(ReturnedLine)
  .max(RETURNED_MAX)
  .refine((all) => new Set(all.map(({ at }) => at)).size === all.length);

/** What comes back of a sale, and why, in a person's words. */
export const Returned = z.strictObject({
  /** Of the receipt itself: which one is the newest changes with what comes back. */
  number: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .refine((number) => number !== LAST_RECEIPT),
  lines: ReturnedLines.min(1),
  reason: lineOfText(1, BACK_REASON_MAX),
});
export type Returned = z.output<typeof Returned>;
