import { periodOf } from '../../../domain/fees/period.ts';
import { read } from '../database/write.ts';
import { todayOf } from '../journal/notice-clock.ts';
import type { JournalTill } from '../journal/write-journal.ts';
import { chargeOwnMonths } from './charge-own.ts';
import { type FeeNewsTill, publishFees } from './fee-news.ts';
import { hasTradedIn } from './trade-store.ts';

/** Charging behind what a till writes. */
interface ChargeBehind {
  /** Told after each commit to the journal: costs a timer at most. */
  wrote(): void;
  close(): void;
}

/**
 * Charges a stall alone for a month once it has traded in it, off the way of the sale: a look at
 * fees never writes. A month is looked at until it has had its first sale.
 */
export function chargeBehind(till: JournalTill & FeeNewsTill): ChargeBehind {
  let traded = '';
  let isFailing = false;
  let waiting: NodeJS.Immediate | null = null;
  const look = (): void => {
    waiting = null;
    try {
      const month = read(till, (tx) => periodOf(todayOf(tx, till)));
      if (month === traded) return;
      if (chargeOwnMonths(till)) publishFees(till);
      if (read(till, (tx) => hasTradedIn(tx, month))) traded = month;
      isFailing = false;
    } catch (error) {
      if (!isFailing) till.log.error(error); // a sale says it each time
      isFailing = true;
    }
  };
  return {
    wrote: () => {
      waiting ??= setImmediate(look);
    },
    close: () => {
      if (waiting) clearImmediate(waiting);
    },
  };
}
