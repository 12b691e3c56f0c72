import { MINUTE_MS } from '../time.ts';
import type { MatchedRow } from './match-claims.ts';
import { plainReference } from './plain-reference.ts';

/** Rows that say once more what others say. */
export interface ToldAgain {
  /** Of payments that were told of a claim. */
  readonly sure: ReadonlySet<MatchedRow>;
  /** Of payments that other rows may be of as well. */
  readonly maybe: ReadonlySet<MatchedRow>;
}

/**
 * Finds the rows that tell again of payments by other columns: one file has references or hours and
 * another has none. Such a row is of the told payment of its amount, day and minute, each once.
 * Where none was told, or neither row has a reference, it may be of it.
 * @param told rows that were told of a claim @param rows those that were not
 */
export function toldAgain(told: readonly MatchedRow[], rows: readonly MatchedRow[]): ToldAgain {
  const sure = new Set<MatchedRow>();
  const maybe = new Set<MatchedRow>();
  const toldOf = Map.groupBy(told, alikeKey);
  for (const [key, alike] of Map.groupBy(rows, alikeKey)) {
    const [toldHere, shapes] = [toldOf.get(key) ?? [], [...Map.groupBy(alike, shapeOf)]];
    for (const [shape, all] of shapes) {
      const free = openTold(toldHere.filter((one) => isOtherWay(shapeOf(one), shape)));
      const others = shapes.filter(([other]) => isOtherWay(other, shape)).flatMap(([, of]) => of);
      const mayBe = minutesOf([
        ...others,
        ...toldHere.filter((one) => shapeOf(one) === shape && !hasReference(one)),
      ]);
      for (const row of all.toSorted((a, b) => a.row - b.row)) {
        if (free.take(row)) sure.add(row);
        else if (mayBe.has(row)) maybe.add(row);
      }
    }
  }
  return { sure, maybe };
}

function alikeKey({ amount, on }: MatchedRow): string {
  return `${amount} ${on}`;
}

/** Which columns a row has. */
type Shape = 'both' | 'reference' | 'hour' | 'none';

function shapeOf(row: MatchedRow): Shape {
  if (row.atMs === null) return hasReference(row) ? 'reference' : 'none';
  return hasReference(row) ? 'both' : 'hour';
}

function hasReference({ reference }: MatchedRow): boolean {
  return plainReference(reference) !== '';
}

/** Whether rows of both can be of one payment: two references tell by themselves. */
function isOtherWay(one: Shape, other: Shape): boolean {
  const isNamed = (shape: Shape) => shape === 'both' || shape === 'reference';
  return one !== other && !(isNamed(one) && isNamed(other));
}

/** Told rows of which none was found again yet. */
function openTold(told: readonly MatchedRow[]): { take: (row: MatchedRow) => boolean } {
  const free = new Set(told);
  const inOrder = told.toSorted((a, b) => b.row - a.row);
  const byMinute = Map.groupBy(inOrder, minuteOf);
  const takeLast = (all: MatchedRow[]) => {
    for (let one = all.pop(); one; one = all.pop()) if (free.delete(one)) return true;
    return false;
  };
  const take = (row: MatchedRow) => {
    if (row.atMs === null) return takeLast(inOrder);
    return takeLast(byMinute.get(minuteOf(row)) ?? []) || takeLast(byMinute.get(null) ?? []);
  };
  return { take };
}

/** Whether any of rows is of a row's minute, where both tell one. */
function minutesOf(rows: readonly MatchedRow[]): { has: (row: MatchedRow) => boolean } {
  const minutes = new Set(rows.map(minuteOf));
  return {
    has: (row) =>
      minutes.has(null) || (row.atMs === null ? minutes.size > 0 : minutes.has(minuteOf(row))),
  };
}

/** Null without an hour. */
function minuteOf({ atMs }: MatchedRow): number | null {
  return atMs === null ? null : Math.floor(atMs / MINUTE_MS);
}

/** Rows of one reference and one amount are one payment. */
export function tellOnce(rows: readonly MatchedRow[]): {
  readonly once: readonly MatchedRow[];
  /** Those that say it again. */
  readonly again: readonly MatchedRow[];
} {
  const first = new Map<string, MatchedRow>();
  for (const row of rows) {
    const reference = plainReference(row.reference);
    if (reference === '') continue;
    const key = `${row.amount} ${reference}`;
    const other = first.get(key);
    if (!other || tellsMore(row, other)) first.set(key, row);
  }
  const kept = new Set(first.values());
  const isOnce = (row: MatchedRow) => kept.has(row) || plainReference(row.reference) === '';
  return { once: rows.filter(isOnce), again: rows.filter((row) => !isOnce(row)) };
}

/** Whether a row has what another lacks; of equal ones whether it comes first. */
function tellsMore(row: MatchedRow, other: MatchedRow): boolean {
  const lacks = ({ atMs, isUnsure }: MatchedRow) => Number(atMs === null) + Number(isUnsure);
  return lacks(row) < lacks(other) || (lacks(row) === lacks(other) && row.row < other.row);
}
