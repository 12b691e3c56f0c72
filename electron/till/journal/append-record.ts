import { canonicalJson } from '../../../domain/journal/canonical.ts';
import {
  type ChainHead,
  emptyHead,
  type JournalRecord,
  nextRecord,
  type RecordDraft,
} from '../../../domain/journal/record.ts';
import type { Tx } from '../database/run.ts';
import type { Device } from './device.ts';
import { insertRecord, newestRecord } from './record-store.ts';
import { leafOf, signRecord } from './signing.ts';

/** Where the journal stands, read from its newest record. */
export function readHead(tx: Tx): ChainHead {
  const newest = newestRecord(tx);
  if (!newest) return emptyHead;
  const record = JSON.parse(newest.bytes.toString('utf8')) as JournalRecord; // we wrote these bytes
  const { epoch, seq } = newest;
  return { epoch, seq, leaf: newest.leaf.toString('hex'), counters: record.counters };
}

/**
 * Signs the draft as the record after `head` and stores its exact bytes.
 * @returns the new head
 */
export function appendRecord(tx: Tx, device: Device, head: ChainHead, draft: RecordDraft) {
  const record = nextRecord(device.device, head, draft);
  const bytes = Buffer.from(canonicalJson(record), 'utf8');
  const leaf = leafOf(bytes);
  const { epoch, seq, type, counters } = record;
  insertRecord(tx, { epoch, seq, type, bytes, leaf, signature: signRecord(device.key, bytes) });
  return { epoch, seq, leaf: leaf.toString('hex'), counters } satisfies ChainHead;
}
