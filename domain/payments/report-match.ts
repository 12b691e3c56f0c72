import { z } from 'zod';
import { UploadedFile } from '../fees/bank/uploaded-file.ts';
import { RupiahSum } from '../money.ts';
import { BusinessDate } from '../time.ts';
import { Claim, CLAIMS_MAX, TenderPlace, VERIFIED_MAX } from './claim.ts';

/** Most rows of no tender that a preview shows; it counts all. */
export const SPARE_SHOWN_MAX = 100;

/** A payment in a report of the acquirer's, or one that the hub tells of. */
const ReportRow = z.strictObject({
  /** Line of the file or sheet, 1 is the first; of what the hub tells the till's own number. */
  row: z.int(),
  amountRupiah: RupiahSum,
  /** UTC ms; null where the report tells a day alone. */
  atMs: z.int().nullable(),
  on: BusinessDate.nullable(),
  reference: z.string(),
  issuer: z.string(),
});
export type ReportRow = z.output<typeof ReportRow>;

const ClaimOfRow = z.strictObject({ claim: Claim, row: ReportRow });

/** What a report says of the claims of a stall. Nothing is written down yet. */
export const ReportMatch = z.strictObject({
  provider: z.string(),
  /** First and last day of its payments; null without any. */
  from: BusinessDate.nullable(),
  to: BusinessDate.nullable(),
  /** Payments in it. */
  payments: z.int(),
  /** `isDoubtful`: it could be of another tender just as well. */
  matches: z.array(
    z.strictObject({
      ...ClaimOfRow.shape,
      by: z.enum(['reference', 'amount']),
      isDoubtful: z.boolean(),
    }),
  ),
  /** Named by their reference, with another amount. */
  differing: z.array(ClaimOfRow),
  /** Payments of no tender of the stall: the first, and how many there are. */
  spare: z.array(ReportRow).max(SPARE_SHOWN_MAX),
  spareCount: z.int(),
  /** Payments of tenders that are known to have come. */
  known: z.int(),
  /** Open claims of its days of which it has no payment. */
  absent: z.array(Claim).max(CLAIMS_MAX),
  /** Lines that could not be read. */
  rejected: z.int(),
});
export type ReportMatch = z.output<typeof ReportMatch>;

/** A report as a page sends it. */
export const ReportFile = z.strictObject(UploadedFile);
export type ReportFile = z.output<typeof ReportFile>;

/** Which of what payments say a person takes. */
export const MatchOrder = z.strictObject({
  id: z.uuid().transform((id) => id.toLowerCase()),
  picks: z
    .array(z.strictObject({ ...TenderPlace.shape, row: z.int().min(1) }))
    .min(1)
    .max(VERIFIED_MAX),
});
export type MatchOrder = z.output<typeof MatchOrder>;

/** Which of what a report says; the file again, so that the till reads it itself. */
export const ReportOrder = z.strictObject({ ...MatchOrder.shape, ...UploadedFile });
export type ReportOrder = z.output<typeof ReportOrder>;
