import type { RecordHead } from '../../domain/journal/record.ts';
import { type Before, type ChainAtHub, type Judged, judge } from '../../domain/sync/judge.ts';
import { type OpenShifts, shiftsAfter } from '../../domain/sync/open-shifts.ts';
import { markOf } from '../../domain/sync/place.ts';
import { movedBy } from '../../domain/sync/plausible.ts';
import { addRecord, addUnread, emptyTotals, type Totals } from '../../domain/sync/totals.ts';
import { type LinkedRecord, placeMark } from './linked-record.ts';
import { brokenRule, refundOf } from './rules.ts';

/** A record of a chain, as the next ones need it. */
export interface Standing extends Before {
  readonly shifts: OpenShifts;
}

/** Where the chain of a device stands. */
export interface LedgerTip {
  readonly newest: Standing | null;
  /** What its records that count moved: see MOVED_MAX. Rupiah */
  readonly moved: number;
}

/** What the hub has of the records that new ones name, beside the newest. */
export interface LedgerFacts {
  readonly device: string;
  readonly validThrough: ChainAtHub['validThrough'];
  /** By leaf. */
  readonly known: ReadonlyMap<string, Standing>;
  /** Marks of the places at which a record that was signed stands. */
  readonly taken: ReadonlySet<string>;
  /** What was sold at a place, of what counts, by its mark; all branches together. Rupiah */
  readonly sold: ReadonlyMap<string, number>;
  /** What was given back of it. Rupiah */
  readonly refunded: ReadonlyMap<string, number>;
}

/** A record that was judged. */
export interface JudgedRecord<R extends LinkedRecord> extends Judged {
  readonly record: R;
  /** Behind it. */
  readonly shifts: OpenShifts;
}

/** What records add to the sums of their device. */
export interface Sums {
  readonly totals: Totals;
  /** What they gave back of each sale, by the mark of its place. Rupiah */
  readonly refunded: Map<string, number>;
}

/** What records are, and what they add to the ledger of their device. */
export interface Added<R extends LinkedRecord> extends LedgerTip, Sums {
  readonly judged: readonly JudgedRecord<R>[];
}

/**
 * Judges records one after the other, each by those before it. What they are depends on nothing but
 * them, their order, and the device: not on how they are cut into batches.
 * @param sums what they add is added to
 */
export function addToLedger<R extends LinkedRecord>(
  tip: LedgerTip,
  facts: LedgerFacts,
  records: readonly R[],
  sums: Sums = noSums(),
): Added<R> {
  const ledger = new Ledger(tip, facts, sums);
  const judged = records.map((record) => ledger.add(record));
  const { newest, moved } = ledger;
  return { newest, moved, judged, ...sums };
}

/** Sums of no record. */
export function noSums(): Sums {
  return { totals: emptyTotals(), refunded: new Map() };
}

/** The ledger of a device while records are added. */
class Ledger {
  newest: Standing | null;
  moved: number;
  readonly #facts: LedgerFacts;
  readonly #sums: Sums;
  readonly #known = new Map<string, Standing>();
  readonly #taken = new Set<string>();
  readonly #sold = new Map<string, number>();

  constructor({ newest, moved }: LedgerTip, facts: LedgerFacts, sums: Sums) {
    this.newest = newest;
    this.moved = moved;
    this.#facts = facts;
    this.#sums = sums;
  }

  add<R extends LinkedRecord>(record: R): JudgedRecord<R> {
    const { device, validThrough, taken } = this.#facts;
    const { newest } = this;
    const named = this.#namedBy(record);
    const mark = placeMark(record);
    const chained = judge(record, {
      device,
      validThrough,
      newest,
      isAfterNewest: record.after === (newest?.place.leaf ?? null),
      named,
      isPlaceTaken: taken.has(mark) || this.#taken.has(mark),
    });
    const before = named ?? (chained.goesOn || !isLinked(record) ? newest : null);
    const shifts = before?.shifts ?? [];
    const judged = { ...this.#ruled(chained, record, shifts), record, shifts };
    const { read } = record;
    if (read.kind === 'head') addRecord(this.#sums.totals, read.head, judged.verdict);
    else addUnread(this.#sums.totals);
    const counted = read.kind === 'head' && doesCount(judged) ? read.head : null;
    const added = counted ? { ...judged, shifts: this.#count(judged, counted) } : judged;
    this.#keep(added);
    return added;
  }

  /** What nobody signed names nothing: anybody can write what stands in it. */
  #namedBy({ prev, isAuthentic }: LinkedRecord): Standing | null {
    if (prev === null || !isAuthentic) return null;
    if (prev === this.newest?.place.leaf) return this.newest;
    return this.#known.get(prev) ?? this.#facts.known.get(prev) ?? null;
  }

  /** The rules of trade, for what the chain has nothing against, or no more than a fork. */
  #ruled(judged: Judged, { read }: LinkedRecord, shifts: OpenShifts): Judged {
    if (read.kind !== 'head' || !doesCount(judged)) return judged;
    const { sold, refunded } = this.#facts;
    const reason = brokenRule(read.head, {
      moved: this.moved,
      shifts,
      sold: (mark) => sumOrNone(sold.get(mark), this.#sold.get(mark)),
      refunded: (mark) => (refunded.get(mark) ?? 0) + (this.#sums.refunded.get(mark) ?? 0),
    });
    return reason ? { ...judged, verdict: 'quarantined', reason } : judged;
  }

  /** What counts adds to what later ones are held against. */
  #count({ place, shifts }: Pick<Standing, 'place' | 'shifts'>, head: RecordHead): OpenShifts {
    this.moved += movedBy(head);
    const mark = markOf(place);
    if (head.type === 'sale') this.#sold.set(mark, (this.#sold.get(mark) ?? 0) + head.total);
    const refund = refundOf(head);
    if (refund) {
      const { refunded } = this.#sums;
      refunded.set(refund.mark, (refunded.get(refund.mark) ?? 0) + refund.amount);
    }
    return shiftsAfter(shifts, head);
  }

  #keep({ record, place, counters, unread, shifts, goesOn }: JudgedRecord<LinkedRecord>): void {
    const isRead = record.isAuthentic && record.read.kind === 'head';
    // What a record that cannot be read counted is known of the newest alone.
    const counted = isRead ? { counters, unread } : { counters: null, unread: 0 };
    this.#known.set(record.leaf, { place, shifts, ...counted });
    if (record.isAuthentic) this.#taken.add(markOf(place));
    if (goesOn) this.newest = { place, counters, unread, shifts };
  }
}

/** Signed, and not where the chain goes on: there are two of the till, or it was set back. */
export function isOfFork({ record, goesOn }: JudgedRecord<LinkedRecord>): boolean {
  return record.isAuthentic && !goesOn;
}

/** Signed, and the chain goes on from it. */
export function isOfChain({ record, goesOn }: JudgedRecord<LinkedRecord>): boolean {
  return record.isAuthentic && goesOn;
}

/** Whether it says which record it follows, and was signed. */
function isLinked({ read, isAuthentic }: LinkedRecord): boolean {
  return isAuthentic && (read.kind === 'head' || read.kind === 'newer');
}

function doesCount({ verdict }: Pick<Judged, 'verdict'>): boolean {
  return verdict === 'ok' || verdict === 'fork';
}

function sumOrNone(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined ? other : one + (other ?? 0);
}
