import { assert } from '../../domain/assert.ts';
import type { UtcMs } from '../../domain/time.ts';
import type { BatchOutcome, WireRecord } from '../../domain/sync/contract.ts';
import type { Place } from '../../domain/sync/place.ts';
import type { Verdict } from '../../domain/sync/verdict.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact, type Tx } from '../database/transact.ts';
import { newestVersion } from '../down/item-store.ts';
import { assertMayReport } from './may-report.ts';
import { type Chain, lockChain, noteFork, type OfDevice, updateChain } from './chain-store.ts';
import { insertBodies, insertNodes, insertRecords, type Stored } from './insert-store.ts';
import { growTree } from './grow-tree.ts';
import { addToLedger, isOfChain, isOfFork } from './ledger.ts';
import { goesOn, readFacts, refundMarks } from './read-facts.ts';
import { firstOfEach, proveBatch, readBatch, type ReadRecord } from './read-batch.ts';
import { type CheckpointSigner, readProofs, signReceipt } from './receipt.ts';
import { findByLeaf, type FoundRecord } from './record-store.ts';
import { takeUnsigned } from './take-unsigned.ts';
import { addRefunded, addTotals, readRefunded } from './totals-store.ts';

/** What storing needs of the hub. */
export interface IngestHub {
  readonly database: HubDatabase;
  readonly identity: CheckpointSigner;
  readonly clock: () => UtcMs;
  readonly log: { warn(message: string): void };
}

/** A device that may report. */
export interface ReportingDevice extends OfDevice {
  /** Raw Ed25519 of its journal, 32 bytes. */
  readonly publicKey: Buffer;
}

/** What a till sends: see the contract. */
export interface Batch {
  readonly size: number;
  readonly after: Place | null;
  readonly records: readonly WireRecord[];
}

/**
 * Stores a batch, all of it or nothing, before this resolves: each record once, with what it is
 * judged to be, the tree, and what it adds to the totals. The same batch again changes nothing.
 * Whether the device may report is looked at with its chain locked: a revocation waits for a batch,
 * or the batch for it.
 * @throws LapakError DEVICE_WAITING, DEVICE_REVOKED, UNSIGNED_TOO_MUCH, HUB_BUSY, HUB_FULL
 */
export async function storeBatch(
  hub: IngestHub,
  device: ReportingDevice,
  batch: Batch,
): Promise<BatchOutcome> {
  const nowMs = hub.clock();
  const records = readBatch(batch.records, device.publicKey, batch.after?.leaf ?? null);
  const done = await transact(hub.database, device, (trx) =>
    storeRecords(trx, device, { ...batch, records, nowMs }),
  );
  const refused = records.filter(({ isBodyRefused }) => isBodyRefused).length;
  if (refused > 0) hub.log.warn(`device ${device.device}: ${refused} bodies are of other heads`);
  if (done.outcome === 'gap') return { ...done, serverTimeMs: nowMs };
  const { reported, proofs, verdicts } = done;
  const receipt = signReceipt(hub.identity, device, reported, proofs);
  const downVersion = await newestVersion(hub.database.db, device);
  return { outcome: 'stored', receipt, verdicts: [...verdicts], serverTimeMs: nowMs, downVersion };
}

interface ReadBatch {
  readonly size: number;
  readonly after: Place | null;
  readonly records: readonly ReadRecord[];
  readonly nowMs: UtcMs;
}

