/** What the order of rows is told by. */
export interface Chained {
  readonly row: string;
  /** Hundredths of a rupiah. */
  readonly amountSen: number;
  /** Behind it; null where none is told. */
  readonly balanceSen: number | null;
}

/**
 * The rows of one day in their order: those of a file come behind those that are there, unless the
 * balances say that they go before or between them. Where no order lets the balances meet, nothing
 * is moved.
 * @param there those that are there, in their order
 * @param fresh those of the file that are not, in its order
 * @param priorSen what the account had before the day; null where nobody knows. It decides between
 *   two orders of a day in which as much went out as came in
 */
export function orderDay<R extends Chained>(
  there: readonly R[],
  fresh: readonly R[],
  priorSen: number | null,
): readonly R[] {
  const behind = [...there, ...fresh];
  if (there.length === 0 || fresh.length === 0) return behind;
  const orders = [behind, [...fresh, ...there]].filter(isChain);
  const fits = orders.find(([first]) => openingOf(first) === priorSen) ?? orders[0];
  return fits ?? chainOf(behind, priorSen) ?? behind;
}

/** The balance before a row; null where none is told. */
export function openingOf(row: Omit<Chained, 'row'> | undefined): number | null {
  return row && row.balanceSen !== null ? row.balanceSen - row.amountSen : null;
}

function isChain(rows: readonly Chained[]): boolean {
  return rows.every((row, at) => {
    const opening = openingOf(row);
    return opening !== null && (at === 0 || rows[at - 1]?.balanceSen === opening);
  });
}

/**
 * All rows in an order in which each begins with the balance that the one before left, the earlier
 * of two that could be next first; null where there is none. Source: Hierholzer, of a path that
 * takes every edge once: balances are its points, rows its edges.
 */
function chainOf<R extends Chained>(rows: readonly R[], priorSen: number | null): R[] | null {
  const leaving = Map.groupBy(rows.toReversed(), openingOf);
  const over = new Map<number, number>();
  for (const row of rows) {
    const opening = openingOf(row);
    if (opening === null || row.balanceSen === null) return null;
    over.set(opening, (over.get(opening) ?? 0) + 1);
    over.set(row.balanceSen, (over.get(row.balanceSen) ?? 0) - 1);
  }
  const [begin] = [...over].find(([, more]) => more > 0) ?? [];
  const isPrior = priorSen !== null && leaving.has(priorSen);
  const start = begin ?? (isPrior ? priorSen : openingOf(rows[0]));
  const path: R[] = [];
  const taken: R[] = [];
  for (let at = start; at !== null; ) {
    const next = leaving.get(at)?.pop();
    if (next) {
      taken.push(next);
      at = next.balanceSen;
      continue;
    }
    const last = taken.pop();
    if (!last) break;
    path.push(last);
    at = openingOf(last);
  }
  const chain = path.reverse();
  return chain.length === rows.length && isChain(chain) ? chain : null;
}
