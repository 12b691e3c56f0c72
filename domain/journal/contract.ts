import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from '../contract-base.ts';
import { BusinessDate } from '../time.ts';
import { TrailEntry, TrailTopic } from './trail.ts';

/** Most entries that one page of the trail shows. */
export const TRAIL_PAGE_MAX = 200;

/** Which entries: each that is null does not narrow. Dates are business dates, both included. */
export const TrailFilter = z.strictObject({
  from: BusinessDate.nullable(),
  to: BusinessDate.nullable(),
  cashier: z.string().max(40).nullable(),
  topic: TrailTopic.nullable(),
  /** Only what somebody else allowed. */
  onlyApproved: z.boolean().default(false),
  /** A part of the subject or of the note. */
  text: z.string().max(60).default(''),
});
export type TrailFilter = z.output<typeof TrailFilter>;

export const journalContract = {
  /** The audit trail, the newest first. */
  trail: call('journal.read')
    .input(
      z.strictObject({
        ...TrailFilter.shape,
        /** `nextCursor` of the page before; empty for the first. */
        cursor: z.string().max(20).default(''),
        limit: z.int().min(1).max(TRAIL_PAGE_MAX),
      }),
    )
    .output(
      z.strictObject({ entries: z.array(TrailEntry).max(TRAIL_PAGE_MAX), nextCursor: z.string() }),
    ),

  /** The same as a CSV file, the oldest first, in pieces. */
  exportTrail: call('journal.export')
    .input(TrailFilter)
    .output(eventIterator(z.strictObject({ text: z.string() }))),
};
