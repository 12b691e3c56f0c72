import { z } from 'zod';
import { ActId, Pseudonym, RecordHash, RecordText, Salt } from './values.ts';

/**
 * What is known of a claimed tender: `claimed` nothing yet (again, after a mistake), `verified` the
 * money was seen where it comes in, `missing` somebody looked for it there and it had not come.
 */
export const ClaimState = z.enum(['claimed', 'verified', 'missing']);
export type ClaimState = z.output<typeof ClaimState>;

/** Who found it out: a person, a report of the acquirer's, or the hub. */
export const ClaimFinder = z.enum(['hand', 'report', 'hub']);
export type ClaimFinder = z.output<typeof ClaimFinder>;

/** The details of what was found out of a tender; the head says which sale, how much and what. */
export const TenderStateBody = z.strictObject({
  salt: Salt,
  /** Client-made: one act can tell of several tenders, each in a record of its own. */
  id: ActId,
  /** The number of the sale's receipt. */
  number: RecordText,
  /** Its place among the tenders of the sale, from 0. */
  tender: z.int().min(0),
  by: ClaimFinder,
  /** What the payer's app, the acquirer or the bank calls the payment (RRN). */
  reference: RecordText.optional(),
  /** The row of a report that says so, as the hash of all that it says: it counts once. */
  row: RecordHash.optional(),
  note: RecordText,
  approver: Pseudonym.optional(),
});
