import { promisify } from 'node:util';
import { gzip as gzipWithCallback } from 'node:zlib';
import { z } from 'zod';
import { type HubErrorCode, hubStatuses } from '../../../domain/sync/hub-call.ts';
import { SyncFailure } from './sync-failure.ts';
import type { SyncWorld } from './world.ts';

/** Longest that one request may take, its answer read to the end. ms */
const EXCHANGE_MS = 30_000;
/** Most bytes of an answer: 500 verdicts are some 150 kB. */
const ANSWER_BYTES_MAX = 1024 * 1024;
/** Longest that a hub can ask to be left alone: as long as a till rests that has sent all. ms */
const RETRY_AFTER_MAX_MS = 15 * 60_000;

const gzip = promisify(gzipWithCallback);

/** What is asked of a hub. */
export interface HubRequest {
  readonly method: 'GET' | 'POST';
  /** Whole: `https://hub.example/v1/head?size=0&tip=1.1` */
  readonly url: string;
  /** The bytes that go over the wire, after gzip; empty for none. */
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back, whoever sent it. */
export interface HubAnswer {
  readonly status: number;
  /** Undefined where the answer is no JSON. */
  readonly json: unknown;
  /** For the next request. */
  readonly nonce: string | undefined;
  /** How long the hub asks to be left alone. ms */
  readonly retryAfterMs: number | undefined;
}

/** JSON as it goes over the wire, made smaller beside the event loop. */
export async function packJson(value: object): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await gzip(JSON.stringify(value)));
}

/**
 * Makes one request: within 30 seconds, to this very address, and no more of an answer than a hub's
 * can be.
 * @throws SyncFailure where nothing answers, or too much; `signal`'s reason once that is aborted
 */
export async function exchange(
  world: SyncWorld,
  { method, url, body, headers }: HubRequest,
  signal: AbortSignal,
): Promise<HubAnswer> {
  const late = new AbortController();
  const callOff = world.setTimer(() => late.abort(new Error('the hub is silent')), EXCHANGE_MS);
  const packed = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  try {
    const response = await world.fetch(url, {
      method,
      headers: { accept: 'application/json', ...(body.length > 0 ? packed : {}), ...headers },
      ...(body.length > 0 ? { body } : {}),
      redirect: 'manual',
      signal: AbortSignal.any([signal, late.signal]),
    });
    return {
      status: response.status,
      json: parseJson(await readBounded(response)),
      nonce: response.headers.get('lapak-nonce') ?? undefined,
      retryAfterMs: retryAfterMs(response.headers),
    };
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof SyncFailure) throw cause;
    throw new SyncFailure('no-network', `no answer from ${new URL(url).origin}`, { cause });
  } finally {
    callOff();
  }
}

/** The code that a hub's own failure names; undefined for anything else that failed. */
export function hubErrorOf({ status, json }: HubAnswer): HubFailure | undefined {
  const { data: error } = HubError.safeParse(json);
  return error && hubStatuses[error.code] === status ? error : undefined;
}

const codes = Object.keys(hubStatuses) as HubErrorCode[]; // its own keys

/** As the hub answers a failure. */
const HubError = z.object({ code: z.enum(codes), data: z.unknown().optional() });
type HubFailure = z.output<typeof HubError>;

async function readBounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > ANSWER_BYTES_MAX) throw new SyncFailure('not-a-hub', 'the answer is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A date is held against the clock of who sent it. Source: RFC 9110 §10.2.3. ms */
function retryAfterMs(headers: Headers): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  const ms = /^\d{1,9}$/.test(text)
    ? Number(text) * 1_000
    : Date.parse(text) - Date.parse(headers.get('date') ?? '');
  return ms >= 0 ? Math.min(ms, RETRY_AFTER_MAX_MS) : undefined;
}
