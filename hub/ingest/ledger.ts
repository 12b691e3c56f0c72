import type { RecordHead } from '../../domain/journal/record.ts';
import { type Before, type ChainAtHub, type Judged, judge } from '../../domain/sync/judge.ts';
import { markOf } from '../../domain/sync/place.ts';
import { addRecord, addUnread, emptyTotals, type Totals } from '../../domain/sync/totals.ts';
import type { VerdictReason } from '../../domain/sync/verdict.ts';
import {
  appendLeaf,
  type Frontier,
  type HashedSubtree,
  subtreesOf,
} from '../../domain/tlog/merkle.ts';
import { treeCrypto } from '../../node/crypto/tlog.ts';
import { placeMark, type ReadRecord } from './read-batch.ts';
import { brokenRule, type RuleFacts } from './rules.ts';

/** Of the levels of a tree, each eighth is stored: a node a 256 leaves. */
export const LEVELS_STORED = 8;

/** Where the chain of a device stands, and its tree. */
export interface LedgerTip {
  readonly newest: Before | null;
  readonly frontier: Frontier;
}

/** What the hub has of the records that a batch names, beside the newest. */
export interface LedgerFacts extends RuleFacts {
  readonly device: string;
  readonly validThrough: ChainAtHub['validThrough'];
  /** By leaf. */
  readonly known: ReadonlyMap<string, Before>;
  /** Marks of the places at which a record that was signed stands. */
  readonly taken: ReadonlySet<string>;
}

/** A record that was judged, and its place in the tree. */
export interface Stored extends Judged {
  readonly record: ReadRecord;
  readonly index: number;
}

/** What a batch adds to the ledger of its device. */
export interface Added extends LedgerTip {
  readonly stored: readonly Stored[];
  readonly totals: Totals;
  /** What was given back of each sale, by the mark of its place. Rupiah */
  readonly refunded: ReadonlyMap<string, number>;
  /** Those that are stored. */
  readonly nodes: readonly HashedSubtree[];
  /** All that the tree fell into before, and each that these records made full. */
  readonly subtrees: readonly HashedSubtree[];
}

/**
 * Judges the new records of a batch one after the other, each by those before it, and adds them to
 * tree and totals.
 * @param before the record that lies before the first of them in the till's journal
 */
export function addToLedger(
  tip: LedgerTip,
  facts: LedgerFacts,
  records: readonly ReadRecord[],
  before: string | null,
): Added {
  const known = new Map(facts.known);
  const taken = new Set(facts.taken);
  const [totals, refunded] = [emptyTotals(), new Map<string, number>()];
  const subtrees = subtreesOf(tip.frontier);
  const isStored = ({ index, level }: HashedSubtree) =>
    level > 0 && level % LEVELS_STORED === 0 && (index + 1) * 2 ** level > tip.frontier.size;
  const stored: Stored[] = [];
  let { newest, frontier } = tip;
  let lastLeaf = before;
  const saleTotals = new Map(facts.saleTotals);
  const rules = { ...facts, totals, refunded, saleTotals };
  if (newest) known.set(newest.place.leaf, newest);
  for (const record of records) {
    const judged = judge(record, {
      device: facts.device,
      validThrough: facts.validThrough,
      newest,
      isAfterNewest: lastLeaf === (newest?.place.leaf ?? null),
      named: (record.prev === null ? undefined : known.get(record.prev)) ?? null,
      isPlaceTaken: taken.has(placeMark(record)),
    });
    const said = applyRules(judged, record, rules);
    const { place, counters, unread, isNewest } = said;
    const here: Before = { place, counters, unread };
    known.set(record.leaf, here);
    if (record.isAuthentic) taken.add(markOf(place));
    if (record.read.kind === 'head') noteSale(saleTotals, record.read.head, said);
    if (isNewest) newest = here;
    lastLeaf = record.leaf;
    stored.push({ ...said, record, index: frontier.size });
    const keep = (subtree: HashedSubtree) => void subtrees.push(subtree);
    frontier = appendLeaf(frontier, record.leafBytes, treeCrypto, keep);
    if (record.read.kind === 'head') addRecord(totals, record.read.head, said.verdict);
    else addUnread(totals);
  }
  const nodes = subtrees.filter(isStored);
  return { newest, frontier, stored, totals, refunded, nodes, subtrees };
}

/** What can be given back of it: a sale that does not count is none. */
function noteSale(totals: Map<string, number>, head: RecordHead, { verdict, place }: Judged): void {
  const counts = verdict === 'ok' || verdict === 'fork';
  if (head.type === 'sale' && counts) totals.set(markOf(place), head.total);
}

interface Rules extends RuleFacts {
  readonly totals: Totals;
  readonly refunded: Map<string, number>;
}

/** The rules of trade for what the chain has nothing against. */
function applyRules(judged: Judged, { read }: ReadRecord, rules: Rules): Judged {
  if (read.kind !== 'head' || judged.verdict !== 'ok') return judged;
  const reason: VerdictReason | null = brokenRule(read.head, rules);
  return reason ? { ...judged, verdict: 'quarantined', reason } : judged;
}
