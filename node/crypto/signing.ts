import { hash, type KeyObject, sign, verify } from 'node:crypto';

/** What a signature is for; it stands before the signed bytes, so one cannot pass for another. */
const RECORD_CONTEXT = Buffer.from('lapak/record/1\0');
const LEAF_PREFIX = Buffer.from([0]);

/** SHA-256(0x00 ‖ bytes), 32 bytes. Source: RFC 6962 §2.1. */
export function leafOf(bytes: Buffer): Buffer {
  return hash('sha256', Buffer.concat([LEAF_PREFIX, bytes]), 'buffer');
}

/** Ed25519 over the record's context and bytes, 64 bytes. Source: RFC 8032. */
export function signRecord(key: KeyObject, bytes: Buffer): Buffer {
  return signMessage(key, Buffer.concat([RECORD_CONTEXT, bytes]));
}

/** Whether `signature` is of these bytes by this key. */
export function isSignedRecord(publicKey: KeyObject, bytes: Buffer, signature: Buffer): boolean {
  return isSignedMessage(publicKey, Buffer.concat([RECORD_CONTEXT, bytes]), signature);
}

/** Ed25519 over a message as it is, 64 bytes. Source: RFC 8032 §5.1.6. */
export function signMessage(key: KeyObject, message: Buffer): Buffer {
  return sign(null, message, key);
}

/** Whether `signature` is of this message by this key. Source: RFC 8032 §5.1.7. */
export function isSignedMessage(key: KeyObject, message: Buffer, signature: Buffer): boolean {
  return verify(null, message, key, signature);
}
