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
  const read: ReadRecord[] = [];
  for (const record of records) read.push(readOne(record, read.at(-1)?.leaf ?? before));
  return proveBatch(read, publicKey, new Set());
}

/**
 * The records of a batch, each with whether the device signed it. What proves one has to be stored:
 * of a record that stands there twice only the first is.
 * @param unsigned leaves of those that were stored before as what nobody signed: they prove none
 */
export function proveBatch(
  records: readonly ReadRecord[],
  publicKey: Buffer,
  unsigned: ReadonlySet<string>,
): ReadRecord[] {
  const key = publicKeyOf(publicKey);
  const good = new Set<string>();
  let named: string | null = null;
  for (const { leaf, prev, head, signature } of firstOfEach(records).reverse()) {
    const isGood: boolean =
      !unsigned.has(leaf) && (leaf === named || isSignedRecord(key, head, signature));
    if (isGood) good.add(leaf);
    named = isGood ? prev : null;
  }
  return records.map((record) => ({ ...record, isAuthentic: good.has(record.leaf) }));
}

/** A record that stands twice in a batch is one record, as it stands there first. */
export function firstOfEach(records: readonly ReadRecord[]): ReadRecord[] {
  const first = new Map<string, ReadRecord>();
  for (const record of records) if (!first.has(record.leaf)) first.set(record.leaf, record);
  return [...first.values()];
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
