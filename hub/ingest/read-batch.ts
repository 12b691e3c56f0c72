import type { WireRecord } from '../../domain/sync/contract.ts';
import { prevOf, readHead } from '../../domain/journal/check-head.ts';
import { publicKeyOf } from '../../node/crypto/keys.ts';
import { hashOf, isSignedRecord, leafOf } from '../../node/crypto/signing.ts';
import type { RecordBytes } from './linked-record.ts';

/** A record of a batch: its exact bytes, what they say, and whether the device signed them. */
export interface ReadRecord extends RecordBytes {
  /** Null where none was sent, or one that its head does not name. */
  readonly body: Buffer | null;
  readonly isBodyRefused: boolean;
}

/**
 * Reads a batch of a device. Each head names the leaf before it, so the newest signature proves all
 * that is linked to it: another one is checked only where that does not reach.
 * @param publicKey raw, of the device's journal
 * @param before the leaf before the first of them in the till's journal; null for none
 */
export function readBatch(
  records: readonly WireRecord[],
  publicKey: Buffer,
  before: string | null,
): ReadRecord[] {
  const key = publicKeyOf(publicKey);
  const read: ReadRecord[] = [];
  for (const record of records) read.push(readOne(record, read.at(-1)?.leaf ?? before));
  let after: ReadRecord | undefined;
  for (let at = read.length - 1; at >= 0; at -= 1) {
    const one = read[at];
    if (!one) continue;
    const isNamed = after?.isAuthentic === true && after.prev === one.leaf;
    const isAuthentic = isNamed || isSignedRecord(key, one.head, one.signature);
    after = { ...one, isAuthentic };
    read[at] = after;
  }
  return read;
}

function readOne(record: WireRecord, after: string | null): ReadRecord {
  const { epoch, seq } = record;
  const head = Buffer.from(record.head, 'utf8');
  const leafBytes = leafOf(head);
  const read = readHead(record.head);
  const given = record.body === undefined ? null : Buffer.from(record.body, 'utf8');
  const isBodyRefused = given !== null && read.kind === 'head' && hashOf(given) !== read.head.body;
  return {
    leaf: leafBytes.toString('hex'),
    leafBytes,
    lay: { epoch, seq },
    read,
    isAuthentic: false,
    head,
    signature: Buffer.from(record.signature, 'base64'),
    // The head of a newer program names its body in a way that is not known here.
    body: isBodyRefused || read.kind !== 'head' ? null : given,
    isBodyRefused,
    prev: prevOf(read),
    after,
  };
}
