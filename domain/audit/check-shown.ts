import { type HeadRead, unbalancedHead } from '../journal/check-head.ts';
import type { RecordHead } from '../journal/record.ts';
import { type Before, chainFault, isNextPlace } from '../sync/judge.ts';
import { isAfter, type Spot } from '../sync/place.ts';
import { isPlausible, movedBy } from '../sync/plausible.ts';
import type { VerdictReason } from '../sync/verdict.ts';
import type { EntryOf } from './pack.ts';

/**
 * The record that a chain goes on from, null before the first of all; `unknown` where the pack does
 * not begin with it. Several where bytes that say nothing may be a part of the chain or beside it.
 */
export type ChainSoFar = readonly (Before | null)[] | 'unknown';

/** A record of the pack, read and held against its signature. */
export interface ShownRecord {
  readonly entry: EntryOf<'record'>;
  readonly read: HeadRead;
  /** Whether its own signature is the device's. */
  readonly isSigned: boolean;
  /** SHA-256 of the body as hex; null where there is none. */
  readonly bodyHash: string | null;
}

/** Whose record it is, and what stands before it. */
export interface ShownChain {
  readonly device: string;
  readonly state: EntryOf<'device'>['state'];
  readonly through: Spot | null;
  readonly before: ChainSoFar;
}

/** Reasons for which an auditor has the hub's word: what proves them is not in every pack. */
const byWord = new Set<VerdictReason>([
  'not-authentic',
  'after-revocation',
  'sums-too-large',
  'refund-above-sale',
  'refund-of-nothing',
  'z-differs',
]);

/** Whether this verdict cannot be proven from the pack. */
export function isByWord({ verdict, reason }: EntryOf<'record'>): boolean {
  return verdict === 'quarantined' && reason !== null && byWord.has(reason);
}

/**
 * Why a record cannot be what the hub says of it; English, undefined where it can. A record that
 * counts must have nothing against it; one that does not must have what is said of it.
 */
export function faultOfShown(record: ShownRecord, chain: ShownChain): string | undefined {
  const { entry, read, isSigned, bodyHash } = record;
  const { verdict, reason } = entry;
  if ((verdict === 'ok') !== (reason === null)) return 'a verdict has its reason';
  if (reason === 'not-authentic' && isSigned) {
    return 'its signature is right, and it is said not to be';
  }
  if (bodyHash !== null && (read.kind !== 'head' || read.head.body !== bodyHash)) {
    return 'the body is not the one that its head names';
  }
  if (reason === 'not-authentic') return needs(verdict === 'quarantined');
  if (read.kind === 'unreadable') {
    return needs(verdict === 'quarantined' && reason === 'not-readable');
  }
  if (read.kind === 'not-canonical') {
    return needs(verdict === 'quarantined' && reason === 'not-canonical');
  }
  const { epoch, seq } = read.kind === 'head' ? read.head : read;
  if (epoch !== entry.epoch || seq !== entry.seq) return 'it stands in the place of another record';
  if (verdict === 'fork') return needs(reason === 'other-at-place' || reason === 'on-a-fork');
  if (read.kind === 'newer') return needs(verdict === 'held' && reason === 'newer-version');
  return verdict === 'held' ? OTHER : faultOfHead(read.head, entry, chain);
}

const OTHER = 'it is not what the hub says of it';

function needs(isRight: boolean): string | undefined {
  return isRight ? undefined : OTHER;
}

function faultOfHead(
  head: RecordHead,
  { verdict, reason }: EntryOf<'record'>,
  chain: ShownChain,
): string | undefined {
  const { device, state, through } = chain;
  const faults = chainFaults(head, chain);
  if (verdict === 'ok') return faults.includes(null) ? undefined : `it counts, and is ${faults[0]}`;
  switch (reason) {
    case 'other-device':
      return needs(head.device !== device);
    case 'tenders-differ':
      return needs(unbalancedHead(head) !== undefined);
    case 'implausible':
      return needs(!isPlausible(head));
    case 'not-linked':
    case 'counters-differ':
      // Nothing can be held against the first of the pack, or a recovery from an older record.
      return needs(
        chain.before === 'unknown' || head.type === 'recovery' || faults.includes(reason),
      );
    case 'after-revocation':
      return needs(state === 'revoked' && (through === null || isAfter(head, through)));
    case 'sums-too-large':
      return needs(movedBy(head) > 0);
    case 'refund-above-sale':
    case 'refund-of-nothing':
      return needs(head.type === 'refund');
    case 'z-differs':
      return needs(head.type === 'z');
    default:
      return OTHER;
  }
}

/** What the chain has against a head, wherever it may go on from. */
function chainFaults(head: RecordHead, { device, through, before }: ShownChain) {
  const candidates = before === 'unknown' ? [anyBefore(head)] : before;
  return candidates.map((newest) => {
    const isNamed = newest?.place.leaf === head.prev;
    // A recovery may go on from an older record: that it is in the tree, the tree says.
    const isOlder = !isNamed && newest !== null && head.type === 'recovery';
    const older = { place: { ...head, leaf: head.prev }, counters: null, unread: 0 };
    const named = isNamed ? newest : isOlder ? older : null;
    const taken = { isAfterNewest: true, isPlaceTaken: false };
    return chainFault(head, { device, newest, named, validThrough: through, ...taken });
  });
}

/** A record that fits before any; of a start none does. */
function anyBefore({ epoch, seq, type, prev }: RecordHead): Before {
  const place = type === 'recovery' ? { epoch: epoch - 1, seq: 1 } : { epoch, seq: seq - 1 };
  return { place: { ...place, leaf: prev }, counters: null, unread: 0 };
}

/** Most places that a chain may go on from, behind bytes that say nothing. */
const CANDIDATES_MAX = 8;

/** What the next record is held against. */
export function chainAfter({ entry, read }: ShownRecord, chain: ShownChain): ChainSoFar {
  const { verdict, reason, epoch, seq, leaf } = entry;
  const { before } = chain;
  if (verdict === 'fork') return before;
  const place = { epoch, seq, leaf };
  if (reason !== 'not-authentic' && read.kind === 'head') {
    const after = [{ place, counters: read.head.counters, unread: 0 }];
    if (verdict === 'ok' || reason === 'not-linked' || reason === 'counters-differ') return after;
    const faults = chainFaults(read.head, chain);
    // Of a fork that is bad by itself no fork is told.
    if (faults.some((fault) => fault !== 'not-linked' && fault !== 'other-device')) return after;
    return reason === 'other-device' ? 'unknown' : before;
  }
  if (before === 'unknown') return before;
  const onward = before.map((newest) => ({
    place,
    counters: newest ? newest.counters : { sales: 0, refunds: 0, count: 0 },
    unread: (newest?.unread ?? 0) + 1,
  }));
  if (verdict === 'held') return onward;
  const next = onward.filter((_, at) => isNextPlace(place, before[at] ?? null));
  return [...next, ...before].slice(0, CANDIDATES_MAX);
}
