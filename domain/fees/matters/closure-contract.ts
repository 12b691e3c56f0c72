import { z } from 'zod';
import { ActId } from '../../journal/values.ts';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { OrganisationCode } from '../../sync/place.ts';
import { BusinessDate } from '../../time.ts';
import { ClosureReason } from '../kinds.ts';
import { Period } from '../period.ts';
import { CreditPart } from './credit-part.ts';
import { Cursor, MATTERS_PAGE_MAX, NamedStall, newAct, NoteText, Reason } from './values.ts';

/** Days on which a stall, or the whole mall, could not trade. Both dates belong to it. */
export const FeeClosure = z.strictObject({
  id: ActId,
  mall: OrganisationCode,
  /** Null for the whole mall. */
  stall: NamedStall.nullable(),
  why: ClosureReason,
  from: BusinessDate,
  to: BusinessDate,
  text: z.string(),
  /** Pseudonym of who stamped it; `lapak` where a till of the stall did. */
  by: z.string(),
  isEnded: z.boolean(),
});
export type FeeClosure = z.output<typeof FeeClosure>;

/** What a closure comes to for one stall. */
export const StallRelief = NamedStall.extend({
  /** By charge, with its share of the days of its month. */
  parts: z.array(CreditPart.extend({ days: z.int(), ofDays: z.int() })).max(MATTERS_PAGE_MAX),
  /** Rupiah of all of them. */
  total: z.int(),
  isGranted: z.boolean(),
});
export type StallRelief = z.output<typeof StallRelief>;

const tags = ['fees'];
const gone = ['FEE_MATTER_UNKNOWN', 'FEE_MATTER_DONE'] as const;

/** Power cuts and closed days, and what is granted for them. */
export const closureCalls = {
  /** The calendar of a month: every closure that touches it. */
  listClosures: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/closures',
      tags,
      summary: 'Power cuts and closed days of a month, as a calendar has them',
    })
    .input(
      z.strictObject({
        mall: OrganisationCode,
        month: Period,
        stall: OrganisationCode.optional(),
        cursor: Cursor,
      }),
    )
    .output(
      z.strictObject({
        closures: z.array(FeeClosure).max(MATTERS_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),

  stampClosure: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/closures',
      tags,
      summary: 'Stamps days on which a stall, or the mall, could not trade',
    })
    .input(
      z.strictObject({
        ...newAct,
        mall: OrganisationCode,
        /** Null for the whole mall. */
        stall: OrganisationCode.nullable(),
        why: ClosureReason,
        from: BusinessDate,
        to: BusinessDate,
        note: NoteText,
      }),
    )
    .errors(pickHubErrors('MALL_UNKNOWN', 'STALL_UNKNOWN'))
    .output(FeeClosure),

  /** Takes a closure back: one that was granted already stays so until its credit is reversed. */
  endClosure: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/closures/{closure}/end',
      tags,
      summary: 'Takes back a closure, or lets it end earlier',
    })
    .input(
      z.strictObject({
        closure: ActId,
        ...newAct,
        /** Its last day from now on; null takes all of it back. */
        lastDay: BusinessDate.nullable(),
        note: Reason,
      }),
    )
    .errors(pickHubErrors(...gone))
    .output(FeeClosure),

  /** What credit notes of a closure would be, by stall; books nothing. */
  offerRelief: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/closures/{closure}/relief',
      tags,
      summary: 'What credit notes of a closure would be, by stall',
    })
    .input(z.strictObject({ closure: ActId, cursor: Cursor }))
    .errors(pickHubErrors('FEE_MATTER_UNKNOWN'))
    .output(
      z.strictObject({
        stalls: z.array(StallRelief).max(MATTERS_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),

  /** Makes the credit notes of a closure: once for each stall. */
  grantRelief: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/closures/{closure}/relief',
      tags,
      summary: 'Makes credit notes of a closure, once for each of these stalls',
    })
    .input(
      z.strictObject({
        closure: ActId,
        stalls: z
          .array(z.strictObject({ ...newAct, stall: OrganisationCode }))
          .min(1)
          .max(MATTERS_PAGE_MAX),
        note: Reason,
      }),
    )
    .errors(pickHubErrors(...gone, 'STALL_UNKNOWN', 'MONTH_CLOSED'))
    .output(
      z.strictObject({
        granted: z.array(StallRelief).max(MATTERS_PAGE_MAX),
        refused: z
          .array(
            z.strictObject({ stall: OrganisationCode, reason: z.enum(['granted', 'nothing']) }),
          )
          .max(MATTERS_PAGE_MAX),
      }),
    ),
};
