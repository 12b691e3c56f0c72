import type { Actor } from '../../../domain/actor.ts';
import { rupiah } from '../../../domain/money.ts';
import { may } from '../../../domain/permissions.ts';
import type { Day, DaySums, NetSums, SaleSummary, Sums } from '../../../domain/sales/day.ts';
import { typedAmount } from '../../../domain/sales/typed-amount.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { todayOf } from '../journal/notice-clock.ts';
import { readSalesOfDay, sumDay, takingsByTender } from './sale-day-store.ts';

/** What a day is told by. */
interface DayParts extends Book {
  readonly clock: () => UtcMs;
}

interface DayChoice {
  /** Null for the date that it is now at the stall. */
  readonly businessDate: string | null;
}

interface ListChoice extends DayChoice {
  readonly text: string;
  readonly cursor: string;
  readonly limit: number;
}

/** A business date, and for who may read reports what it came to. @throws LapakError CLOCK_WRONG */
export function readDay(till: DayParts, { permissions }: Actor, choice: DayChoice): Day {
  return read(till, (tx) => {
    const today = todayOf(tx, till);
    const date = choice.businessDate ?? today;
    return {
      businessDate: date,
      today,
      sums: may(permissions, 'shift.report') ? sumsOf(tx, date) : null,
    };
  });
}

/** Counted, added up, by tender. */
function sumsOf(tx: Tx, date: string): DaySums {
  const { own, history } = sumDay(tx, date);
  return { own: netOf(own), tenders: takingsByTender(tx, date), history: netOf(history) };
}

/**
 * One page of the sales and refunds of a business date, the newest of the journal first.
 * @throws LapakError CLOCK_WRONG
 */
export function listSales(
  till: DayParts,
  { text, cursor, limit, ...choice }: ListChoice,
): { sales: SaleSummary[]; nextCursor: string } {
  return read(till, (tx) => {
    const found = readSalesOfDay(tx, {
      businessDate: choice.businessDate ?? todayOf(tx, till),
      text: text.trim(),
      amountRupiah: typedAmount(text),
      before: placeOf(cursor),
      limit: limit + 1, // one more tells whether there is a next page
    });
    const page = found.slice(0, limit);
    const isLast = found.length <= limit;
    return {
      sales: page.map(({ summary }) => summary),
      nextCursor: isLast ? '' : String(page.at(-1)?.record ?? ''),
    };
  });
}

function netOf(sums: Sums): NetSums {
  return { ...sums, netRupiah: rupiah(sums.salesTotalRupiah - sums.refundsTotalRupiah) };
}

/** A cursor is the place of the last sale shown; one that is not ours begins at the first page. */
function placeOf(cursor: string): number {
  return /^\d{1,15}$/.test(cursor) ? Number(cursor) : Number.MAX_SAFE_INTEGER;
}