async function storeRecords(trx: Tx, device: ReportingDevice, batch: ReadBatch) {
  const chain = await lockChain(trx, device);
  const validThrough = await assertMayReport(trx, device, chain);
  const earlier = { of: device, below: chain.frontier.size };
  const isNext = isNextTo(chain, batch.after);
  const isNew = isNext && goesOn(chain, batch.records);
  const found = isNew ? [] : await findByLeaf(trx, earlier, namedLeaves(batch));
  const known = new Map(found.map((one) => [one.place.leaf, one]));
  if (!isNext && batch.after && !known.has(batch.after.leaf)) {
    return { outcome: 'gap' as const, newest: chain.newest?.place ?? null };
  }
  const records = provedBy(known, device, batch.records);
  const fresh = firstOfEach(records.filter(({ leaf }) => !known.has(leaf)));
  await takeUnsigned(trx, device, fresh, batch.nowMs);
  const facts = await readFacts(trx, earlier, isNew ? null : known, fresh);
  const refunded = await readRefunded(trx, device, refundMarks(fresh));
  const added = addToLedger(chain, { ...facts, refunded, validThrough }, fresh);
  const tree = growTree(
    chain.frontier,
    fresh.map(({ leafBytes }) => leafBytes),
  );
  const stored = added.judged.map((one, at) => {
    return { ...one, index: chain.frontier.size + at, receivedAtMs: batch.nowMs };
  });
  if (stored.length > 0) {
    const { newest, moved } = added;
    const isForked = stored.some(isOfFork);
    if (isForked) await noteFork(trx, device, batch.nowMs);
    await insertRecords(trx, device, stored);
    await insertNodes(trx, device, tree.nodes);
    await addTotals(trx, device, added.totals);
    await addRefunded(trx, device, added.refunded);
    const { frontier } = tree;
    const hasFork = chain.hasFork || isForked;
    const isStraight = chain.isStraight && stored.every(isOfChain);
    const derived = { newest, moved, hasFork, isStraight };
    await updateChain(trx, device, { ...derived, frontier, reportedAtMs: batch.nowMs });
  }
  await insertBodies(trx, device, bodiesOf(records, stored, known), batch.nowMs);
  const last = lastOf(records, stored, known);
  const reported = { ...last, frontier: tree.frontier, from: batch.size };
  const proofs = await readProofs(trx, device, reported, tree.subtrees);
  const verdicts = verdictsOf(records, stored, known);
  return { outcome: 'stored' as const, reported, proofs, verdicts };
}

/** Whether a batch goes on exactly where the chain stands. */
function isNextTo({ newest }: Chain, after: Place | null): boolean {
  return newest === null ? after === null : after?.leaf === newest.place.leaf;
}

/** The leaves that a batch has or names, each once. */
function namedLeaves({ records, after }: ReadBatch): string[] {
  const leaves = records.flatMap(({ leaf, prev }) => (prev === null ? [leaf] : [leaf, prev]));
  return unique(after ? [after.leaf, ...leaves] : leaves);
}

type Known = ReadonlyMap<string, FoundRecord>;

/** The records with whether the device signed them, by what is stored and will be. */
function provedBy(
  known: Known,
  { publicKey }: ReportingDevice,
  records: readonly ReadRecord[],
): readonly ReadRecord[] {
  const found = [...known.values()].filter(({ verdict }) => verdict?.reason === 'not-authentic');
  const unsigned = new Set(found.map(({ place }) => place.leaf));
  return unsigned.size === 0 ? records : proveBatch(records, publicKey, unsigned);
}

function bodiesOf(
  records: readonly ReadRecord[],
  stored: readonly Stored<ReadRecord>[],
  known: Known,
) {
  const places = new Map(stored.map((one) => [one.record.leaf, one.place]));
  return records.flatMap(({ leaf, body, isAuthentic }) => {
    const place = places.get(leaf) ?? known.get(leaf)?.place;
    return body && place && isAuthentic ? [{ place, body }] : [];
  });
}

function lastOf(
  records: readonly ReadRecord[],
  stored: readonly Stored<ReadRecord>[],
  known: Known,
) {
  const leaf = records.at(-1)?.leaf ?? '';
  const own = stored.find(({ record }) => record.leaf === leaf) ?? known.get(leaf);
  assert(own !== undefined, 'each record of the batch is stored');
  return { place: own.place, index: own.index };
}

/** Of each record of the batch that is not `ok`, what it is. */
function verdictsOf(
  records: readonly ReadRecord[],
  stored: readonly Stored<ReadRecord>[],
  known: Known,
): Verdict[] {
  const said = new Map(stored.map((one) => [one.record.leaf, one]));
  return records.flatMap(({ leaf }): Verdict[] => {
    const own = said.get(leaf);
    const earlier = known.get(leaf)?.verdict;
    if (!own) return earlier ? [earlier] : [];
    const { place, verdict, reason } = own;
    return verdict === 'ok' || reason === null ? [] : [{ place, verdict, reason }];
  });
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
