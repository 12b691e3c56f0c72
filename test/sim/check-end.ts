import { RecordHead } from '../../domain/journal/record.ts';
import { markOf } from '../../domain/sync/place.ts';
import { appendLeaf, emptyFrontier, rootOf } from '../../domain/tlog/merkle.ts';
import { rebuildTotals } from '../../hub/ingest/rebuild-totals.ts';
import { verifyLedger } from '../../hub/ingest/verify-ledger.ts';
import { treeCrypto } from '../../node/crypto/tlog.ts';
import type { HubRecord, SimHub } from './sim-hub.ts';
import type { SimTill } from './sim-till.ts';
import { isWhole, type Planted, type Truth } from './truth.ts';

/**
 * Holds what came of a simulation against what truly happened.
 * @returns the ledger of the hub: place and verdict of each record
 * @throws Error saying what is wrong
 */
export async function checkEnd(
  hub: SimHub,
  tills: readonly SimTill[],
  truth: Truth,
): Promise<string[]> {
  const ledger = Map.groupBy(hub.records(), ({ device }) => device);
  for (const till of tills) {
    const records = ledger.get(till.device) ?? [];
    checkJournal(till, records);
    checkStatus(till, records, truth);
  }
  for (const [device, records] of ledger) {
    const planted = truth.planted.get(device) ?? new Set();
    checkOnce(records);
    const damaged = new Set(records.filter(isDamaged).map(markOf));
    for (const record of records) checkVerdict(record, planted, damaged);
    checkReceipts(device, records, tills, truth);
  }
  await checkBooks(hub);
  const order = [...new Set(tills.map((till) => till.device))];
  return order.flatMap((device, at) =>
    (ledger.get(device) ?? []).map(
      ({ epoch, seq, verdict, reason }) => `${at} ${epoch}.${seq} ${verdict} ${reason ?? ''}`,
    ),
  );
}

/** The hub has the whole journal of a till, in its order. */
function checkJournal(till: SimTill, records: readonly HubRecord[]): void {
  const index = new Map(records.map(({ leaf, idx }) => [leaf, idx]));
  const poisoned = records.filter(isDamaged).map(markOf);
  let before = -1;
  for (const { epoch, seq, leaf, signedLeaf } of till.journal()) {
    const at = index.get(leaf) ?? index.get(signedLeaf);
    if (at === undefined) throw new Error(`the hub has not ${epoch}.${seq} of till ${till.name}`);
    // The same record may have come whole and damaged, from two tills.
    if (poisoned.includes(markOf({ epoch, seq }))) continue;
    if (at <= before) throw new Error(`${epoch}.${seq} of till ${till.name} is out of order`);
    before = at;
  }
}

/** Each record once, and the places of the tree without a gap. */
function checkOnce(records: readonly HubRecord[]): void {
  const leaves = new Set(records.map(({ leaf }) => leaf));
  if (leaves.size !== records.length) throw new Error('the hub has a record twice');
  const isGapless = records.every(({ idx }, at) => idx === at);
  if (!isGapless) throw new Error('the tree of the hub has a gap');
}

const forkReasons = new Set(['other-at-place', 'on-a-fork']);
/** What follows where a book was set back or copied, or a record of it cannot be read. */
const followReasons = new Set(['z-differs', 'refund-of-nothing', 'refund-above-sale']);

function isDamaged({ reason }: HubRecord): boolean {
  return reason === 'not-authentic';
}

/**
 * What is not `ok` has its reason in what befell the device.
 * @param damaged marks of the places of which something came that nobody signed
 */
