import { HOUR_MS, type UtcMs } from '../time.ts';
import { plainReference } from './plain-reference.ts';
import { tellOnce } from './told-again.ts';

/**
 * How far the hour of a payment may lie from that of its sale: who pays may wait, and clocks of a
 * till and of an acquirer differ.
 */
export const MATCH_WINDOW_MS = 2 * HOUR_MS;

/** A tender that a row of a report may be of. */
export interface MatchedTender {
  /** Names it among the others. */
  readonly id: string;
  /** Rupiah, positive. */
  readonly amount: number;
  readonly atMs: UtcMs;
  /** The local date of the sale, `YYYY-MM-DD`. */
  readonly on: string;
  /** What was told of it; empty without one. */
  readonly reference: string;
  /** Whether it is still to be found out: one that was seen to have come has a row of its own. */
  readonly isOpen: boolean;
}

/** A payment in a report. */
export interface MatchedRow {
  readonly row: number;
  /** Rupiah, positive. */
  readonly amount: number;
  /** UTC ms; null where the report tells a day alone. */
  readonly atMs: UtcMs | null;
  /** The local date; null where the report tells none. */
  readonly on: string | null;
  readonly reference: string;
  /**
   * Whether its amount and time alone do not say of which tender it is: its day may be another, or
   * it is of a tender at another till, which is not among these.
   */
  readonly isUnsure: boolean;
}

/** An open tender and the row that it is of. */
export interface ClaimMatch {
  readonly id: string;
  readonly row: number;
  readonly by: 'reference' | 'amount';
  /** Whether it could be of another tender just as well: then only a person can say. */
  readonly isDoubtful: boolean;
}

/** What a report says of open tenders. */
export interface MatchedReport {
  readonly matches: readonly ClaimMatch[];
  /** Rows that are of no tender at all. */
  readonly spare: readonly number[];
  /** Rows of tenders that are known to have come, and those that tell of one payment again. */
  readonly known: readonly number[];
  /** Rows that name an open tender by its reference, with another amount. */
  readonly differing: readonly { readonly id: string; readonly row: number }[];
}

interface Pair {
  readonly tender: MatchedTender;
  readonly row: MatchedRow;
  readonly apartMs: number;
}

/**
 * Finds which payments of a report are those of tenders: by reference first, else by the exact
 * amount and the nearest time within MATCH_WINDOW_MS, or on the same day where the report has no
 * hour. A tender that is known to have come takes its row before any that is open; a row is of one
 * tender at most, and a tender has one row at most. What has the reference of a tender that is
 * known to have come is of that one, whatever else it says. In whatever order both come, the result
 * is one.
 */
export function matchClaims(
  tenders: readonly MatchedTender[],
  rows: readonly MatchedRow[],
): MatchedReport {
  const { once, again } = tellOnce(rows);
  const come = ofCome(tenders, once);
  const isFree = (one: MatchedTender | MatchedRow) => !come.has(one);
  const named = byReference(tenders.filter(isFree), once.filter(isFree));
  const differing = named.filter(({ tender, row }) => tender.amount !== row.amount);
  const sure = named.filter(({ tender, row }) => tender.amount === row.amount);
  // A row that names a tender is of no other, though its amount differs.
  const isTaken = new Set<unknown>([...come, ...named.flatMap(({ tender, row }) => [tender, row])]);
  const pairs = pairsOf(
    tenders.filter((tender) => !isTaken.has(tender)),
    once.filter((row) => !isTaken.has(row)),
  );
  const near = nearest(pairs);
  const doubtful = doubtfulOf(pairs, near);
  const ofOpen = (all: readonly Pair[]) => all.filter(({ tender }) => tender.isOpen);
  const isUnsure = (pair: Pair) => pair.row.isUnsure || isOther(pair);
  const matches = [
    ...ofOpen(sure).map((pair) => matchOf(pair, 'reference', false)),
    ...ofOpen(near).map((pair) =>
      matchOf(pair, 'amount', doubtful.has(pair.tender) || isUnsure(pair)),
    ),
  ];
  const seen = near.filter(({ tender }) => !tender.isOpen).map(({ row }) => row);
  const known = rows.filter((row) => come.has(row)).concat(again, seen);
  const used = new Set([...known, ...[...named, ...near].map(({ row }) => row)]);
  return {
    matches: matches.sort((a, b) => a.row - b.row),
    spare: rows.filter((row) => !used.has(row)).map(({ row }) => row),
    known: known.map(({ row }) => row).sort((a, b) => a - b),
    differing: ofOpen(differing)
      .map(({ tender, row }) => ({ id: tender.id, row: row.row }))
      .sort((a, b) => a.row - b.row),
  };
}

function matchOf({ tender, row }: Pair, by: ClaimMatch['by'], isDoubtful: boolean): ClaimMatch {
  return { id: tender.id, row: row.row, by, isDoubtful };
}

/** Tenders that are known to have come and the rows that have their references. */
function ofCome(
  tenders: readonly MatchedTender[],
  rows: readonly MatchedRow[],
): ReadonlySet<MatchedTender | MatchedRow> {
  const seen = tenders.filter(({ isOpen }) => !isOpen);
  const tendersOf = Map.groupBy(seen, ({ reference }) => plainReference(reference));
  tendersOf.delete('');
  return new Set(
    rows.flatMap((row) => {
      const named = tendersOf.get(plainReference(row.reference));
      return named ? [row, ...named] : [];
    }),
  );
}

