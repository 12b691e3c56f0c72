import { createHash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { AuditCrypto } from '../../domain/audit/check-device.ts';
import { deviceName, publicKeyOf } from './keys.ts';
import { isSignedRecord, leafOf } from './signing.ts';
import { noteCrypto, treeCrypto } from './tlog.ts';

/** What the check of an audit pack needs of Node. */
export function auditCrypto(): AuditCrypto {
  let known: { readonly raw: Uint8Array; readonly key: KeyObject } | undefined;
  return {
    tree: treeCrypto,
    note: noteCrypto,
    leafOf,
    hex: (bytes) => Buffer.from(bytes).toString('hex'),
    bytes: (hex) => Buffer.from(hex, 'hex'),
    deviceName: (publicKey) => deviceName(Buffer.from(publicKey)),
    isSignedRecord: (raw, head, signature) => {
      // One device has all records of a run.
      if (known?.raw !== raw) known = { raw, key: publicKeyOf(Buffer.from(raw)) };
      return isSignedRecord(known.key, head, signature);
    },
    newSha256: () => {
      const hash = createHash('sha256');
      return { add: (text) => void hash.update(text, 'utf8'), end: () => hash.digest() };
    },
  };
}
