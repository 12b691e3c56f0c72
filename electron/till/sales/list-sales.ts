import type { Actor } from '../../../domain/actor.ts';
import { rupiah } from '../../../domain/money.ts';
import { may } from '../../../domain/permissions.ts';
import type { Day, DaySums, NetSums, Sums } from '../../../domain/sales/day.ts';
import {
  daySpan,
  type SalesChoice,
  type SalesPage,
  soughtIn,
} from '../../../domain/sales/find-sales.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { todayOf } from '../journal/notice-clock.ts';
import { findSales, placesOf } from './find-sales-store.ts';
import { readSummaries, sumDay, takingsByTender } from './sale-day-store.ts';

/** What a day is told by. */
interface DayParts extends Book {
  readonly clock: () => UtcMs;
}

interface DayChoice {
  /** Null for the date that it is now at the stall. */
  readonly businessDate: string | null;
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
 * One page of the sales and refunds of some business dates, the newest of the journal first.
 * @throws LapakError CLOCK_WRONG where today is asked for
 */
export function listSales(till: DayParts, choice: SalesChoice): SalesPage {
  const { text, cursor, limit } = choice;
  return read(till, (tx) => {
    const days = choice.days ?? daySpan(todayOf(tx, till));
    const found = findSales(tx, {
      sought: text.trim() === '' ? null : soughtIn(text),
      days: placesOf(tx, days.from, days.to),
      before: placeOf(cursor),
      limit: limit + 1, // one more tells whether there is a next page
    });
    const page = found.slice(0, limit);
    const isLast = found.length <= limit;
    return {
      sales: readSummaries(tx, page),
      nextCursor: isLast ? '' : String(page.at(-1) ?? ''),
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
