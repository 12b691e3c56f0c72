import { assert } from '../../domain/assert.ts';
import type { UtcMs } from '../../domain/time.ts';
import type { BatchOutcome, WireRecord } from '../../domain/sync/contract.ts';
import type { ChainAtHub } from '../../domain/sync/judge.ts';
import { markOf, type Place } from '../../domain/sync/place.ts';
import type { Verdict } from '../../domain/sync/verdict.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact, type Tx } from '../database/transact.ts';
import { assertMayReport } from './may-report.ts';
import { type Chain, lockChain, type OfDevice, updateChain } from './chain-store.ts';
import { insertBodies, insertNodes, insertRecords } from './insert-store.ts';
import { addToLedger, type LedgerFacts, type Stored } from './ledger.ts';
import { placeMark, readBatch, type ReadRecord } from './read-batch.ts';
import { type CheckpointSigner, readProofs, signReceipt } from './receipt.ts';
import { findByLeaf, findByPlace, type FoundRecord, signedMarks } from './record-store.ts';
import { addRefunded, addTotals, readRefunded, readShifts } from './totals-store.ts';

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
 * @throws LapakError DEVICE_WAITING, DEVICE_REVOKED, HUB_BUSY, HUB_FULL
 */
export async function storeBatch(
  hub: IngestHub,
  device: ReportingDevice,
  batch: Batch,
): Promise<BatchOutcome> {
  const nowMs = hub.clock();
  const records = readBatch(batch.records, device.publicKey);
  const done = await transact(hub.database, device, (trx) =>
    storeRecords(trx, device, { ...batch, records, nowMs }),
  );
  const refused = records.filter(({ isBodyRefused }) => isBodyRefused).length;
  if (refused > 0) hub.log.warn(`device ${device.device}: ${refused} bodies are of other heads`);
  if (done.outcome === 'gap') return { ...done, serverTimeMs: nowMs };
  const { reported, proofs, verdicts } = done;
  const receipt = signReceipt(hub.identity, device, reported, proofs);
  return { outcome: 'stored', receipt, verdicts: [...verdicts], serverTimeMs: nowMs };
}

interface ReadBatch {
  readonly size: number;
  readonly after: Place | null;
  readonly records: readonly ReadRecord[];
  readonly nowMs: UtcMs;
}

async function storeRecords(trx: Tx, device: ReportingDevice, batch: ReadBatch) {
  const chain = await lockChain(trx, device, batch.nowMs);
  const validThrough = await assertMayReport(trx, device, chain);
  const isStraight = isNextTo(chain, batch.after);
  const found = isStraight && !chain.isFrozen ? [] : await findNamed(trx, device, batch);
  const known = new Map(found.map((one) => [one.place.leaf, one]));
  if (!isStraight && batch.after && !known.has(batch.after.leaf)) {
    return { outcome: 'gap' as const, newest: chain.newest?.place ?? null };
  }
  const fresh = firstOnly(batch.records.filter(({ leaf }) => !known.has(leaf)));
  const before = beforeFresh(batch, fresh[0]);
  const facts = await readFacts(trx, device, { fresh, found, validThrough });
  const added = addToLedger(chain, facts, fresh, before);
  if (fresh.length > 0) {
    const isFrozen = chain.isFrozen || added.stored.some(isOfFork);
    await insertRecords(trx, device, added.stored, batch.nowMs);
    await insertNodes(trx, device, added.nodes);
    await addTotals(trx, device, added.totals);
    await addRefunded(trx, device, added.refunded);
    await updateChain(trx, device, { ...added, isFrozen }, batch.nowMs);
  }
  await insertBodies(trx, device, bodiesOf(batch.records, added.stored, known), batch.nowMs);
  const last = lastOf(batch.records, added.stored, known);
  const reported = { ...last, frontier: added.frontier, from: batch.size };
  const proofs = await readProofs(trx, device, reported, added.subtrees);
  const verdicts = verdictsOf(batch.records, added.stored, known);
  return { outcome: 'stored' as const, reported, proofs, verdicts };
}