/** Pairs with one reference that no other tender and no other row has. */
function byReference(tenders: readonly MatchedTender[], rows: readonly MatchedRow[]): Pair[] {
  const tendersOf = Map.groupBy(tenders, ({ reference }) => plainReference(reference));
  const rowsOf = Map.groupBy(rows, ({ reference }) => plainReference(reference));
  return [...tendersOf].flatMap(([reference, [tender, ...others]]) => {
    const [row, ...again] = rowsOf.get(reference) ?? [];
    const isOne = reference !== '' && others.length === 0 && again.length === 0;
    return isOne && tender && row ? { tender, row, apartMs: 0 } : [];
  });
}

/** Most rows that a tender is paired with: the nearest of its amount. */
const NEAR_MAX = 200;

/** So many rows before and behind its own place a tender of a day is paired with. */
const BESIDE = 2;

/**
 * Tenders and rows of one amount and day without an hour: each tender with a few rows about its own
 * place among them. Any of them would do as well, and all of them with all would be millions.
 */
function untimedPairs(tenders: readonly MatchedTender[], rows: readonly MatchedRow[]): Pair[] {
  const untimed = rows.filter(({ atMs }) => atMs === null);
  const rowsOf = Map.groupBy(untimed, ({ amount, on }) => `${amount} ${on}`);
  const tendersOf = Map.groupBy(tenders, ({ amount, on }) => `${amount} ${on}`);
  return [...rowsOf].flatMap(([key, all]) => {
    const inOrder = all.toSorted((a, b) => a.row - b.row);
    const asked = (tendersOf.get(key) ?? []).toSorted(
      (a, b) => Number(a.isOpen) - Number(b.isOpen) || (a.id < b.id ? -1 : 1),
    );
    return asked.flatMap((tender, at) =>
      rowsBeside(inOrder, at).map((row) => ({ tender, row, apartMs: MATCH_WINDOW_MS })),
    );
  });
}

/** The rows about a place; about the last one for whoever comes behind all of them. */
function rowsBeside(rows: readonly MatchedRow[], at: number): readonly MatchedRow[] {
  const middle = Math.min(at, rows.length - 1);
  return rows.slice(Math.max(0, middle - BESIDE), middle + BESIDE + 1);
}

/** Every tender with the rows of its amount that are near enough, the likeliest first. */
function pairsOf(tenders: readonly MatchedTender[], rows: readonly MatchedRow[]): Pair[] {
  const rowsOf = Map.groupBy(rows, ({ amount }) => amount);
  const timed = new Map([...rowsOf].map(([amount, all]) => [amount, timedOf(all)]));
  const near = tenders.flatMap((tender) => nearRows(timed.get(tender.amount) ?? [], tender));
  const pairs = [...near, ...untimedPairs(tenders, rows)];
  return pairs.sort(
    (a, b) =>
      Number(a.tender.isOpen) - Number(b.tender.isOpen) ||
      a.apartMs - b.apartMs ||
      a.row.row - b.row.row ||
      (a.tender.id < b.tender.id ? -1 : 1),
  );
}

type TimedRow = MatchedRow & { readonly atMs: UtcMs };

/** Rows that tell the hour, in its order. */
function timedOf(rows: readonly MatchedRow[]): TimedRow[] {
  const timed = rows.filter((row): row is TimedRow => row.atMs !== null);
  return timed.sort((a, b) => a.atMs - b.atMs || a.row - b.row);
}

/** Those around a tender within the window, the nearest first. @param rows in their order */
function nearRows(rows: readonly TimedRow[], tender: MatchedTender): Pair[] {
  const pairs: Pair[] = [];
  let right = firstFrom(rows, tender.atMs);
  let left = right - 1;
  while (pairs.length < NEAR_MAX) {
    const [before, after] = [rows[left], rows[right]];
    const back = before ? tender.atMs - before.atMs : Number.POSITIVE_INFINITY;
    const ahead = after ? after.atMs - tender.atMs : Number.POSITIVE_INFINITY;
    const row = back <= ahead ? before : after;
    const apartMs = Math.min(back, ahead);
    if (!row || apartMs > MATCH_WINDOW_MS) break;
    pairs.push({ tender, row, apartMs });
    if (back <= ahead) left -= 1;
    else right += 1;
  }
  return pairs;
}

/** Place of the first row at a time or behind it. */
function firstFrom(rows: readonly TimedRow[], atMs: UtcMs): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.atMs ?? 0) < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether each has a reference of its own: of two payments, or by two ways of counting. */
function isOther({ tender, row }: Pair): boolean {
  const [one, other] = [plainReference(tender.reference), plainReference(row.reference)];
  return one !== '' && other !== '' && one !== other;
}

/** The first pair of each, in the order of the pairs. */
function nearest(pairs: readonly Pair[]): Pair[] {
  const used = new Set<unknown>();
  return pairs.filter(({ tender, row }) => {
    if (used.has(tender) || used.has(row)) return false;
    used.add(tender).add(row);
    return true;
  });
}

/**
 * Tenders of pairs that could be without their row: from one that has none, by the rows that it
 * could have, to those that have these, and so on.
 */
function doubtfulOf(pairs: readonly Pair[], near: readonly Pair[]): ReadonlySet<MatchedTender> {
  const holder = new Map(near.map(({ tender, row }) => [row, tender]));
  const placed = new Set(holder.values());
  const rowsOf = Map.groupBy(pairs, ({ tender }) => tender);
  const reached = new Set<MatchedTender>();
  const next = [...rowsOf.keys()].filter((tender) => !placed.has(tender));
  for (let tender = next.pop(); tender !== undefined; tender = next.pop()) {
    for (const { row } of rowsOf.get(tender) ?? []) {
      const other = holder.get(row);
      if (!other || reached.has(other)) continue;
      reached.add(other);
      next.push(other);
    }
  }
  return reached;
}
