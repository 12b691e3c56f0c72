import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { assert } from '../../domain/assert.ts';

/** A new Ed25519 key. */
export function makePrivateKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}

/** A private key as it is kept in a file. */
export function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The key of a file. @throws Error when it is no Ed25519 key */
export function parsePrivateKey(pem: Buffer): KeyObject {
  const key = createPrivateKey(pem);
  assert(key.asymmetricKeyType === 'ed25519');
  return key;
}
