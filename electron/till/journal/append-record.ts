import type { Database } from 'better-sqlite3';
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
import { bytesAt, insertRecord, newestPlace } from './record-store.ts';
import { leafOf, signRecord } from '../../../node/crypto/signing.ts';

/** The newest head of each open book: its record need not be read again for the counters. */
const newestHeads = new WeakMap<Database, ChainHead>();

/** Where the journal stands, by its newest record. */
export function readHead(tx: Tx): ChainHead {
  const newest = newestPlace(tx);
  if (!newest) return emptyHead;
  const { position, epoch, seq } = newest;
  const leaf = newest.leaf.toString('hex');
  const known = newestHeads.get(tx.db);
  if (known?.leaf === leaf) return known; // a hash of the record: after a rollback it differs
  const bytes = bytesAt(tx, position).toString('utf8');
  const { counters } = JSON.parse(bytes) as JournalRecord; // we wrote these bytes
  return { epoch, seq, leaf, counters };
}

/**
 * Signs the draft as the record after `head` and stores its exact bytes.
 * @returns the new head
 */
export function appendRecord(
  tx: Tx,
  device: Device,
  head: ChainHead,
  draft: RecordDraft,
): ChainHead {
  const record = nextRecord(device.device, head, draft);
  const bytes = Buffer.from(canonicalJson(record), 'utf8');
  const leaf = leafOf(bytes);
  const { epoch, seq, type, counters } = record;
  insertRecord(tx, { epoch, seq, type, bytes, leaf, signature: signRecord(device.key, bytes) });
  const next: ChainHead = { epoch, seq, leaf: leaf.toString('hex'), counters };
  newestHeads.set(tx.db, next);
  return next;
}
