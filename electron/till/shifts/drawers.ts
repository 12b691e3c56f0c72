import type { Drawers } from '../../../domain/shifts/contract.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import { read } from '../database/write.ts';
import { todayOf } from '../journal/notice-clock.ts';
import type { TillNews } from '../news.ts';
import { countedAtClose } from './read-report.ts';
import { newestZByDrawer, openShifts } from './shift-store.ts';

/** What telling the drawers needs of the till. */
interface DrawersTill extends Book {
  readonly clock: () => UtcMs;
  readonly news: Pick<TillNews, 'shifts'>;
}

/**
 * Which shifts are open, and what the newest close of each drawer left in it.
 * @throws LapakError CLOCK_WRONG
 */
export function readDrawers(till: Omit<DrawersTill, 'news'>): Drawers {
  return read(till, (tx) => {
    return {
      today: todayOf(tx, till),
      open: openShifts(tx),
      left: newestZByDrawer(tx).map(({ drawer, record }) => {
        return { drawer, count: countedAtClose(tx, record) };
      }),
    };
  });
}

/** The drawers now, then after each change. */
export function watchDrawers(
  till: DrawersTill,
  signal?: AbortSignal,
): AsyncGenerator<Drawers, void, void> {
  return till.news.shifts.watch(() => [readDrawers(till)], signal);
}

/** Says to every page that a shift was opened or closed. */
export function publishDrawers(till: DrawersTill): void {
  till.news.shifts.publish(readDrawers(till));
}
