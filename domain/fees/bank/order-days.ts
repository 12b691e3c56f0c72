import { type Chained, openingOf, orderDay } from './order-day.ts';

/** A row of a day, and its place in it. */
export interface DayRow extends Chained {
  readonly on: string;
  readonly line: number;
}

/** The place of a row in its day. */
export type RowLine = Pick<DayRow, 'row' | 'line'>;

/** The rows of each day in their order, those of a file among those that are there. */
export type DayOrders = ReadonlyMap<string, readonly DayRow[]>;

/**
 * Puts rows of a file among those that are there, day by day.
 * @param kept those that are there, the oldest first
 * @param fresh those of the file that are not, the oldest first
 * @param balanceBefore of a day, in hundredths of a rupiah; null where nobody knows
 */
export async function orderDays(
  kept: readonly DayRow[],
  fresh: readonly DayRow[],
  balanceBefore: (day: string) => Promise<number | null>,
): Promise<DayOrders> {
  const orders = new Map<string, readonly DayRow[]>(Map.groupBy(kept, ({ on }) => on));
  for (const [day, rows] of Map.groupBy(fresh, ({ on }) => on)) {
    const there = orders.get(day) ?? [];
    const isMet = there.length > 0 && openingOf(there[0]) !== null;
    orders.set(day, orderDay(there, rows, isMet ? await balanceBefore(day) : null));
  }
  return orders;
}

/**
 * The lines that rows of a file get, and those that are there and get others. Where nothing goes
 * before what is there, its lines stay and new ones come behind the last.
 */
export function placed<R extends DayRow>(
  orders: DayOrders,
  kept: readonly DayRow[],
  fresh: readonly R[],
): { readonly added: readonly R[]; readonly moved: readonly RowLine[] } {
  const known = new Set(kept.map(({ row }) => row));
  const lines = new Map<string, number>();
  const moved: RowLine[] = [];
  for (const [, rows] of Map.groupBy(fresh, ({ on }) => on)) {
    const order = orders.get(rows[0]?.on ?? '') ?? [];
    let line = 0;
    for (const one of order) {
      line = known.has(one.row) && one.line > line ? one.line : line + 1;
      lines.set(one.row, line);
      if (known.has(one.row) && one.line !== line) moved.push({ row: one.row, line });
    }
  }
  const added = fresh.map((one) => ({ ...one, line: lines.get(one.row) ?? one.line }));
  return { added, moved };
}
