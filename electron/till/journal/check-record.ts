import type { KeyObject } from 'node:crypto';
import { canonicalJson } from '../../../domain/journal/canonical.ts';
import { type ChainHead, countersAfter, JournalRecord } from '../../../domain/journal/record.ts';
import { deviceName, publicKeyOf } from '../../../node/crypto/keys.ts';
import type { StoredRecord } from './record-store.ts';
import { isSignedRecord, leafOf } from '../../../node/crypto/signing.ts';

/** What the check of a record holds it against. */
export interface ChainCheck {
  readonly device: string;
  readonly publicKey: KeyObject;
  /** The record before it; null when that one was not read. */
  readonly before: ChainHead | null;
}

/** Either the head after a whole record, or why it is not whole. */
export type RecordCheck =
  | { readonly head: ChainHead; readonly record: JournalRecord }
  | { readonly reason: string };

/** The key object of a raw Ed25519 public key and the device name that belongs to it. */
export function chainKey(publicKey: Buffer): Pick<ChainCheck, 'device' | 'publicKey'> {
  return { device: deviceName(publicKey), publicKey: publicKeyOf(publicKey) };
}

/**
 * Checks one stored record: leaf, signature, canonical bytes, strict schema, place in the chain,
 * counters. English reason for the log and the auditor.
 */
export function checkRecord(stored: StoredRecord, chain: ChainCheck): RecordCheck {
  // A changed byte can turn a BLOB into another kind of cell.
  const cells: unknown[] = [stored.bytes, stored.leaf, stored.signature];
  if (!cells.every(Buffer.isBuffer)) return bad('its cells are not of their kind');
  if (!leafOf(stored.bytes).equals(stored.leaf)) return bad('the leaf is not of these bytes');
  if (!isSignedRecord(chain.publicKey, stored.bytes, stored.signature)) {
    return bad("the signature is not this device's");
  }
  const parsed = parseRecord(stored.bytes);
  if (!parsed) return bad('the bytes are no record of a known form');
  if (canonicalJson(parsed) !== stored.bytes.toString('utf8')) {
    return bad('the bytes are not canonical');
  }
  const reason = misplaced(stored, parsed, chain);
  if (reason) return bad(reason);
  const { epoch, seq, counters } = parsed;
  return { head: { epoch, seq, leaf: stored.leaf.toString('hex'), counters }, record: parsed };
}

function misplaced(
  stored: StoredRecord,
  record: JournalRecord,
  { device, before }: ChainCheck,
): string | undefined {
  if (record.device !== device) return 'it names another device';
  if (record.epoch !== stored.epoch || record.seq !== stored.seq || record.type !== stored.type) {
    return 'it stands in the place of another record';
  }
  if (!before) return undefined;
  if (record.epoch !== before.epoch || record.seq !== before.seq + 1) {
    return `it does not follow record ${before.epoch}.${before.seq}`;
  }
  if (record.prev !== before.leaf) return 'it does not point to the record before it';
  return sameCounters(record, before) ? undefined : 'its counters do not add up';
}

function sameCounters(record: JournalRecord, before: ChainHead): boolean {
  if (record.type === 'sale' ? record.total < 0 : record.total > 0) return false;
  const expected = countersAfter(before.counters, record.type, record.total);
  return canonicalJson(expected) === canonicalJson(record.counters);
}

function parseRecord(bytes: Buffer): JournalRecord | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const parsed = JournalRecord.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function bad(reason: string): RecordCheck {
  return { reason };
}
