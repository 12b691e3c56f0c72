import { z } from 'zod';
import { ActId, Pseudonym, RecordHash, RecordText, Salt } from '../journal/values.ts';
import { BusinessDate } from '../time.ts';
import { FeeDetails } from './details.ts';
import { ChargeKind, CreditKind, FeeAct } from './kinds.ts';
import { Period } from './period.ts';

/** Rupiah, more than nothing. */
const Amount = z.int().min(1).max(1_000_000_000_000);
/** Rupiah either way; never nothing. */
export const Moved = z
  .int()
  .min(-1_000_000_000_000)
  .max(1_000_000_000_000)
  .refine((amount) => amount !== 0);
const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/);

/** Most effects of one kind in one record. */
export const EFFECTS_MAX = 500;

/** What a stall owes from now on. */
const Charged = z.strictObject({
  id: ActId,
  period: Period,
  kind: ChargeKind,
  amount: Amount,
  due: BusinessDate,
  /** How it came: `tarif`, `112,5 kWh × Rp1.444,70`, `1 % dari Rp1.000.000`; empty for a sum. */
  basis: RecordText,
});
export type Charged = z.output<typeof Charged>;

/** What takes from what a stall owes. */
const Credited = z.strictObject({
  id: ActId,
  kind: CreditKind,
  amount: Amount,
  /** The account that the money came to, of a payment. */
  account: Code.optional(),
  /** `KW/TC/2026/000017`, of a payment. */
  kuitansi: RecordText.optional(),
  /** The row of a bank file that it came by. */
  row: RecordHash.optional(),
  /** The charge that a waiver or credit note is of. */
  of: ActId.optional(),
  /** What came less than the amount: fees of the acquirer. Booked gross, never net. */
  withheld: Amount.optional(),
});
export type Credited = z.output<typeof Credited>;

/** So much of a credit for a charge; negative where that is undone. */
const Allocated = z.strictObject({ credit: ActId, charge: ActId, amount: Moved });
export type Allocated = z.output<typeof Allocated>;

/** An advance that goes back to the stall; negative where that is undone. */
const Refunded = z.strictObject({
  id: ActId,
  credit: ActId,
  amount: Moved,
  account: Code,
  /** The refund that this one undoes. */
  undoes: ActId.optional(),
});

/** Into the deposit of a stall; negative out of it, with an account where money went back. */
const Deposited = z.strictObject({
  id: ActId,
  amount: Moved,
  account: Code.optional(),
  /** The one that this one undoes. */
  undoes: ActId.optional(),
});

/** Money between two places of the books that is of no stall: `cash:kantor` to `bank:bca`. */
const Movement = z.strictObject({ from: RecordText, to: RecordText, amount: Amount });

const effects = <T extends z.ZodType>(of: T) => z.array(of).min(1).max(EFFECTS_MAX).optional();

/** One act of fees: who owes what by it, and what else it says. */
export const FeeBody = z.strictObject({
  salt: Salt,
  /** Client-made: the same one again is the same act. */
  id: ActId,
  act: FeeAct,
  mall: Code,
  /** The stall that it is of; absent for one of the mall. */
  stall: Code.optional(),
  /** The date on which it counts: its postings are of that month. */
  on: BusinessDate,
  note: RecordText,
  /** SHA-256 of what was sent for it: its id with something else is refused. */
  sent: RecordHash.optional(),
  charges: effects(Charged),
  credits: effects(Credited),
  allocations: effects(Allocated),
  refunds: effects(Refunded),
  deposits: effects(Deposited),
  /** Ids of charges and credits that are from now on as if they had not been. */
  reverses: effects(ActId),
  movements: effects(Movement),
  details: FeeDetails.optional(),
  approver: Pseudonym.optional(),
});
export type FeeBody = z.output<typeof FeeBody>;

/** An act before its record is written: the salt is added there. */
export type FeeDraft = Omit<FeeBody, 'salt'>;
