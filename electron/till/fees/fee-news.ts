import type { FeeNews } from '../../../domain/fees/till-contract.ts';
import { reminderOn } from '../../../domain/fees/reminder.ts';
import { payableIn } from '../../../domain/fees/payable.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import { read } from '../database/write.ts';
import { todayOf } from '../journal/notice-clock.ts';
import type { JournalTill } from '../journal/write-journal.ts';
import type { TillNews } from '../news.ts';
import { findHub } from '../sync/hub-store.ts';
import { chargeOwnMonths } from './charge-own.ts';
import { hubBook, ownBook } from './fee-books.ts';

/** What telling of fees needs of the till. */
export interface FeeNewsTill extends Book {
  readonly clock: () => UtcMs;
  readonly news: Pick<TillNews, 'fees'>;
}

/** Whether to remind of what is due next. @throws LapakError CLOCK_WRONG */
function readFeeNews(till: Omit<FeeNewsTill, 'news'>): FeeNews {
  return read(till, (tx) => {
    const { ledger } = findHub(tx) ? hubBook(tx) : ownBook(tx);
    const today = todayOf(tx, till);
    return { reminder: reminderOn(payableIn(ledger, today).next, today) };
  });
}

/** The reminder now, then after each change of anything of fees. */
export function watchFees(
  till: FeeNewsTill,
  signal?: AbortSignal,
): AsyncGenerator<FeeNews, void, void> {
  return till.news.fees.watch(() => [readFeeNews(till)], signal);
}

/** Says to every page that something of fees has changed. */
export function publishFees(till: FeeNewsTill): void {
  if (till.news.fees.isWatched()) till.news.fees.publish(readFeeNews(till));
}

/**
 * Begins a day: charges a stall alone the months that it trades in, and says to every page when
 * there is something to be reminded of. @throws LapakError CLOCK_WRONG
 */
export function beginFeeDay(till: JournalTill & FeeNewsTill): void {
  chargeOwnMonths(till);
  publishFees(till);
}
