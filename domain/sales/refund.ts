import { z } from 'zod';
import { lineOfText } from '../line-of-text.ts';
import { RupiahPositive, RupiahSum } from '../money.ts';
import { TENDER_TEXT_MAX, TENDERS_MAX } from '../payments/tender.ts';
import { MilliSum } from '../quantity.ts';
import { SaleId } from './order.ts';
import { Receipt } from './receipt.ts';
import { Returned, ReturnedLines } from './returned.ts';

/** What would come back of a sale. */
export const RefundWish = z.strictObject({ number: Returned.shape.number, lines: ReturnedLines });
export type RefundWish = z.output<typeof RefundWish>;

/** How money can go back. */
export const payOutKinds = ['cash', 'qris', 'card', 'transfer', 'credit'] as const;
export type PayOutKind = (typeof payOutKinds)[number];

/** A part of what goes back, exactly: nobody gives change on it. */
export const PaidOut = z.strictObject({
  kind: z.enum(payOutKinds),
  amountRupiah: RupiahPositive,
  /** What the bank or the terminal calls it. */
  reference: lineOfText(1, TENDER_TEXT_MAX).optional(),
});
export type PaidOut = z.output<typeof PaidOut>;

export const RefundOrder = z.strictObject({
  /** The same id again returns the first receipt. */
  id: SaleId,
  ...Returned.shape,
  tenders: z.array(PaidOut).max(TENDERS_MAX),
  /** Whether a person has said that it goes back otherwise than it was paid. */
  changesTender: z.boolean().optional(),
});
export type RefundOrder = z.output<typeof RefundOrder>;

const { number, reason } = Returned.shape;
export const VoidOrder = z.strictObject({ id: SaleId, number, reason });
export type VoidOrder = z.output<typeof VoidOrder>;

/** A sale with what has come back of it, and what a wish comes to. */
export const RefundQuote = z.strictObject({
  receipt: Receipt,
  /** What is left of each line, in their order. */
  leftMilli: z.array(MilliSum),
  /** What was paid by each means, less what went back by it; none that is nothing. */
  tenders: z.array(z.strictObject({ kind: z.string(), leftRupiah: RupiahSum })),
  /** What can go back at most. */
  leftRupiah: RupiahSum,
  /** What goes back for the lines of the wish: without cash, and all of it in cash. */
  dueRupiah: RupiahSum,
  cashRupiah: RupiahSum,
  /** How that goes back as it came, and whether it is other than it came after all. */
  asPaid: z.strictObject({
    tenders: z.array(z.strictObject({ kind: z.enum(payOutKinds), amountRupiah: RupiahPositive })),
    changesTender: z.boolean(),
  }),
  /** What of its payment nobody has seen come. */
  unverifiedRupiah: RupiahSum,
  /** What answers it already, the oldest first. */
  backs: z.array(
    z.strictObject({
      number: Receipt.shape.number,
      kind: Receipt.shape.kind,
      totalRupiah: RupiahSum,
    }),
  ),
  /** Why it cannot be voided: nothing where it can. */
  noVoid: z.enum(['shift', 'refunded', 'exchanged', 'not-a-sale']).nullable(),
});
export type RefundQuote = z.output<typeof RefundQuote>;
