import { hash, type KeyObject, sign, verify } from 'node:crypto';
import type { ChainCrypto } from '../../domain/journal/check-record.ts';
import { RECORD_CONTEXT } from '../../domain/journal/chain.ts';

const CONTEXT = Buffer.from(RECORD_CONTEXT);
const LEAF_PREFIX = Buffer.from([0]);

/** SHA-256(0x00 ‖ bytes), 32 bytes. Source: RFC 6962 §2.1. */
export function leafOf(bytes: Uint8Array): Buffer {
  return sha256(Buffer.concat([LEAF_PREFIX, bytes]));
}

/** SHA-256, 32 bytes; by way of hex, which Node answers in half of the time of a Buffer. */
export function sha256(bytes: Uint8Array): Buffer {
  return Buffer.from(hash('sha256', bytes, 'hex'), 'hex');
}

/** SHA-256, lower-case hex. */
export function hashOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/** Ed25519 over the record's context and head, 64 bytes. Source: RFC 8032. */
export function signRecord(key: KeyObject, head: Uint8Array): Buffer {
  return signMessage(key, Buffer.concat([CONTEXT, head]));
}

/** Whether `signature` is of this head by this key. */
export function isSignedRecord(
  publicKey: KeyObject,
  head: Uint8Array,
  signature: Uint8Array,
): boolean {
  return isSignedMessage(publicKey, Buffer.concat([CONTEXT, head]), signature);
}

/** Ed25519 over a message as it is, 64 bytes. Source: RFC 8032 §5.1.6. */
export function signMessage(key: KeyObject, message: Uint8Array): Buffer {
  return sign(null, message, key);
}

/** Whether `signature` is of this message by this key. Source: RFC 8032 §5.1.7. */
export function isSignedMessage(
  key: KeyObject,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verify(null, message, key, signature);
}

/** What the check of a chain needs of Node, for the records of one device. */
export function chainCrypto(publicKey: KeyObject): ChainCrypto {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return {
    leafOf: (head) => leafOf(head).toString('hex'),
    hashOf,
    hex: (bytes) => Buffer.from(bytes).toString('hex'),
    decode: (bytes) => {
      try {
        return utf8.decode(bytes);
      } catch {
        return undefined;
      }
    },
    isSigned: (head, signature) => isSignedRecord(publicKey, head, signature),
  };
}
