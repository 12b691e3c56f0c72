import { parentPort } from 'node:worker_threads';
import { assert } from '../../domain/assert.ts';
import { publicKeyOf } from '../../node/crypto/keys.ts';
import { isSignedRecord } from '../../node/crypto/signing.ts';

/** Heads and signatures of one device, to be checked off the way of requests. */
export interface SignatureTask {
  readonly id: number;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly signed: readonly { readonly head: Uint8Array; readonly signature: Uint8Array }[];
}

/** How many of them are not of that key. */
export interface SignatureResult {
  readonly id: number;
  readonly bad: number;
}

assert(parentPort !== null, 'this file is a worker thread');
const port = parentPort;
port.on('message', ({ id, publicKey, signed }: SignatureTask) => {
  const key = publicKeyOf(Buffer.from(publicKey));
  const bad = signed.filter(({ head, signature }) => !isSignedRecord(key, head, signature)).length;
  port.postMessage({ id, bad } satisfies SignatureResult);
});
