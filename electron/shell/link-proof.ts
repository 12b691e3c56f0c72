import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * How a second start and the till of its folder know each other: both have the key that stands in
 * the folder, and neither sends it. A number used once keeps a proof from being used again; the
 * origin keeps the proof that one server was given from being of use at another.
 */
export interface LinkRequest {
  /** `http://127.0.0.1:PORT` of the server that is asked. */
  readonly origin: string;
  /** Random, made by the one who asks. */
  readonly nonce: string;
}

/** Proves that the one who asks for links has read the key. */
export function proveRequest(linkKey: string, { origin, nonce }: LinkRequest): string {
  return sign(linkKey, ['request', origin, nonce]);
}

/** Proves that the links are of the till that wrote the key. */
export function proveAnswer(
  linkKey: string,
  { origin, nonce }: LinkRequest,
  links: readonly string[],
): string {
  return sign(linkKey, ['answer', origin, nonce, ...links]);
}

/** Compares two proofs in a time that says nothing of either. */
export function isSameProof(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function sign(linkKey: string, parts: readonly string[]): string {
  // As JSON, so that no two lists of parts are the same text.
  return createHmac('sha256', linkKey).update(JSON.stringify(parts)).digest('base64url');
}
