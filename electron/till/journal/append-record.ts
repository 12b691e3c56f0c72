import type { Database } from 'better-sqlite3';
import { assert } from '../../../domain/assert.ts';
import { canonicalJson } from '../../../domain/journal/canonical.ts';
import { type ChainTip, emptyTip, nextHead, tipAfter } from '../../../domain/journal/chain.ts';
import {
  type JournalRecord,
  parseRecord,
  type RecordDraft,
  RecordHead,
} from '../../../domain/journal/record.ts';
import { makeSalt } from '../../../node/crypto/salt.ts';
import { hashOf, leafOf, signRecord } from '../../../node/crypto/signing.ts';
import type { Tx } from '../database/run.ts';
import type { Device } from './device.ts';
import { newestClock } from './newest-clock.ts';
import { projectRecord } from './project-record.ts';
import { insertProjection } from './projection-store.ts';
import { findRecord, insertRecord, newestPlace } from './record-store.ts';

/** The newest tip of each open book: its record need not be read again for the counters. */
const newestTips = new WeakMap<Database, ChainTip>();

/** A record that was just appended. */
export interface Appended {
  readonly position: number;
  readonly record: JournalRecord;
  /** Where the journal stands after it. */
  readonly tip: ChainTip;
}

/** Where the journal stands, by its newest record. */
export function readTip(tx: Tx): ChainTip {
  const newest = newestPlace(tx);
  if (!newest) return emptyTip;
  const leaf = newest.leaf.toString('hex');
  const known = newestTips.get(tx.db);
  if (known?.leaf === leaf) return known; // a hash of the record: after a rollback it differs
  const bytes = findRecord(tx, newest.position)?.head.toString('utf8') ?? '';
  const head = RecordHead.parse(JSON.parse(bytes));
  const { epoch, seq, counters } = head;
  return { epoch, seq, leaf, counters, clockMs: newestClock(tx) };
}

/**
 * Signs the draft as the record after `before`, the newest, and stores the exact bytes of both
 * parts, and the rows that stem from it. What does not read back as the record that it is, is never
 * written.
 */
export function appendRecord(
  tx: Tx,
  device: Device,
  before: ChainTip,
  draft: RecordDraft,
): Appended {
  const salted = { ...draft.body, salt: makeSalt() };
  const body = Buffer.from(canonicalJson(salted), 'utf8');
  const next = nextHead(device.device, before, draft, hashOf(body));
  const head = Buffer.from(canonicalJson(next), 'utf8');
  const record = parseRecord(next, salted);
  assert(record !== undefined, `a ${draft.type} that cannot be read back is not written`);
  const leaf = leafOf(head);
  const { epoch, seq, type } = next;
  const signature = signRecord(device.key, head);
  const position = insertRecord(tx, { epoch, seq, type, head, body, leaf, signature });
  insertProjection(tx, projectRecord(position, record));
  const tip = tipAfter(before, next, leaf.toString('hex'));
  newestTips.set(tx.db, tip);
  return { position, record, tip };
}
