import type { HeadRead } from '../journal/check-head.ts';
import { answersNoSale, hasItsCounters, unbalancedHead } from '../journal/check-head.ts';
import { isBackType } from '../journal/sale-types.ts';
import { type Counters, isSaleHead, type RecordHead } from '../journal/record.ts';
import { isPlausible } from './plausible.ts';
import { isAfter, type Place, type Spot } from './place.ts';
import type { VerdictKind, VerdictReason } from './verdict.ts';

/** The record that another one follows, as the hub knows it. */
export interface Before {
  readonly place: Place;
  /** Of the newest record up to this one that could be read; null where that is not known. */
  readonly counters: Counters | null;
  /** So many records since, with this one, could not be read: what they counted is not known. */
  readonly unread: number;
}

/** A record on its way into the ledger of the hub. */
export interface Arrived {
  readonly leaf: string;
  /** Where it lay in the till's journal. */
  readonly lay: Spot;
  readonly read: HeadRead;
  /** Its own signature, or that of one that names it, is the device's. */
  readonly isAuthentic: boolean;
}

/** What the hub knows of the chain that a record arrives in. */
export interface ChainAtHub {
  readonly device: string;
  /** The newest record of the chain; null before the first. */
  readonly newest: Before | null;
  /** Whether the one before it in the till's journal is the newest of the chain. */
  readonly isAfterNewest: boolean;
  /** The record that this one names as the one before it, if the hub has it. */
  readonly named: Before | null;
  /** Whether another record that was signed stands at the place of this one already. */
  readonly isPlaceTaken: boolean;
  /** The last place that counts, of a device that was revoked; null for none. */
  readonly validThrough: Spot | null;
}

/** What a record is to the hub, and what the next one follows. */
export interface Judged extends Pick<Before, 'place' | 'counters' | 'unread'> {
  readonly verdict: VerdictKind;
  readonly reason: VerdictReason | null;
  /** Whether the chain goes on from this record. */
  readonly goesOn: boolean;
}

/**
 * Judges a record by its chain. Storing is not accepting: each is stored, and whatever is wrong
 * with it is no reason to stop at it.
 */
export function judge(arrived: Arrived, chain: ChainAtHub): Judged {
  const { read, isAuthentic } = arrived;
  const isRead = isAuthentic && (read.kind === 'head' || read.kind === 'newer');
  return isRead ? judgeRead(arrived, chain, read) : judgeUnread(arrived, chain);
}

/**
 * Bytes that nobody signed, or that say nothing: their place is where they lay at the till, and the
 * chain goes on from there only where that is the next place.
 */
function judgeUnread({ read, lay, leaf, isAuthentic }: Arrived, chain: ChainAtHub): Judged {
  const ofBytes = read.kind === 'not-canonical' ? 'not-canonical' : 'not-readable';
  const reason = isAuthentic ? ofBytes : 'not-authentic';
  const goesOn = chain.isAfterNewest && isNextPlace(lay, chain.newest);
  return { place: { ...lay, leaf }, ...unread('quarantined', reason, chain), goesOn };
}

function judgeRead(
  { leaf }: Arrived,
  chain: ChainAtHub,
  read: Extract<HeadRead, { kind: 'head' | 'newer' }>,
): Judged {
  const { newest, named } = chain;
  const { epoch, seq } = read.kind === 'head' ? read.head : read;
  const place = { epoch, seq, leaf };
  if (chain.isPlaceTaken) return { place, ...judgeFork(read, chain, 'other-at-place') };
  const isRecovery = read.kind === 'head' && read.head.type === 'recovery';
  const isOnFork = named !== null && named.place.leaf !== newest?.place.leaf && !isRecovery;
  const isBehind = newest !== null && !isAfter(place, newest.place);
  if (isOnFork || isBehind) return { place, ...judgeFork(read, chain, 'on-a-fork') };
  if (read.kind === 'newer') return { place, ...unread('held', 'newer-version', chain) };
  return { place, ...judgeHead(read.head, chain) };
}

type Verdicted = Omit<Judged, 'place'>;

/** Bad or of a newer program: the chain goes on from it, and what it counted is not known. */
function unread(verdict: VerdictKind, reason: VerdictReason, { newest }: ChainAtHub): Verdicted {
  const counters = newest ? newest.counters : noCounters;
  return { verdict, reason, goesOn: true, counters, unread: (newest?.unread ?? 0) + 1 };
}

