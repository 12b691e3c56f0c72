import type { KeyObject } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { enrolmentMessage } from '../../domain/enrolment/proof.ts';
import type { EnrolmentClaim } from '../../domain/enrolment/contract.ts';
import { deviceName, rawPublicKey } from '../../node/crypto/keys.ts';
import { makePrivateKey } from '../../node/crypto/private-key.ts';
import { signMessage } from '../../node/crypto/signing.ts';
import { signRequest } from '../../node/http/signed-request.ts';
import { makeEnrolmentCode } from '../../hub/enrolment/codes.ts';
import { approveDevice } from '../../hub/enrolment/devices.ts';
import type { TestServer } from './hub-server.ts';

/** The keys of a till that can enrol. */
export interface TillKeys {
  readonly device: string;
  readonly key: KeyObject;
  readonly transportKey: KeyObject;
}

/** What the hub said. */
export interface HubAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Its JSON, or its text where it is none. */
  readonly body: unknown;
  /** Code of the failure, where it is one. */
  readonly code: unknown;
}

/** A till with keys of its own, or another key for its requests. */
export function makeTill(key: KeyObject = makePrivateKey()): TillKeys {
  return { device: deviceName(rawPublicKey(key)), key, transportKey: makePrivateKey() };
}

/** What a till sends to enrol with a code. */
export function enrolmentOf(
  { key, transportKey }: TillKeys,
  code: string,
  hub: string,
): { readonly claim: EnrolmentClaim; readonly proof: string; readonly transportProof: string } {
  const publicKey = rawPublicKey(key).toString('hex');
  const claim = {
    code,
    publicKey,
    transportKey: rawPublicKey(transportKey).toString('hex'),
    hub,
  };
  const proofBy = (by: KeyObject) => {
    return signMessage(by, Buffer.from(enrolmentMessage(claim))).toString('base64');
  };
  return { claim, proof: proofBy(key), transportProof: proofBy(transportKey) };
}

/** Sends JSON, unsigned. */
export async function post(url: string, body: unknown): Promise<HubAnswer> {
  const headers = { 'content-type': 'application/json' };
  return answerOf(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** A till of the stall that enrolled over HTTP and was approved. */
export async function enrolledTill(server: TestServer, stall = 'TC-A12'): Promise<TillKeys> {
  const till = makeTill();
  const { code } = await makeEnrolmentCode(server.hub, stall, 'lapak');
  const { status, body } = await post(
    `${server.url}/v1/enrolments`,
    enrolmentOf(till, code, server.url),
  );
  if (status !== 200) throw new Error(JSON.stringify(body));
  await approveDevice(server.hub, till.device, 'lapak');
  return till;
}

export interface SignedCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/v1/head` */
  readonly path: string;
  /** Sent by gzip. */
  readonly body?: unknown;
  readonly nonce: string;
  /** Changes what is sent after it was signed. */
  readonly alter?: (request: RequestInit) => RequestInit;
  /** What is signed as the place of the hub, where it is another. */
  readonly origin?: string;
}

/** Signs a call and sends it. */
export async function sendSigned(
  { url }: Pick<TestServer, 'url'>,
  till: Pick<TillKeys, 'device' | 'transportKey'>,
  call: SignedCall,
): Promise<HubAnswer> {
  const { path, nonce, origin = url, alter = (request) => request } = call;
  const method = call.method ?? (call.body === undefined ? 'GET' : 'POST');
  const body = call.body === undefined ? null : gzipSync(JSON.stringify(call.body));
  const signed = await signRequest(
    { method, url: new URL(`${origin}${path}`).href, body: body ?? Buffer.alloc(0) },
    { keyId: till.device, key: till.transportKey, nonce },
  );
  const encoding = body ? { 'content-encoding': 'gzip', 'content-type': 'application/json' } : {};
  const request = alter({ method, body, headers: { ...signed, ...encoding } });
  return answerOf(await fetch(`${url}${path}`, request));
}

/** A nonce for a till, as it gets its first: by a request with none. */
export async function firstNonce(
  server: Pick<TestServer, 'url'>,
  till: Pick<TillKeys, 'device' | 'transportKey'>,
): Promise<string> {
  const { body } = await sendSigned(server, till, { path: '/v1/head', nonce: 'none' });
  return nonceIn(body);
}

/** The nonce in a refusal of an unsigned request. */
export function nonceIn(body: unknown): string {
  const { data } = body as { data: { nonce: string } }; // what these tests are about
  return data.nonce;
}

async function answerOf(response: Response): Promise<HubAnswer> {
  const { status, headers } = response;
  const text = await response.text();
  const body = parsed(text);
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  return { status, headers, body, code };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A batch as the contract has it; no hub would take what is in it. */
export const aBatch = {
  path: '/v1/batches',
  body: {
    size: 0,
    after: null,
    records: [{ epoch: 1, seq: 1, head: '{}', signature: `${'A'.repeat(86)}==` }],
  },
} as const;
