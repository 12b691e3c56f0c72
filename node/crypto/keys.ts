import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { type HubKeyName, keyNameOf } from '../../domain/enrolment/code.ts';

/** DER before a raw Ed25519 public key. Source: RFC 8410. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const RAW_KEY_BYTES = 32;

/** The key object of a raw Ed25519 public key of 32 bytes. @throws TypeError on any other length */
export function publicKeyOf(raw: Buffer): KeyObject {
  if (raw.length !== RAW_KEY_BYTES) throw new TypeError(`a key of ${raw.length} bytes`);
  const key = Buffer.concat([SPKI_PREFIX, raw]);
  return createPublicKey({ key, format: 'der', type: 'spki' });
}

/** The raw public key, 32 bytes, of an Ed25519 key. */
export function rawPublicKey(key: KeyObject): Buffer {
  const publicKey = key.type === 'public' ? key : createPublicKey(key);
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return der.subarray(der.length - RAW_KEY_BYTES); // SPKI ends with the raw key
}

/**
 * The name of the device that has this raw public key: 32 hex digits of its SHA-256, so that the
 * name cannot be taken by another key.
 */
export function deviceName(publicKey: Buffer): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
}

/** The name of a hub's raw public key, which its invitations tell. */
export function hubKeyName(publicKey: Buffer): HubKeyName {
  return keyNameOf(createHash('sha256').update(publicKey).digest());
}
