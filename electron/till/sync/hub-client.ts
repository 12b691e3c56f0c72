import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import {
  type AskedBody,
  type BodiesAnswer,
  downContract,
  DownPage,
} from '../../../domain/down/contract.ts';
import {
  type FeeMessageContent,
  feeMessagesContract,
  type MessageAnswer,
} from '../../../domain/fees/messages-contract.ts';
import {
  type BatchOutcome,
  type HubHead,
  syncContract,
  type WireRecord,
} from '../../../domain/sync/contract.ts';
import type { Place } from '../../../domain/sync/place.ts';
import { signRequest } from '../../../node/http/signed-request.ts';
import { exchange, type HubAnswer, hubErrorOf, type HubRequest, packJson } from './hub-exchange.ts';
import { SLOW_MS, SyncFailure, WAITING_MS } from './sync-failure.ts';
import type { SyncWorld } from './world.ts';

/** Stands in a first request: the hub refuses it with one that is good. */
const NO_NONCE = 'none';
const NOTHING = new Uint8Array();

/** The calls that a till makes to its hub. Each throws a SyncFailure where it comes to none. */
export interface HubClient {
  /** @param size of the tree of the last checkpoint; `tip` is `epoch.seq` of the newest record */
  head(of: { size: number; tip: string }, signal: AbortSignal): Promise<HubHead>;
  batch(of: OutgoingBatch, signal: AbortSignal): Promise<BatchOutcome>;
  /** @param after version up to which everything is here */
  down(of: { after: number }, signal: AbortSignal): Promise<DownPage>;
  bodies(of: { bodies: AskedBody[] }, signal: AbortSignal): Promise<BodiesAnswer>;
  /** @param of a message once for each id */
  feeMessage(of: OutgoingMessage, signal: AbortSignal): Promise<MessageAnswer>;
}

/** What the stall tells its mall, as it is sent. */
interface OutgoingMessage {
  readonly id: string;
  readonly said: FeeMessageContent;
  /** JPEG in base64. */
  readonly photo: string | null;
}

/** Contiguous records as they are sent, with the place of the one before them. */
export interface OutgoingBatch {
  /** Of the tree of the last checkpoint. */
  readonly size: number;
  readonly after: Place | null;
  readonly records: WireRecord[];
}

/** Who calls, and whom. */
export interface HubLine {
  readonly world: SyncWorld;
  /** `https://hub.example` */
  readonly origin: string;
  readonly device: string;
  /** For requests, apart from that of the journal. */
  readonly key: KeyObject;
}

/** A line to the hub; it remembers the nonce for the next request. */
export function openHubClient(line: HubLine): HubClient {
  const call = signedCalls(line);
  return {
    head: async ({ size, tip }, signal) => {
      const url = `${line.origin}/v1/head?size=${size}&tip=${tip}`;
      return outputOf(await call({ method: 'GET', url, body: NOTHING }, signal), Head);
    },
    batch: async (batch, signal) => {
      const url = `${line.origin}/v1/batches`;
      const body = await packJson(batch);
      return outputOf(await call({ method: 'POST', url, body }, signal), Outcome);
    },
    down: async ({ after }, signal) => {
      const url = `${line.origin}/v1/down?after=${after}`;
      return outputOf(await call({ method: 'GET', url, body: NOTHING }, signal), DownPage);
    },
    bodies: async (bodies, signal) => {
      const url = `${line.origin}/v1/bodies`;
      const body = await packJson(bodies);
      return outputOf(await call({ method: 'POST', url, body }, signal), Bodies);
    },
    feeMessage: async (message, signal) => {
      const url = `${line.origin}/v1/fees/messages`;
      const body = await packJson(message);
      return outputOf(await call({ method: 'POST', url, body }, signal), Received);
    },
  };
}

const Head = syncContract.head['~orpc'].outputSchema as z.ZodType<HubHead>; // what .output() took
const Outcome = syncContract.batches['~orpc'].outputSchema as z.ZodType<BatchOutcome>; // as above
const Bodies = downContract.bodies['~orpc'].outputSchema as z.ZodType<BodiesAnswer>; // as above
// As above.
const Received = feeMessagesContract.send['~orpc'].outputSchema as z.ZodType<MessageAnswer>;
const Unsigned = z.object({ nonce: z.string().regex(/^[\w-]{1,200}$/) });

function signedCalls({ world, device, key }: HubLine) {
  let known = NO_NONCE;
  const once = async (request: HubRequest, signal: AbortSignal) => {
    const headers = await signRequest(request, { keyId: device, key, nonce: known });
    known = NO_NONCE; // each is good once
    const answer = await exchange(world, { ...request, headers }, signal);
    const refused = hubErrorOf(answer);
    const isRefused = refused?.code === 'REQUEST_UNSIGNED';
    const fresh = isRefused ? Unsigned.safeParse(refused.data).data : { nonce: answer.nonce };
    known = Unsigned.safeParse(fresh).data?.nonce ?? NO_NONCE;
    return { answer, isRefused };
  };
  return async (request: HubRequest, signal: AbortSignal): Promise<HubAnswer> => {
    const first = await once(request, signal);
    return first.isRefused ? (await once(request, signal)).answer : first.answer;
  };
}

/** What a successful answer says. @throws SyncFailure for any other */
function outputOf<T>(answer: HubAnswer, schema: z.ZodType<T>): T {
  if (answer.status !== 200) throw failureOf(answer);
  const parsed = schema.safeParse(answer.json);
  if (parsed.success) return parsed.data;
  throw new SyncFailure('not-a-hub', 'the answer is not as a hub answers', { status: 200 });
}

/** Why a call came to nothing, and when to make it again. */
function failureOf(answer: HubAnswer): SyncFailure {
  const { status, retryAfterMs } = answer;
  const code = hubErrorOf(answer)?.code;
  const message = `the hub answers ${status} ${code ?? ''}`;
  switch (code) {
    case 'DEVICE_WAITING':
      return new SyncFailure(null, message, { status, retry: WAITING_MS, state: 'waiting' });
    case 'DEVICE_REVOKED':
      return new SyncFailure(null, message, { status, retry: SLOW_MS, state: 'revoked' });
    case 'UNSIGNED_TOO_MUCH':
      return new SyncFailure('refused', message, { status, retry: SLOW_MS });
    case 'HUB_FULL':
      return new SyncFailure('hub-full', message, { status, retry: retryAfterMs ?? 'backoff' });
    default:
  }
  if (status === 429 || status >= 500) {
    return new SyncFailure('hub-busy', message, { status, code, retry: retryAfterMs ?? 'backoff' });
  }
  const trouble = code || status === 413 ? 'refused' : 'not-a-hub';
  return new SyncFailure(trouble, message, { status, code });
}
