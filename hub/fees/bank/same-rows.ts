import type { KeptRow, NewRow } from './row-store.ts';

/** What of a file is there under other ids, since its balances were worked out in another order. */
export interface SameRows {
  /** Ids, of the file, of rows that are there. */
  readonly same: ReadonlySet<string>;
  /** Whether a day of the file has other rows than those that are there. */
  readonly isOther: boolean;
}

type Days = { readonly from: string; readonly to: string };

/**
 * Pairs rows of a file whose ids are not known with those of the same day and amount that are
 * there. A day that lies inside the file is whole in it; its first and last are as long as nothing
 * says that they begin with another balance, as the second of two files of one day does.
 * @param rows all of the file, the oldest first
 * @param kept those that are there of its days
 * @param known ids of `rows` that are there
 */
export function pairSame(
  rows: readonly NewRow[],
  kept: readonly KeptRow[],
  known: ReadonlySet<string>,
  { from, to }: Days,
): SameRows {
  const same = new Set<string>();
  let isOther = false;
  const keptByDay = Map.groupBy(kept, ({ on }) => on);
  for (const [day, ofFile] of Map.groupBy(rows, ({ on }) => on)) {
    const there = keptByDay.get(day) ?? [];
    const fresh = ofFile.filter(({ row }) => !known.has(row));
    const own = new Set(ofFile.map(({ row }) => row));
    const alone = there.filter(({ row }) => !own.has(row));
    if (fresh.length === 0 || alone.length === 0) continue;
    const isInside = day > from && day < to;
    const begins = [openingOf(ofFile), openingOf(there)] as const;
    const isTold = begins[0] !== null && begins[1] !== null;
    if (!isInside && isTold && begins[0] !== begins[1]) continue;
    const paired = pairDay(fresh, alone);
    if (paired) for (const row of paired) same.add(row);
    else if (isInside || isTold) isOther = true;
  }
  return { same, isOther };
}

/** The balance before the first row of a day. Hundredths of a rupiah; null where none is told */
function openingOf([first]: readonly Pick<NewRow, 'balanceSen' | 'amountSen'>[]): number | null {
  return first && first.balanceSen !== null ? first.balanceSen - first.amountSen : null;
}

/** One of the file for each that is there, of the same words if it can; null if any has none. */
function pairDay(fresh: readonly NewRow[], alone: readonly KeptRow[]): string[] | null {
  const left = [...fresh];
  const take = (fits: (row: NewRow) => boolean): string | null => {
    const at = left.findIndex(fits);
    return at < 0 ? null : (left.splice(at, 1)[0]?.row ?? null);
  };
  const worded = alone.map(({ amountSen, description }) =>
    take((row) => row.amountSen === amountSen && row.description === description),
  );
  const paired = worded.map(
    (row, at) => row ?? take(({ amountSen }) => amountSen === alone[at]?.amountSen),
  );
  return paired.includes(null) ? null : paired.filter((row) => row !== null);
}
