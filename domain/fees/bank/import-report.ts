import { z } from 'zod';
import { Hash, OrganisationCode } from '../../sync/place.ts';
import { BusinessDate } from '../../time.ts';
import { AccountCode } from './bank-row.ts';

/** Most rows of a report that are told one by one. */
export const REPORTED_ROWS_MAX = 200;

/** A line of a file and what is wrong with it, or what should be known of it. */
export const LineReason = z.strictObject({
  /** Line of the file or sheet, 1 is the first; 0 for the whole file. */
  row: z.int(),
  /** Title of the cell's column as it stands; empty when the whole row is meant. */
  column: z.string(),
  /** In words. */
  reason: z.string(),
});
export type LineReason = z.output<typeof LineReason>;

/**
 * Why nothing of a file is taken: `other-rows` where it has not all that is there of one of its
 * days, and others instead.
 */
const ImportRefusal = z.enum(['rejected-rows', 'unbalanced', 'other-rows']);

/**
 * Between this file and what is there before or after it something is missing: the balances do not
 * meet.
 */
export const FileGap = z.strictObject({
  /** The last day before the gap, and the first behind it. */
  from: BusinessDate,
  to: BusinessDate,
  /** Balance behind the gap less the one before it. Hundredths of a rupiah */
  differenceSen: z.int(),
});
export type FileGap = z.output<typeof FileGap>;

/** What an import of a file would do, or did. rows = added + known + pending + rejected rows. */
export const ImportReport = z.strictObject({
  file: z.string(),
  kind: z.enum(['statement', 'settlement']),
  /** Id of the profile, or `mt940`, `camt053`. */
  profile: z.string(),
  /** Null of settlements that are of no account of a mall. */
  account: AccountCode.nullable(),
  mall: OrganisationCode.nullable(),
  /** Whether the account is set up by it. */
  isNewAccount: z.boolean(),
  from: BusinessDate.nullable(),
  to: BusinessDate.nullable(),
  rows: z.int(),
  added: z.int(),
  /** Rows that an earlier file brought. */
  known: z.int(),
  /** Of those: nobody used them yet, and the bank says more of them now. */
  renamed: z.int(),
  /** Rows that the bank has not booked yet: they come again when it has. */
  pending: z.int(),
  /** Null where the file does not tell. Hundredths of a rupiah */
  openingSen: z.int().nullable(),
  closingSen: z.int().nullable(),
  /** opening + Σ rows = closing, every running balance chains, and no row was rejected. */
  balanced: z.boolean(),
  /** Why nothing of it is taken; null where it is. */
  refusal: ImportRefusal.nullable(),
  gaps: z.array(FileGap),
  /** The first lines that are rejected, and how many are. */
  rejected: z.array(LineReason).max(REPORTED_ROWS_MAX),
  rejectedRows: z.int(),
  /** What else should be known: a balance that does not chain, a total that differs. */
  notes: z.array(LineReason).max(REPORTED_ROWS_MAX),
  /** Of all that it would add: `apply` sends it back. */
  digest: Hash,
});
export type ImportReport = z.output<typeof ImportReport>;

/** What a profile makes of a file. Nothing is written. */
export const ProfileTrial = z.strictObject({
  account: z.string().nullable(),
  openingSen: z.int().nullable(),
  closingSen: z.int().nullable(),
  balanced: z.boolean(),
  rowCount: z.int(),
  /** What came in and what went out, both not below nothing. Hundredths of a rupiah */
  inSen: z.int(),
  outSen: z.int(),
  /** First and last day of its rows; null without one. */
  from: BusinessDate.nullable(),
  to: BusinessDate.nullable(),
  /** The first rows. */
  rows: z
    .array(
      z.strictObject({
        row: z.int(),
        on: BusinessDate.nullable(),
        amountSen: z.int(),
        balanceSen: z.int().nullable(),
        description: z.string(),
        reference: z.string(),
        isPending: z.boolean(),
      }),
    )
    .max(20),
  rejected: z.array(LineReason).max(REPORTED_ROWS_MAX),
  rejectedRows: z.int(),
  notes: z.array(LineReason).max(REPORTED_ROWS_MAX),
});
export type ProfileTrial = z.output<typeof ProfileTrial>;
