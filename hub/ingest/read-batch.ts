import { readHead } from '../../domain/journal/check-head.ts';
import type { WireRecord } from '../../domain/sync/contract.ts';
import type { Arrived } from '../../domain/sync/judge.ts';
import { markOf } from '../../domain/sync/place.ts';
import { publicKeyOf } from '../../node/crypto/keys.ts';
import { hashOf, isSignedRecord, leafOf } from '../../node/crypto/signing.ts';

/** A record of a batch: its exact bytes, what they say, and whether the device signed them. */
export interface ReadRecord extends Arrived {
  readonly leafBytes: Buffer;
  readonly head: Buffer;
  readonly signature: Buffer;
  /** Null where none was sent, or one that its head does not name. */
  readonly body: Buffer | null;
  readonly isBodyRefused: boolean;
  /** The leaf that the head names as the one before it; null where it cannot be read. */
  readonly prev: string | null;
}

/**
 * Reads a batch of a device. Each head names the leaf before it, so the newest signature proves all
 * that is linked to it: another one is checked only where that does not reach.
 * @param publicKey raw, of the device's journal
 */
export function readBatch(records: readonly WireRecord[], publicKey: Buffer): ReadRecord[] {
  const key = publicKeyOf(publicKey);
  const read = records.map(readOne);
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

function readOne(record: WireRecord): ReadRecord {
  const { epoch, seq } = record;
  const head = Buffer.from(record.head, 'utf8');
  const leafBytes = leafOf(head);
  const read = readHead(record.head);
  const hasPrev = read.kind === 'head' || read.kind === 'newer';
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
    prev: !hasPrev ? null : read.kind === 'head' ? read.head.prev : read.prev,
  };
}

/** The mark of the place that a record says it has; where it lay, of one that says nothing. */
export function placeMark({ read, lay }: ReadRecord): string {
  return markOf(read.kind === 'head' ? read.head : read.kind === 'newer' ? read : lay);
}