/** Signed, and not where the chain goes on: there are two of the till, or it was set back. */
function isOfFork({ record, isNewest }: Stored): boolean {
  return record.isAuthentic && !isNewest;
}

/** Whether a batch goes on exactly where the chain stands. */
function isNextTo({ newest }: Chain, after: Place | null): boolean {
  return newest === null ? after === null : after?.leaf === newest.place.leaf;
}

/** Of the records of a batch, and of those that they name, what the hub has. */
async function findNamed(
  trx: Tx,
  device: OfDevice,
  { records, after }: ReadBatch,
): Promise<FoundRecord[]> {
  const leaves = records.flatMap(({ leaf, prev }) => (prev === null ? [leaf] : [leaf, prev]));
  const byLeaf = await findByLeaf(trx, device, unique(after ? [after.leaf, ...leaves] : leaves));
  const byPlace = await findByPlace(trx, device, unique(records.map(placeMark)));
  return [...new Map([...byLeaf, ...byPlace].map((one) => [one.place.leaf, one])).values()];
}

/** The leaf before the first record that is new, in the till's own order. */
function beforeFresh({ records, after }: ReadBatch, first: ReadRecord | undefined): string | null {
  const at = first ? records.indexOf(first) : 0;
  return records[at - 1]?.leaf ?? after?.leaf ?? null;
}

interface Gathered {
  readonly fresh: readonly ReadRecord[];
  readonly found: readonly FoundRecord[];
  readonly validThrough: ChainAtHub['validThrough'];
}

/** What judging needs beside the chain. */
async function readFacts(
  trx: Tx,
  device: ReportingDevice,
  { fresh, found, validThrough }: Gathered,
): Promise<LedgerFacts> {
  const heads = fresh.flatMap(({ read }) => (read.kind === 'head' ? [read.head] : []));
  const refs = unique(
    heads.flatMap((head) => (head.type === 'refund' && head.ref ? [head.ref] : [])),
  );
  const shifts = heads.flatMap((head) => (head.type === 'z' ? [head.shift] : []));
  const sold = await findByPlace(trx, device, refs);
  const { shifts: shiftSums, shiftTenders } = await readShifts(trx, device, unique(shifts));
  const before = sold.flatMap(({ place, saleTotal }) =>
    saleTotal === null ? [] : [[markOf(place), saleTotal] as const],
  );
  return {
    device: device.device,
    validThrough,
    known: new Map(found.map((one) => [one.place.leaf, one])),
    taken: signedMarks(found),
    saleTotals: new Map(before),
    refundedBefore: await readRefunded(trx, device, refs),
    shiftSums,
    shiftTenders,
  };
}

type Known = ReadonlyMap<string, FoundRecord>;

/** A record that stands twice in a batch is one record. */
function firstOnly(records: readonly ReadRecord[]): ReadRecord[] {
  return [...new Map(records.map((record) => [record.leaf, record])).values()];
}

function bodiesOf(records: readonly ReadRecord[], stored: readonly Stored[], known: Known) {
  const places = new Map(stored.map((one) => [one.record.leaf, one.place]));
  return records.flatMap(({ leaf, body, isAuthentic }) => {
    const place = places.get(leaf) ?? known.get(leaf)?.place;
    return body && place && isAuthentic ? [{ place, body }] : [];
  });
}

function lastOf(records: readonly ReadRecord[], stored: readonly Stored[], known: Known) {
  const leaf = records.at(-1)?.leaf ?? '';
  const own = stored.find(({ record }) => record.leaf === leaf) ?? known.get(leaf);
  assert(own !== undefined, 'each record of the batch is stored');
  return { place: own.place, index: own.index };
}

/** Of each record of the batch that is not `ok`, what it is. */
function verdictsOf(
  records: readonly ReadRecord[],
  stored: readonly Stored[],
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
