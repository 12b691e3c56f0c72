import { z } from 'zod';
import { lineOfText } from '../line-of-text.ts';
import { RUPIAH_MAX, rupiah } from '../money.ts';
import { Hash } from '../sync/place.ts';
import { addDays, BusinessDate, TIME_MAX_MS } from '../time.ts';

/** Most payments of one item: some 50 KB as JSON, so that a page of the hub's has a few of them. */
export const SETTLED_ROWS_MAX = 200;
/** Longest text of a payment. A longer one names no tender: those are shorter. Letters */
export const SETTLED_TEXT_MAX = 80;
/** How long the hub tells of a payment, and a till keeps what it was told. Days */
export const SETTLED_DAYS = 60;
/** How far back a stall is told whose merchant id becomes known. Days */
export const SETTLED_BACK_DAYS = 30;
/** Most payments that a till keeps: of 60 days with more than 300 each. */
export const SETTLED_KEPT_MAX = 20_000;

const Text = lineOfText(0, SETTLED_TEXT_MAX);

/** A payment of a settlement file as a hub tells it to the tills of the stall that was paid. */
const SettledPayment = z.object({
  /** Of all that the row says (settledKeys()): the same row, in whichever file, is one payment. */
  row: Hash,
  provider: Text,
  amountRupiah: z
    .int()
    .min(1)
    .max(RUPIAH_MAX)
    .transform((value) => rupiah(value)),
  /** UTC ms; null where the file tells a day alone. */
  paidAtMs: z.int().min(0).max(TIME_MAX_MS).nullable(),
  /** The provider's local date; of a payment without one when it was settled. */
  on: BusinessDate,
  /** Whether `on` is the day of payment: a settlement is of some day before. */
  isPaidDay: z.boolean().default(true),
  reference: Text,
  issuer: Text,
});

/** Payments to one stall that are told at once; none where it has them no longer. */
export const SettledPayments = z.object({
  rows: z.array(SettledPayment).max(SETTLED_ROWS_MAX),
  /** Whether another till is told of them too, of this stall or of one with its merchant id. */
  isShared: z.boolean(),
});

/**
 * Leaves out payments of days to come: by the newest a till tells which are too old to keep.
 * @param today the till's date; after midnight it may be that of the day before
 */
export function leaveAhead<Item extends z.output<typeof SettledPayments>>(
  item: Item,
  today: string,
): Item {
  const endsOn = addDays(today, 1);
  return { ...item, rows: item.rows.filter(({ on }) => on <= endsOn) };
}
