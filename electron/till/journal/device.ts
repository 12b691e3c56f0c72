import type { KeyObject } from 'node:crypto';
import { LapakError } from '../../../domain/errors.ts';
import { deviceName, rawPublicKey } from '../../../node/crypto/keys.ts';
import { makePrivateKey, parsePrivateKey, pemOf } from '../../../node/crypto/private-key.ts';
import { hashOf } from '../../../node/crypto/signing.ts';

/** Who this till is, and its key for the journal. */
export interface Device {
  /** 32 hex digits of SHA-256 of the public key: the name cannot be taken by another key. */
  readonly device: string;
  /** Letters before the receipt number. */
  readonly prefix: string;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Buffer;
  readonly key: KeyObject;
}

/** Letters and figures that cannot be taken for one another on a slip of paper. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A new device with a key of its own, and the key as it is kept in a file. */
export function makeDevice(): { readonly device: Device; readonly pem: string } {
  const key = makePrivateKey();
  return { device: describeDevice(key), pem: pemOf(key) };
}

/**
 * The device of a key file.
 * @throws LapakError DEVICE_KEY_MISSING when it is no Ed25519 key
 */
export function parseDevice(pem: Buffer, dataDir: string): Device {
  try {
    return describeDevice(parsePrivateKey(pem));
  } catch (cause) {
    throw new LapakError('DEVICE_KEY_MISSING', { dataDir }, { cause });
  }
}

/** Letters before the receipt numbers of the device that has this raw public key. */
export function devicePrefix(publicKey: Buffer): string {
  const digest = Buffer.from(hashOf(publicKey), 'hex');
  return [0, 1, 2].map((at) => ALPHABET[(digest[at] ?? 0) % ALPHABET.length]).join('');
}

function describeDevice(key: KeyObject): Device {
  const publicKey = rawPublicKey(key);
  return { device: deviceName(publicKey), prefix: devicePrefix(publicKey), publicKey, key };
}
