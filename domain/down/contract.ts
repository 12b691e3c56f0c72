import { z } from 'zod';
import { BATCH_CHARACTERS_MAX } from '../sync/contract.ts';
import { hubCall, pickHubErrors } from '../sync/hub-call.ts';
import { Place } from '../sync/place.ts';
import { DownItem } from './item.ts';

/** Most items of one page. */
export const DOWN_PAGE_MAX = 50;
/** Most bodies that go in one call. */
export const BODIES_MAX = 100;
/** Longest body, as in a batch. */
const BODY_CHARACTERS_MAX = 1_000_000;

/** The details of a record that were asked for; null where the till has no such record. */
export const AskedBody = z.strictObject({
  place: Place,
  body: z.string().min(2).max(BODY_CHARACTERS_MAX).nullable(),
});
export type AskedBody = z.output<typeof AskedBody>;

/** Several are no longer than a batch; one alone may be as long as it is. */
const AskedBodies = z
  .array(AskedBody)
  .min(1)
  .max(BODIES_MAX)
  .refine((bodies) => bodies.length === 1 || charactersOf(bodies) <= BATCH_CHARACTERS_MAX);

const BodiesAnswer = z.strictObject({
  /** Of each, in their order. */
  answers: z
    .array(
      z.strictObject({
        place: Place,
        /**
         * `taken`: it proves itself against its head; `wrong`: it does not; `unknown`: the hub has
         * no such record of this till; `missing`: the till has not.
         */
        outcome: z.enum(['taken', 'wrong', 'unknown', 'missing']),
      }),
    )
    .max(BODIES_MAX),
});
export type BodiesAnswer = z.output<typeof BodiesAnswer>;

/** One page of what the hub tells a till, as a till reads it: each item for itself. */
export const DownPage = z.object({
  /** How far the till is with it: that of its last item, or what is newest. */
  version: z.int().min(0),
  hasMore: z.boolean().default(false),
  items: z.array(z.unknown()).max(10 * DOWN_PAGE_MAX),
});
export type DownPage = z.output<typeof DownPage>;

/** What the hub tells its tills, and what it asks of them. */
export const downContract = {
  /** What is new for this till, the oldest first. */
  read: hubCall('device')
    .route({
      method: 'GET',
      path: '/down',
      tags: ['down'],
      summary: 'What the hub tells this till: announcements, templates, keys, requests',
    })
    .input(
      z.strictObject({
        /** Version up to which the till has everything; 0 for nothing. */
        after: z.coerce.number().int().min(0).default(0),
      }),
    )
    .errors(pickHubErrors('DEVICE_WAITING', 'DEVICE_REVOKED'))
    .output(
      z.strictObject({
        version: z.int().min(0),
        hasMore: z.boolean(),
        items: z.array(DownItem).max(DOWN_PAGE_MAX),
      }),
    ),

  /** Takes the bodies that an auditor asked for, each by itself. */
  bodies: hubCall('device')
    .route({
      method: 'POST',
      path: '/bodies',
      tags: ['down'],
      summary: 'Takes the details of single records, as they were asked for',
    })
    .input(z.strictObject({ bodies: AskedBodies }))
    .errors(pickHubErrors('DEVICE_WAITING', 'DEVICE_REVOKED'))
    .output(BodiesAnswer),
};

function charactersOf(bodies: readonly AskedBody[]): number {
  return bodies.reduce((sum, { body }) => sum + (body?.length ?? 0), 0);
}
