import { z } from 'zod';
import { ActId, RecordHash } from '../../journal/values.ts';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { OrganisationCode } from '../../sync/place.ts';
import { BusinessDate } from '../../time.ts';
import { Period } from '../period.ts';
import { CreditPart } from './credit-part.ts';
import { Cursor, MATTERS_PAGE_MAX, NamedCharge, NamedStall, newAct, Reason } from './values.ts';

/** A meter's reading that a stall disputes. Thousandths of a kWh. */
const NamedReading = z.strictObject({
  reading: ActId,
  period: Period,
  meter: z.string(),
  fromMilli: z.int(),
  toMilli: z.int(),
  usedMilli: z.int(),
  isEstimate: z.boolean(),
});

/** That a stall says that a charge or a reading is wrong. */
export const FeeDispute = NamedStall.extend({
  id: ActId,
  on: BusinessDate,
  /** What the stall says. */
  text: z.string(),
  /** SHA-256 of its picture; null for none. */
  photo: RecordHash.nullable(),
  /** The charge; of a reading the electricity of its month, null before that is charged. */
  charge: NamedCharge.nullable(),
  /** The reading; null where a charge is disputed. */
  reading: NamedReading.nullable(),
  /** Null while it waits. */
  outcome: z.enum(['upheld', 'rejected', 'withdrawn']).nullable(),
  /** What was answered; empty while it waits. */
  answer: z.string(),
  /** Whether a credit note was made of it. */
  isCredited: z.boolean(),
});
export type FeeDispute = z.output<typeof FeeDispute>;

/** Share of the charge that is credited. Basis points */
const ShareBp = z.coerce.number().int().min(1).max(10_000);

const tags = ['fees'];

/** What stalls say is wrong. */
export const disputeCalls = {
  listDisputes: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/disputes',
      tags,
      summary: 'What stalls dispute, the newest first',
    })
    .input(
      z.strictObject({
        mall: OrganisationCode,
        /** `open` waits for an answer. */
        state: z.enum(['open', 'all']).default('open'),
        cursor: Cursor,
      }),
    )
    .output(
      z.strictObject({
        disputes: z.array(FeeDispute).max(MATTERS_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),

  /** Answers a dispute. One that is upheld changes no charge by itself: see creditDispute. */
  settleDispute: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/disputes/{dispute}/settlement',
      tags,
      summary: 'Answers a dispute, with a reason that the stall reads',
    })
    .input(
      z.strictObject({
        dispute: ActId,
        ...newAct,
        outcome: z.enum(['upheld', 'rejected', 'withdrawn']),
        note: Reason,
      }),
    )
    .errors(pickHubErrors('FEE_MATTER_UNKNOWN', 'FEE_MATTER_DONE'))
    .output(FeeDispute),

  /** What a credit note by this share of the disputed charge would be; books nothing. */
  offerCredit: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/disputes/{dispute}/credit',
      tags,
      summary: 'What a credit note of a dispute would be',
    })
    .input(z.strictObject({ dispute: ActId, shareBp: ShareBp.default(10_000) }))
    .errors(pickHubErrors('FEE_MATTER_UNKNOWN'))
    .output(CreditPart),

  /** Makes the charge of a dispute that was upheld smaller by this share: once. */
  creditDispute: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/disputes/{dispute}/credit',
      tags,
      summary: 'Makes a credit note of a dispute that was upheld',
    })
    .input(z.strictObject({ dispute: ActId, ...newAct, shareBp: ShareBp, note: Reason }))
    .errors(
      pickHubErrors('FEE_MATTER_UNKNOWN', 'FEE_MATTER_DONE', 'DISPUTE_NOT_UPHELD', 'MONTH_CLOSED'),
    )
    .output(CreditPart),
};
