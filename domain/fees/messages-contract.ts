import { z } from 'zod';
import { ActId } from '../journal/values.ts';
import { lineOfText, linesOfText } from '../line-of-text.ts';
import { hubCall, pickHubErrors } from '../sync/hub-call.ts';
import { BusinessDate } from '../time.ts';
import { ClosureReason, PaymentKind } from './kinds.ts';
import { MESSAGE_TEXT_MAX, REFERENCE_MAX } from './message-bounds.ts';
import { PhotoBytes } from './matters/values.ts';

/** Most messages, and pictures, that the hub takes of one stall on one day. */
export const MESSAGES_A_DAY_MAX = 100;
export const PHOTOS_A_DAY_MAX = 20;
/** Most records that one message says were seen. */
const SEEN_MAX = 100;

/** What a till says of fees. */
export const messageKinds = ['claim', 'dispute', 'closure', 'closure-end', 'seen'] as const;

/** The stall says that it has paid: no payment until the manager books it. */
const Claim = z.strictObject({
  kind: z.literal('claim'),
  amount: z.int().min(1).max(1_000_000_000_000),
  how: PaymentKind,
  on: BusinessDate,
  /** Of the bank or wallet, as the stall read it; empty for none. */
  reference: lineOfText(0, REFERENCE_MAX),
});

/** The stall says that a charge, or a reading of its meter, is wrong. */
const Dispute = z.strictObject({
  kind: z.literal('dispute'),
  /** Id of the charge, or of the act of the reading. */
  about: ActId,
  text: linesOfText(1, MESSAGE_TEXT_MAX),
});

/** The stall could not trade on these days; both belong to it. */
const Closure = z.strictObject({
  kind: z.literal('closure'),
  why: ClosureReason,
  from: BusinessDate,
  to: BusinessDate,
  text: linesOfText(0, MESSAGE_TEXT_MAX),
});

/** A closure that this stall stamped is taken back by it. */
const ClosureEnd = z.strictObject({
  kind: z.literal('closure-end'),
  /** Id of the closure. */
  of: ActId,
  text: linesOfText(1, MESSAGE_TEXT_MAX),
});

/** Somebody at the stall saw these records of the hub's journal: plans and letters. */
const Seen = z.strictObject({
  kind: z.literal('seen'),
  positions: z.array(z.int().min(1)).min(1).max(SEEN_MAX),
});

/** What was said, without its picture. */
export const FeeMessageContent = z.discriminatedUnion('kind', [
  Claim,
  Dispute,
  Closure,
  ClosureEnd,
  Seen,
]);
export type FeeMessageContent = z.output<typeof FeeMessageContent>;

/** What tills of stalls say of fees to their mall. */
export const feeMessagesContract = {
  /**
   * Takes one message, once for each id. A dispute, a closure, its end and what was seen are booked
   * at once, and come back to the stall as signed records; a claim comes back when the manager
   * answers it.
   * What is refused with a status of 4xx is so whenever it is sent again, but for 429.
   */
  send: hubCall('device')
    .route({
      method: 'POST',
      path: '/fees/messages',
      tags: ['fees'],
      summary: 'Takes what a stall says of its fees: paid, disputed, closed, seen',
    })
    .input(
      z.strictObject({
        /** Made by the till: the id of the act that is booked of it, too. */
        id: ActId,
        said: FeeMessageContent,
        /** JPEG or PNG; only with a claim or a dispute. */
        photo: PhotoBytes.nullable(),
      }),
    )
    .errors(
      pickHubErrors(
        'DEVICE_WAITING',
        'DEVICE_REVOKED',
        'FEE_MATTER_UNKNOWN',
        'FEE_MATTER_DONE',
        'DISPUTE_OPEN',
        'PHOTO_WRONG',
        'MESSAGES_TOO_MANY',
      ),
    )
    .output(
      z.object({
        /** When it came first. UTC ms */
        receivedAtMs: z.int(),
        /** Whether it was booked at once. */
        isBooked: z.boolean(),
      }),
    ),
};
export type MessageAnswer = z.output<
  (typeof feeMessagesContract)['send']['~orpc']['outputSchema'] & z.ZodType
>;
