import { z } from 'zod';
import type { UtcMs } from '../time.ts';
import type { DeviceState } from './contract.ts';
import { StallName } from './place.ts';

/** What keeps records waiting that passes by itself. */
const pendingReasons = ['not-tried', 'soon', 'no-network', 'hub-busy'] as const;
/** What a person should look at. */
const attentionReasons = [
  /** By the manager, at the hub. */
  'revoked',
  /** A receipt that its own checkpoint does not prove. */
  'unproven',
  /** The hub has not any more what it had acknowledged: the till's receipts prove that it had. */
  'hub-forgot',
  /** The hub knew more than this book: a recovery record says so. */
  'recovered',
  /** The hub tells more than a till keeps, beside its reporting. */
  'tells-too-much',
  /** The hub goes on knowing more: another till has the same key. */
  'two-tills',
  'hub-full',
  /** What answers there is no hub. */
  'not-a-hub',
  /** The hub takes what is sent for wrong. */
  'refused',
  /** The key for requests is not in the folder any more. */
  'key-lost',
  /** This till cannot write down what the hub said: its log has why. */
  'till-fault',
] as const;

const PendingReason = z.enum(pendingReasons);
const AttentionReason = z.enum(attentionReasons);

/** Why the newest try to report ended early. */
export type Trouble =
  | Extract<z.output<typeof PendingReason>, 'no-network' | 'hub-busy'>
  | Exclude<
      z.output<typeof AttentionReason>,
      'revoked' | 'hub-forgot' | 'recovered' | 'tells-too-much'
    >;

const enrolled = {
  /** `https://hub.example` */
  hub: z.string(),
  stall: StallName,
  /** Records that the hub has not acknowledged. */
  records: z.int().min(0),
  /** When the oldest of them was made; null for none. UTC ms */
  sinceMs: z.int().nullable(),
  /** When the hub acknowledged the newest that it has; null before the first. UTC ms */
  sentAtMs: z.int().nullable(),
};

/** How far a till has reported, for people. */
export const SyncStatus = z.discriminatedUnion('state', [
  /** Enrolled nowhere. */
  z.strictObject({ state: z.literal('alone'), records: z.int().min(0) }),
  /** For the manager, who has to approve it. */
  z.strictObject({ state: z.literal('waiting'), ...enrolled }),
  z.strictObject({ state: z.literal('sent'), ...enrolled }),
  z.strictObject({ state: z.literal('pending'), reason: PendingReason, ...enrolled }),
  z.strictObject({ state: z.literal('attention'), reason: AttentionReason, ...enrolled }),
]);
export type SyncStatus = z.output<typeof SyncStatus>;

/** What a status is made of. */
export interface SyncFacts {
  /** Null for a till that is enrolled nowhere. */
  readonly hub: {
    readonly origin: string;
    readonly stall: StallName;
    readonly state: DeviceState;
  } | null;
  readonly records: number;
  readonly sinceMs: UtcMs | null;
  readonly sentAtMs: UtcMs | null;
  /** Whether the book went on in a new epoch today. */
  readonly isRecovered: boolean;
  /** Whether the hub has forgotten what it had acknowledged, and has not all of it again. */
  readonly hasForgotten: boolean;
  /** Whether the hub tells more than a till keeps. */
  readonly tellsTooMuch: boolean;
  /** Whether the hub was tried since the till was opened. */
  readonly isTried: boolean;
  /** Of the newest try; null where it did what it could. */
  readonly trouble: Trouble | null;
}

/** How far a till has reported: what a person has to look at comes before what passes by itself. */
export function statusOf(facts: SyncFacts): SyncStatus {
  const { hub, records, sinceMs, sentAtMs, isTried, trouble } = facts;
  if (!hub) return { state: 'alone', records };
  const told = { hub: hub.origin, stall: hub.stall, records, sinceMs, sentAtMs };
  const reason = attentionOf(facts);
  if (reason) return { state: 'attention', reason, ...told };
  if (hub.state === 'waiting') return { state: 'waiting', ...told };
  if (records === 0) return { state: 'sent', ...told };
  const passing = pendingReasons.find((known) => known === trouble);
  return { state: 'pending', reason: passing ?? (isTried ? 'soon' : 'not-tried'), ...told };
}

function attentionOf({ hub, trouble, hasForgotten, isRecovered, tellsTooMuch }: SyncFacts) {
  if (hub?.state === 'revoked') return 'revoked';
  const ofTry = attentionReasons.find((known) => known === trouble);
  if (ofTry) return ofTry;
  if (hasForgotten) return 'hub-forgot';
  if (isRecovered) return 'recovered';
  return tellsTooMuch ? 'tells-too-much' : null;
}
