import { isBackType } from '../journal/sale-types.ts';
import type { HeadRead } from '../journal/check-head.ts';
import type { RecordHead } from '../journal/record.ts';
import { type Before, chainFault, isNextPlace, noCounters, ownFaultOf } from '../sync/judge.ts';
import { isAfter, type Spot } from '../sync/place.ts';
import { movedBy } from '../sync/plausible.ts';
import type { VerdictReason } from '../sync/verdict.ts';
import type { EntryOf } from './pack.ts';

/**
 * The record that a chain goes on from, null before the first of all; `unknown` where the pack does
 * not begin with it.
 */
export type ChainSoFar = Before | null | 'unknown';

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
  readonly through: Spot | null;
  readonly before: ChainSoFar;
  /** Leaves of the records of the pack that stand beside the chain. */
  readonly beside: ReadonlySet<string>;
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
  const { verdict, reason, goesOn } = entry;
  if ((verdict === 'ok') !== (reason === null)) return 'a verdict has its reason';
  if (reason === 'not-authentic' && isSigned) {
    return 'its signature is right, and it is said not to be';
  }
  if (bodyHash !== null && (read.kind !== 'head' || read.head.body !== bodyHash)) {
    return 'the body is not the one that its head names';
  }
  if (reason === 'not-authentic') return faultOfBytes(entry, reason, chain);
  if (read.kind === 'unreadable') return faultOfBytes(entry, 'not-readable', chain);
  if (read.kind === 'not-canonical') return faultOfBytes(entry, read.kind, chain);
  const { epoch, seq } = read.kind === 'head' ? read.head : read;
  if (epoch !== entry.epoch || seq !== entry.seq) return 'it stands in the place of another record';
  if (verdict !== 'quarantined' && goesOn !== (verdict !== 'fork')) return OTHER;
  if (verdict === 'fork') return faultOfFork(read, entry, chain);
  if (read.kind === 'newer') return needs(verdict === 'held' && reason === 'newer-version');
  return verdict === 'held' ? OTHER : faultOfHead(read.head, entry, chain);
}

const OTHER = 'it is not what the hub says of it';

function needs(isRight: boolean): string | undefined {
  return isRight ? undefined : OTHER;
}

/** Bytes that say nothing are part of the chain at the next place only, if they lay behind it. */
function faultOfBytes(
  entry: EntryOf<'record'>,
  expected: VerdictReason,
  { before }: ShownChain,
): string | undefined {
  const { verdict, reason, goesOn } = entry;
  const mayGoOn = before !== 'unknown' && isNextPlace(entry, before);
  return needs(verdict === 'quarantined' && reason === expected && (mayGoOn || !goesOn));
}

/** It was sold on a fork too, and counts: with nothing against it by itself. */
function faultOfFork(
  read: Extract<HeadRead, { kind: 'head' | 'newer' }>,
  { reason }: EntryOf<'record'>,
  { device, through }: ShownChain,
): string | undefined {
  const fault = read.kind === 'head' ? ownFaultOf(read.head, device, through) : null;
  if (fault) return `it counts, and is ${fault}`;
  return needs(reason === 'other-at-place' || reason === 'on-a-fork');
}

function faultOfHead(
  head: RecordHead,
  { verdict, reason, goesOn }: EntryOf<'record'>,
  chain: ShownChain,
): string | undefined {
  const { device, through } = chain;
  const fault = goesOn ? chainFaultOf(head, chain) : ownFaultOf(head, device, through);
  if (verdict === 'ok') return fault === null ? undefined : `it counts, and is ${fault}`;
  // Nothing can be held against the link or the counters of a recovery from an older record.
  const isRight = fault === reason || head.type === 'recovery';
  switch (reason) {
    case 'other-device':
      return needs(fault === reason && (!goesOn || isAhead(head, chain)));
    case 'not-linked':
      return needs(isRight && goesOn && isAhead(head, chain) && !isOnFork(head, chain));
    case 'counters-differ':
      return needs(isRight && goesOn);
    case 'tenders-differ':
    case 'implausible':
    case 'after-revocation':
      return needs(fault === reason);
    case 'sums-too-large':
      return needs(fault === null && movedBy(head) > 0);
    case 'refund-above-sale':
      return needs(fault === null && isBackType(head.type));
    case 'refund-of-nothing':
      return needs(fault === reason || (fault === null && isBackType(head.type)));
    case 'z-differs':
      return needs(fault === null && head.type === 'z');
    default:
      return OTHER;
  }
}

/** Whether it stands behind all of the chain: else it is on a fork. */
function isAhead(spot: Spot, { before }: ShownChain): boolean {
  return before === 'unknown' || before === null || isAfter(spot, before.place);
}

/** Whether it names what stands beside the chain, as only a recovery does that is not of a fork. */
function isOnFork({ type, prev }: RecordHead, { beside }: ShownChain): boolean {
  return type !== 'recovery' && beside.has(prev);
}

/** What the chain has against a head that it goes on from. */
function chainFaultOf(head: RecordHead, { device, through, before }: ShownChain) {
  const newest = before === 'unknown' ? anyBefore(head) : before;
  const isNamed = newest?.place.leaf === head.prev;
  // A recovery may go on from an older record: that it is in the tree, the tree says.
  const isOlder = !isNamed && newest !== null && head.type === 'recovery';
  const older = { place: { ...head, leaf: head.prev }, counters: null, unread: 0 };
  const named = isNamed ? newest : isOlder ? older : null;
  const taken = { isAfterNewest: true, isPlaceTaken: false };
  return chainFault(head, { device, newest, named, validThrough: through, ...taken });
}

/** A record that fits before any; of a start none does: it is the first of all. */
function anyBefore({ epoch, seq, type, prev }: RecordHead): Before | null {
  if (type === 'start') return null;
  const place = type === 'recovery' ? { epoch: epoch - 1, seq: 1 } : { epoch, seq: seq - 1 };
  return { place: { ...place, leaf: prev }, counters: null, unread: 0 };
}

/** What the next record is held against, behind one that the chain goes on from. */
export function chainAfter({ entry, read }: ShownRecord, before: ChainSoFar): ChainSoFar {
  const { reason, epoch, seq, leaf } = entry;
  const place = { epoch, seq, leaf };
  if (reason !== 'not-authentic' && read.kind === 'head') {
    return { place, counters: read.head.counters, unread: 0 };
  }
  if (before === 'unknown') return before;
  const { counters, unread } = before ?? { counters: noCounters, unread: 0 };
  return { place, counters, unread: unread + 1 };
}
