import { z } from 'zod';
import { Place } from './place.ts';

/**
 * What the hub makes of a record that it has stored. Storing is not accepting: none of these stops
 * what comes after.
 */
export const VerdictKind = z.enum(['ok', 'held', 'quarantined', 'fork']);
export type VerdictKind = z.output<typeof VerdictKind>;

/** Why a record is not `ok`: English, one of a few, for the log and the auditor. */
export const VerdictReason = z.enum([
  /** `held`: of a newer program, which this hub cannot read yet. */
  'newer-version',
  /** `quarantined`: */
  'not-authentic',
  'not-readable',
  'not-canonical',
  'other-device',
  'not-linked',
  'counters-differ',
  'tenders-differ',
  /** Amounts that no stall takes, or with a sign that they cannot have. */
  'implausible',
  /** With it the sums of the device were larger than a stall's in all its life. */
  'sums-too-large',
  'after-revocation',
  'refund-above-sale',
  'refund-of-nothing',
  'z-differs',
  /** `fork`: another record stands in its place, or it follows one of which that is so. */
  'other-at-place',
  'on-a-fork',
]);
export type VerdictReason = z.output<typeof VerdictReason>;

/** Of each record that is not `ok`. */
export const Verdict = z.object({
  place: Place,
  verdict: VerdictKind.exclude(['ok']),
  /** A VerdictReason, or one of a later version of the hub. */
  reason: z.string().max(60),
});
export type Verdict = z.output<typeof Verdict>;
