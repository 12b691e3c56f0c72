import { z } from 'zod';
import { ActId } from '../../journal/values.ts';
import { Hash, OrganisationCode } from '../../sync/place.ts';
import { BusinessDate } from '../../time.ts';
import { AccountCode } from './bank-row.ts';

/** Most rows that explain a difference one by one; the sums are of all. */
export const EXPLAINED_MAX = 500;

/** A reconciliation that somebody answers for. */
export const SignOff = z.strictObject({
  act: ActId,
  account: AccountCode,
  date: BusinessDate,
  bankSen: z.int(),
  /** Rupiah */
  book: z.int(),
  /** As they wrote it. */
  name: z.string(),
  by: z.string(),
  atMs: z.int(),
});
export type SignOff = z.output<typeof SignOff>;

/** One thing that the bank has and the books have not, or the other way round. */
export const Difference = z.strictObject({
  /**
   * `row`: of the bank, nothing was booked for it (or not all). `posting`: of the books, no row of
   * the bank. `gap`: files that do not meet. `opening`: what the account had before its first file.
   * `sen`: fractions of rupiah, which the books do not keep. `withheld`, `paid-out`: what an
   * acquirer kept of its rows, and what it paid to the mall's bank.
   */
  kind: z.enum(['row', 'posting', 'gap', 'opening', 'sen', 'withheld', 'paid-out']),
  on: BusinessDate.nullable(),
  /** What it adds to bank less book. Hundredths of a rupiah */
  amountSen: z.int(),
  /** Of a row its description, of a posting the note of its act; empty for others. */
  text: z.string(),
  row: Hash.nullable(),
  act: ActId.nullable(),
  stall: OrganisationCode.nullable(),
});
export type Difference = z.output<typeof Difference>;

/** Whether the books agree with the bank at the end of a date. */
export const Reconciliation = z.strictObject({
  account: AccountCode,
  label: z.string(),
  mall: OrganisationCode,
  date: BusinessDate,
  /** As the files tell it; null without any up to that date. Hundredths of a rupiah */
  bankSen: z.int().nullable(),
  /** Last day that a file tells of, up to the date. */
  bankOn: BusinessDate.nullable(),
  /** What was posted to the account. Rupiah */
  book: z.int(),
  /** bank less book, as far as the bank is known. Hundredths of a rupiah */
  differenceSen: z.int(),
  /** The oldest first; the first EXPLAINED_MAX. */
  differences: z.array(Difference).max(EXPLAINED_MAX),
  /** How many there are. */
  count: z.int(),
  /** What is left when all of them are taken off: nothing, or the books are broken. */
  unexplainedSen: z.int(),
  /** Sign-offs of this date, the newest first. */
  signOffs: z.array(SignOff),
});
export type Reconciliation = z.output<typeof Reconciliation>;