/** It was sold there too, and counts: what is wrong with it by itself is no less so on a fork. */
function judgeFork(
  read: Extract<HeadRead, { kind: 'head' | 'newer' }>,
  chain: ChainAtHub,
  reason: VerdictReason,
): Verdicted {
  if (read.kind === 'newer') {
    return { verdict: 'fork', reason, goesOn: false, counters: null, unread: 0 };
  }
  const { counters } = read.head;
  const fault = ownFaultOf(read.head, chain.device, chain.validThrough);
  const verdict = fault ? 'quarantined' : 'fork';
  return { verdict, reason: fault ?? reason, goesOn: false, counters, unread: 0 };
}

function judgeHead(head: RecordHead, chain: ChainAtHub): Verdicted {
  const reason = chainFault(head, chain);
  const { counters } = head; // a head restates them, and the next one counts on what it says
  return { verdict: reason ? 'quarantined' : 'ok', reason, goesOn: true, counters, unread: 0 };
}

/** What a chain has against a head that stands next in it; null for nothing. */
export function chainFault(head: RecordHead, chain: ChainAtHub): VerdictReason | null {
  if (head.device !== chain.device) return 'other-device';
  if (!isLinked(head, chain)) return 'not-linked';
  if (!countsOn(head, chain)) return 'counters-differ';
  return ownFaultOf(head, chain.device, chain.validThrough);
}

/** What is wrong with a record of a device wherever it stands; null for nothing. */
export function ownFaultOf(
  head: RecordHead,
  device: string,
  validThrough: Spot | null,
): VerdictReason | null {
  if (head.device !== device) return 'other-device';
  if (answersNoSale(head)) return 'refund-of-nothing';
  if (unbalancedHead(head)) return 'tenders-differ';
  if (!isPlausible(head)) return 'implausible';
  return validThrough && isAfter(head, validThrough) ? 'after-revocation' : null;
}

/**
 * Whether the counters of a record are those before it and what it adds. Behind records that could
 * not be read they may have grown, by so many at most: what was hidden there is still counted.
 */
function countsOn(head: RecordHead, { newest, named }: ChainAtHub): boolean {
  const isRecovery = head.type === 'recovery';
  const before = isRecovery ? named : newest;
  const counters = newest === null ? noCounters : (before?.counters ?? null);
  if (counters === null) return true; // a recovery from a record that the hub cannot read
  const most = before?.unread ?? 0;
  const grown = head.counters.count - counters.count - ownCount(head);
  if (grown < 0 || grown > most) return false;
  if (grown === 0) return hasItsCounters(head, { counters });
  const added = { sales: head.type === 'sale' ? head.total : 0, refunds: givenBack(head) };
  return (
    head.counters.sales >= counters.sales + added.sales &&
    head.counters.refunds >= counters.refunds + added.refunds
  );
}

function ownCount(head: RecordHead): number {
  return isSaleHead(head) && head.source === undefined ? 1 : 0;
}

function givenBack(head: RecordHead): number {
  return isBackType(head.type) ? -head.total : 0;
}

/** The place behind the newest, in its epoch or in the one that a recovery opens. */
export function isNextPlace({ epoch, seq }: Arrived['lay'], newest: Before | null): boolean {
  if (newest === null) return epoch === 1 && seq === 1;
  const { place } = newest;
  const isNext = epoch === place.epoch && seq === place.seq + 1;
  return isNext || (epoch === place.epoch + 1 && seq === 1);
}

function isLinked(head: RecordHead, { newest, named }: ChainAtHub): boolean {
  if (newest === null) return head.type === 'start' && head.seq === 1 && head.prev === NO_LEAF;
  if (head.type === 'start') return false;
  const isNext =
    head.type === 'recovery'
      ? head.epoch > newest.place.epoch && head.seq === 1
      : head.epoch === newest.place.epoch && head.seq === newest.place.seq + 1;
  if (!isNext) return false;
  // Where the hub could not read the one before, there is nothing to hold its name against.
  return named !== null || newest.unread > 0;
}

const NO_LEAF = '0'.repeat(64);
/** Of a chain before its first record. */
export const noCounters: Counters = { sales: 0, refunds: 0, count: 0 };
