import { createHash, type KeyObject, timingSafeEqual } from 'node:crypto';
import {
  createSignature,
  isSignatureError,
  type RequestDescriptor,
  verifySignature,
} from 'http-message-sig';
import { isSignedMessage, signMessage } from '../crypto/signing.ts';

/** What is asked of whom. */
export interface RequestLine {
  readonly method: string;
  /** Whole: `https://hub.example/v1/head?size=0` */
  readonly url: string;
}

/** An HTTP request as it is signed: what a change of would be another request. */
export interface SignableRequest extends RequestLine {
  /** The bytes that go over the wire, after gzip; empty for none. */
  readonly body: Uint8Array;
}

/** Covered by each signature. Source: RFC 9421 §2. */
const COMPONENTS = ['@method', '@authority', '@path', '@query', 'content-digest'] as const;
const ALGORITHM = 'ed25519';
const TAG = 'lapak/request/1';
const LABEL = 'lapak';

/** The fields that a signature consists of. */
export type SignatureHeaders = Readonly<
  Record<'content-digest' | 'signature' | 'signature-input', string>
>;

interface Signing {
  /** Name of the device; the hub knows its key. */
  readonly keyId: string;
  readonly key: KeyObject;
  /** That the hub gave for this request. */
  readonly nonce: string;
}

/**
 * Signs a request with the key for requests. Its clock is left out: a till's may be wrong, and a
 * nonce of the hub says as well that the request is new. Source: RFC 9421, RFC 9530.
 */
export async function signRequest(
  request: SignableRequest,
  { keyId, key, nonce }: Signing,
): Promise<SignatureHeaders> {
  const digest = digestOf(request.body);
  const { signature, signatureInput } = await createSignature(described(request, digest), {
    label: LABEL,
    components: COMPONENTS,
    parameters: { keyid: keyId, nonce, alg: ALGORITHM, tag: TAG },
    signer: { algorithm: ALGORITHM, sign: (data) => signMessage(key, data) },
  });
  return { 'content-digest': digest, signature, 'signature-input': signatureInput };
}

/** Who signed a request, and with which nonce: whether that is one of ours is the caller's. */
export interface SignedBy {
  readonly keyId: string;
  readonly nonce: string;
  /** Of the body that was signed, which is not here yet: see isSignedBody(). */
  readonly contentDigest: string;
}

/** Whether these are the bytes that were signed. */
export function isSignedBody({ contentDigest }: SignedBy, body: Uint8Array): boolean {
  return isSameText(contentDigest, digestOf(body));
}

/**
 * Checks the signature of a request, before its body has come.
 * @param keyOf the public key of a device; undefined for one that is not known
 * @returns undefined for a request that is not signed, altered, or signed by another key
 */
export async function verifyRequest(
  request: RequestLine,
  headers: Partial<SignatureHeaders>,
  keyOf: (keyId: string) => Promise<KeyObject | undefined>,
): Promise<SignedBy | undefined> {
  const { 'content-digest': digest, signature, 'signature-input': input } = headers;
  if (!digest || !signature || !input) return undefined;
  const message = described(request, digest, [
    { name: 'signature', value: signature },
    { name: 'signature-input', value: input },
  ]);
  try {
    const { parameters } = await verifySignature(message, {
      label: LABEL,
      policy: {
        algorithms: [ALGORITHM],
        requiredComponents: COMPONENTS,
        requiredParameters: ['keyid', 'nonce', 'tag'],
        validate: (signed) => signed.parameters.tag === TAG,
      },
      resolveVerifier: async ({ parameters: { keyid } }) => {
        const key = keyid === undefined ? undefined : await keyOf(keyid);
        const verify = (data: Uint8Array, given: Uint8Array) =>
          key !== undefined && isSignedMessage(key, data, given);
        return { algorithm: ALGORITHM, verify };
      },
    });
    const { keyid, nonce } = parameters;
    if (keyid === undefined || nonce === undefined) return undefined;
    return { keyId: keyid, nonce, contentDigest: digest };
  } catch (error) {
    if (isSignatureError(error) && error.code !== 'ResolverFailed') return undefined;
    throw error;
  }
}

function described(
  { method, url }: RequestLine,
  digest: string,
  more: RequestDescriptor['fields'] = [],
): RequestDescriptor {
  const fields = [{ name: 'content-digest', value: digest }, ...more];
  return { kind: 'request', method, targetUri: url, fields };
}

/** Content-Digest with SHA-256 of the bytes. Source: RFC 9530 §2. */
function digestOf(body: Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

function isSameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
