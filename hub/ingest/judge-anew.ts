import { setImmediate as nextTurn } from 'node:timers/promises';
import { assert } from '../../domain/assert.ts';
import { prevOf, readHead } from '../../domain/journal/check-head.ts';
import type { Spot } from '../../domain/sync/place.ts';
import type { Tx } from '../database/transact.ts';
import { findDevice } from '../enrolment/device-store.ts';
import { endAlarm } from './alarm-store.ts';
import { type Chain, lockChain, noteFork, type OfDevice, updateChain } from './chain-store.ts';
import { insertRecords, type Stored } from './insert-store.ts';
import {
  type Added,
  addToLedger,
  isOfChain,
  isOfFork,
  noSums,
  type Standing,
  type Sums,
} from './ledger.ts';
import type { RecordBytes } from './linked-record.ts';
import { goesOn, readFacts } from './read-facts.ts';
import {
  deleteRecords,
  type Earlier,
  findByLeaf,
  type LedgerEntry,
  markUnread,
  recordsFrom,
} from './record-store.ts';
import { compareChain, compareRecord } from './compare-ledger.ts';
import { compareTotals, type Difference } from './compare-totals.ts';
import {
  addRefunded,
  addTotals,
  clearTotals,
  readAllRefunded,
  readTotals,
} from './totals-store.ts';

/** Records judged at a time: between two steps the thread is for others, on SQLite too. */
const STEP = 500;
/** So many differences of records are named; the records are counted all. */
const NAMED_MAX = 100;

/** How a device is judged anew. */
export interface Anew {
  /** UTC ms */
  readonly nowMs: number;
  /** The last place that counts, null for all; by default as the device stands. */
  readonly validThrough?: Spot | null;
  /** Ends it, and its transaction with it: then its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** What came of judging a device anew. */
export interface JudgedAnew {
  readonly records: number;
  /** Records that are something else than was written of them. */
  readonly changed: number;
  /** What it was of them: of the first of those that changed. */
  readonly ofRecords: readonly Difference[];
  readonly ofChain: readonly Difference[];
  readonly ofSums: readonly Difference[];
}

/**
 * Judges all records of a device anew, in the order in which they came, as this program and the
 * device's last place that counts now say; writes what is other than it was, and the totals with
 * it. What came is not touched: neither bytes nor tree, nor which of them somebody had signed.
 */
export async function judgeAnew(
  trx: Tx,
  of: OfDevice,
  { nowMs, validThrough: given, signal }: Anew,
): Promise<JudgedAnew> {
  const chain = await lockChain(trx, of);
  const validThrough = given === undefined ? await lastOf(trx, of) : given;
  const sums = noSums();
  let tip: Tip = { newest: null, moved: 0, hasFork: false, isStraight: true };
  let [index, changed] = [0, 0];
  const ofRecords: Difference[] = [];
  for (;;) {
    const entries = await recordsFrom(trx, of, index, STEP);
    const records = entries.map(recordOf);
    const earlier = { of, below: index };
    const known = goesOn(tip, records) ? null : await readNamed(trx, earlier, records);
    const facts = await readFacts(trx, earlier, known, records);
    const added = addToLedger(tip, { ...facts, refunded: none, validThrough }, records, sums);
    const written = await writeChanged(trx, of, added.judged);
    changed += written.changed;
    ofRecords.push(...written.differences.slice(0, NAMED_MAX - ofRecords.length));
    const hasFork = tip.hasFork || added.judged.some(isOfFork);
    const isStraight = tip.isStraight && added.judged.every(isOfChain);
    tip = { newest: added.newest, moved: added.moved, hasFork, isStraight };
    index += entries.length;
    if (entries.length < STEP) break;
    await nextTurn();
    signal?.throwIfAborted();
  }
  const ofChain = await writeChain(trx, of, chain, { ...chain, ...tip });
  if (tip.hasFork && !chain.hasFork) await noteFork(trx, of, nowMs);
  if (!tip.hasFork && chain.hasFork) await endAlarm(trx, of, 'fork'); // it could not be read
  await markUnread(trx, of);
  return { records: index, changed, ofRecords, ofChain, ofSums: await writeSums(trx, of, sums) };
}

/** Where the chain stands while it is judged. */
interface Tip {
  readonly newest: Standing | null;
  readonly moved: number;
  readonly hasFork: boolean;
  readonly isStraight: boolean;
}

/** The last place of a device that counts; null where it was not revoked. */
async function lastOf(trx: Tx, of: OfDevice): Promise<Spot | null> {
  const device = await findDevice(trx, of.device);
  assert(device !== undefined, 'a chain is of a device');
  return device.state === 'revoked' ? device.through : null;
}

/** In `sums` already is what was given back earlier. */
const none: ReadonlyMap<string, number> = new Map();

/** Puts what a chain is in place of something else. @returns where it is */
async function writeChain(
  trx: Tx,
  of: OfDevice,
  stored: Chain,
  found: Chain,
): Promise<Difference[]> {
  const differences = compareChain(of, stored, found);
  if (differences.length > 0) await updateChain(trx, of, found);
  return differences;
}

/** Puts these sums in place of others. @returns where they are others */
async function writeSums(trx: Tx, of: OfDevice, sums: Sums): Promise<Difference[]> {
  const stored = { totals: await readTotals(trx, of), refunded: await readAllRefunded(trx, of) };
  const differences = compareTotals(of, stored, sums);
  if (differences.length > 0) {
    await clearTotals(trx, of);
    await addTotals(trx, of, sums.totals);
    await addRefunded(trx, of, sums.refunded);
  }
  return differences;
}

/** The earlier records that these name, by leaf. */
async function readNamed(trx: Tx, earlier: Earlier, records: readonly EntryRecord[]) {
  const leaves = records.flatMap(({ prev }) => (prev === null ? [] : [prev]));
  const found = await findByLeaf(trx, earlier, [...new Set(leaves)]);
  return new Map(found.map((one) => [one.place.leaf, one]));
}

interface EntryRecord extends RecordBytes {
  readonly entry: LedgerEntry;
}

/** A record as it came: what nobody had signed then is told so for good. */
function recordOf(entry: LedgerEntry): EntryRecord {
  const { epoch, seq, leaf, head, signature, follows, reason } = entry;
  const read = readHead(head.toString('utf8'));
  return {
    entry,
    leaf: leaf.toString('hex'),
    leafBytes: leaf,
    lay: { epoch, seq },
    read,
    isAuthentic: reason !== 'not-authentic',
    head,
    signature,
    prev: prevOf(read),
    after: follows === null || follows.length === 0 ? null : follows.toString('hex'),
  };
}

/** Stores those records anew that are something else now. @returns how many, and what */
async function writeChanged(
  trx: Tx,
  of: OfDevice,
  judged: Added<EntryRecord>['judged'],
): Promise<{ readonly changed: number; readonly differences: readonly Difference[] }> {
  const stored = judged.map((one): Stored<EntryRecord> => {
    const { idx: index, receivedAtMs } = one.record.entry;
    return { ...one, index, receivedAtMs };
  });
  const compared = stored.map((one) => ({
    one,
    differences: compareRecord(of, one.record.entry, one),
  }));
  const differing = compared.filter(({ differences }) => differences.length > 0);
  const changed = differing.map(({ one }) => one);
  if (changed.length === 0) return { changed: 0, differences: [] };
  await deleteRecords(
    trx,
    of,
    changed.map(({ record }) => record.leafBytes),
  );
  await insertRecords(trx, of, changed);
  const differences = differing.flatMap((one) => one.differences);
  return { changed: changed.length, differences };
}