function checkVerdict(
  record: HubRecord,
  planted: ReadonlySet<Planted>,
  damaged: ReadonlySet<string>,
): void {
  const { epoch, seq, verdict, reason } = record;
  const isTwo = planted.has('copied') || planted.has('set-back');
  const isExpected =
    verdict === 'ok' ||
    (verdict === 'held' && planted.has('newer')) ||
    (verdict === 'fork' && isTwo && forkReasons.has(reason ?? '')) ||
    (isDamaged(record) && planted.has('poisoned')) ||
    // It came whole, but late: the chain had gone on behind what the till's disk made of it.
    (reason === 'on-a-fork' && damaged.has(markOf(record))) ||
    (followReasons.has(reason ?? '') && (isTwo || planted.has('poisoned'))) ||
    // The hub cannot see which branch a damaged record was of.
    (reason === 'not-linked' && isTwo && planted.has('poisoned'));
  if (isExpected) return;
  throw new Error(`${epoch}.${seq} is ${verdict} (${reason}) after ${[...planted].join()}`);
}

/** Every tree that a till has a receipt of is the beginning of the hub's: or it was told. */
function checkReceipts(
  device: string,
  records: readonly HubRecord[],
  tills: readonly SimTill[],
  truth: Truth,
): void {
  const roots = ['']; // by size
  let frontier = emptyFrontier;
  for (const { leaf } of records) {
    frontier = appendLeaf(frontier, Buffer.from(leaf, 'hex'), treeCrypto, () => undefined);
    roots.push(Buffer.from(rootOf(frontier, treeCrypto)).toString('hex'));
  }
  for (const receipt of truth.receipts) {
    if (receipt.device !== device || roots[receipt.size] === receipt.root) continue;
    const isForgotten = receipt.era < truth.era && truth.planted.get(device)?.has('hub-set-back');
    if (isForgotten) continue;
    throw new Error(`the receipt of till ${receipt.till} of ${receipt.size} records is void`);
  }
  for (const till of truth.mustRecover) {
    if (till.device !== device || ['recovered', 'two-tills'].some((why) => till.told.has(why))) {
      continue;
    }
    throw new Error(`till ${till.name} never told that it was set back`);
  }
  for (const till of truth.mustNotice) {
    if (till.device !== device || !tills.includes(till) || till.told.has('hub-forgot')) continue;
    // Another till of the same key may have sent all of it before this one asked.
    if (truth.planted.get(device)?.has('copied') && isWhole(till, records)) continue;
    throw new Error(`till ${till.name} never told that the hub forgot`);
  }
}

/** What a till tells in the end is what befell it. */
function checkStatus(till: SimTill, records: readonly HubRecord[], truth: Truth): void {
  const status = till.status();
  if (status.state === 'sent') return;
  const planted = truth.planted.get(till.device) ?? new Set();
  const isTwo = planted.has('copied') || planted.has('set-back');
  const reason = 'reason' in status ? status.reason : status.state;
  const isExpected =
    ((reason === 'recovered' || reason === 'two-tills') && isTwo) ||
    (reason === 'hub-forgot' && planted.has('hub-set-back') && !isWhole(till, records));
  if (!isExpected) throw new Error(`till ${till.name} ends as ${JSON.stringify(status)}`);
}

/** Totals, signatures and trees of the hub are those of its records. */
async function checkBooks(hub: SimHub): Promise<void> {
  const { database, raw } = hub;
  const verified = await verifyLedger(database);
  if (!verified.ok) throw new Error(`the ledger: ${JSON.stringify(verified.faults)}`);
  const { differences } = await rebuildTotals(database);
  if (differences.length > 0) throw new Error(`totals: ${JSON.stringify(differences)}`);
  const sold = hub.records().flatMap(({ head, verdict }) => {
    if (verdict !== 'ok' && verdict !== 'fork') return [];
    const read = RecordHead.safeParse(JSON.parse(head.toString('utf8')));
    return read.success && read.data.type === 'sale' ? [read.data.total] : [];
  });
  const total = sold.reduce((sum, one) => sum + one, 0);
  const stored = raw.prepare<[], number>('SELECT coalesce(sum(sales), 0) FROM day_total').pluck();
  if (stored.get() !== total) throw new Error(`sold for ${total}, and the hub says another sum`);
}
