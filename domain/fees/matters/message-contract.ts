import { z } from 'zod';
import { ActId, RecordHash } from '../../journal/values.ts';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { OrganisationCode } from '../../sync/place.ts';
import { BusinessDate } from '../../time.ts';
import {
  account,
  FeeAmount,
  FeeOutcome,
  onDate,
  wrongAccount,
  wrongAct,
} from '../manage/shapes.ts';
import { FeeMessageContent, messageKinds } from '../messages-contract.ts';
import { Cursor, MATTERS_PAGE_MAX, NamedStall, newAct, PhotoBytes, Reason } from './values.ts';

/** What a till of a stall said. */
export const StallMessage = NamedStall.extend({
  id: ActId,
  receivedAtMs: z.int(),
  said: FeeMessageContent,
  /** SHA-256 of its picture; null for none. */
  photo: RecordHash.nullable(),
  /** What became of it; null while it waits. */
  answer: z
    .strictObject({
      outcome: z.enum(['booked', 'refused']),
      on: BusinessDate,
      by: z.string(),
      note: z.string(),
    })
    .nullable(),
  /** The payment that came for a claim that waits, as `claimsCome()` finds it; null for none. */
  came: z.strictObject({ credit: ActId, kuitansi: z.string(), on: BusinessDate }).nullable(),
});
export type StallMessage = z.output<typeof StallMessage>;

const tags = ['fees'];

/** What tills say of fees, as the manager answers it. */
export const messageCalls = {
  /** What tills said, the oldest first: `waiting` are claims that nobody answered yet. */
  listMessages: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/messages',
      tags,
      summary: 'What tills say of fees: payments claimed, disputes, closures',
    })
    .input(
      z.strictObject({
        mall: OrganisationCode,
        state: z.enum(['waiting', 'all']).default('waiting'),
        kind: z.enum(messageKinds).optional(),
        cursor: Cursor,
      }),
    )
    .output(
      z.strictObject({
        messages: z.array(StallMessage).max(MATTERS_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),

  /** Answers a claim: by the payment that it was, or refuses it with a reason. */
  settleClaim: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/messages/{message}/answer',
      tags,
      summary: 'Answers a claim of a payment',
    })
    .input(
      z.discriminatedUnion('outcome', [
        z.strictObject({
          message: ActId,
          ...newAct,
          outcome: z.literal('booked'),
          /** Id of the credit that it was booked as. */
          credit: ActId,
          note: Reason,
        }),
        z.strictObject({
          message: ActId,
          ...newAct,
          outcome: z.literal('refused'),
          note: Reason,
        }),
      ]),
    )
    .errors(
      pickHubErrors(
        'FEE_MATTER_UNKNOWN',
        'FEE_MATTER_DONE',
        'CREDIT_UNKNOWN',
        'CLAIM_PAYMENT_USED',
      ),
    )
    .output(StallMessage),

  /**
   * Books what a claim says was paid, as it was seen to have come, and answers the claim with its
   * kuitansi: both or neither.
   */
  bookClaim: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/messages/{message}/payment',
      tags,
      summary: 'Books the payment of a claim, and answers the claim with its kuitansi',
    })
    .input(z.strictObject({ message: ActId, ...newAct, ...onDate, ...account, amount: FeeAmount }))
    .errors(pickHubErrors('FEE_MATTER_UNKNOWN', 'FEE_MATTER_DONE', ...wrongAct, ...wrongAccount))
    .output(FeeOutcome),

  readPhoto: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/photos/{sha256}',
      tags,
      summary: 'A picture that a till or a manager sent',
    })
    .input(z.strictObject({ sha256: RecordHash }))
    .errors(pickHubErrors('FEE_MATTER_UNKNOWN'))
    .output(z.strictObject({ type: z.enum(['image/jpeg', 'image/png']), bytes: PhotoBytes })),

  /** Which stalls have seen a plan or a letter, as their tills say. */
  listSeen: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/seen/{act}',
      tags,
      summary: 'Which stalls have seen a plan or a letter, as their tills say',
    })
    .input(z.strictObject({ act: ActId, cursor: Cursor }))
    .errors(pickHubErrors('FEE_MATTER_UNKNOWN'))
    .output(
      z.strictObject({
        /** Every stall that it is for; null where it has not said so. */
        stalls: z
          .array(NamedStall.extend({ seenOn: BusinessDate.nullable() }))
          .max(MATTERS_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),
};
