import { z } from 'zod';
import { ActId } from '../../journal/values.ts';
import { Hash, OrganisationCode } from '../../sync/place.ts';
import { BusinessDate } from '../../time.ts';
import { ChargeKind } from '../kinds.ts';
import { Period } from '../period.ts';

/** Code of an account of a mall: `kantor-tc`, `1234567890`. */
export const AccountCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/);

/**
 * Why a stall is suggested for a row. The first six give points: `code` its three digits at the end
 * of the amount, `code-sum` its code added to just what it owes, `remark` its code and month in the
 * description, `sender` who paid for it before, `balance` just what it owes (less the code), `date`
 * near a date on which it has to pay. `name` (its member or code stands in the description) gives
 * none. The others speak against it, and then it is not ticked: what stands in the description or
 * the amount is another stall's, another stall is nearly as likely, or another act booked the same
 * sum for it about that day and no row of the bank says so yet.
 */
const matchReasons = [
  'code',
  'code-sum',
  'remark',
  'sender',
  'balance',
  'date',
  'name',
  'other-code',
  'other-remark',
  'other-sender',
  'other-name',
  'other-act',
  'close',
] as const;
export const MatchReason = z.enum(matchReasons);
export type MatchReason = z.output<typeof MatchReason>;

/** Something seen that speaks for or against a stall. */
export const Reason = z.strictObject({
  reason: MatchReason,
  /** What it adds to the score; 0 where it speaks against the stall. */
  points: z.int(),
  /** What was seen: `017`, `TC-A12-2611`, a name; of another stall, its code; of an act, its id. */
  seen: z.string(),
});
export type Reason = z.output<typeof Reason>;

/** What a payment would settle of a charge. Rupiah */
const WouldPay = z.strictObject({
  charge: ActId,
  period: Period,
  kind: ChargeKind,
  amount: z.int(),
});
export type WouldPay = z.output<typeof WouldPay>;

/** A stall that a row may be of. */
export const Suggestion = z.strictObject({
  stall: OrganisationCode,
  name: z.string(),
  /** What it would settle, oldest first; what is left over is an advance. */
  charges: z.array(WouldPay),
  /** Rupiah */
  advance: z.int(),
  score: z.int(),
  reasons: z.array(Reason),
  /** Whether it is sure enough to be accepted with all others that are. */
  ticked: z.boolean(),
});
export type Suggestion = z.output<typeof Suggestion>;

/** What a row is that is no payment of a stall. */
const explanations = [
  'bank-fee',
  'interest',
  'cash-bank',
  'settlement',
  'refund',
  'other-in',
  'other-out',
] as const;
export const Explanation = z.enum(explanations);
export type Explanation = z.output<typeof Explanation>;

/** What a row, or a part of it, was used for. */
export const RowUse = z.strictObject({
  /** The act that used it: undo() takes it back. */
  act: ActId,
  /** Rupiah, whichever way the row goes. */
  amount: z.int(),
  as: z.union([z.literal('payment'), Explanation]),
  /** Of a payment; null else. */
  stall: OrganisationCode.nullable(),
  kuitansi: z.string().nullable(),
  /** Date of the act. */
  on: BusinessDate,
  /** Pseudonym of who did it. */
  by: z.string(),
  isUndone: z.boolean(),
});
export type RowUse = z.output<typeof RowUse>;

/** A row of a bank file. */
export const BankRow = z.strictObject({
  row: Hash,
  on: BusinessDate,
  /** Hundredths of a rupiah; below nothing when it left the account. */
  amountSen: z.int(),
  /** The running balance after it; null where the file had none. */
  balanceSen: z.int().nullable(),
  description: z.string(),
  reference: z.string(),
  /** Whole rupiah that nothing was said of yet, whichever way the row goes. */
  left: z.int(),
  uses: z.array(RowUse),
  /** The likeliest first; none of a row that went out or of which nothing is left. */
  suggestions: z.array(Suggestion),
});
export type BankRow = z.output<typeof BankRow>;
