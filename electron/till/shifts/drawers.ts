import type { Drawers } from '../../../domain/shifts/contract.ts';
import { businessDate, type UtcMs, zones } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import { read } from '../database/write.ts';
import type { JournalTill } from '../journal/write-journal.ts';
import type { TillNews } from '../news.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { countedAtClose } from './read-report.ts';
import { newestZByDrawer, openShifts } from './shift-store.ts';

/** What telling the drawers needs of the till. */
interface DrawersTill extends Book {
  readonly clock: () => UtcMs;
  readonly news: Pick<TillNews, 'shifts'>;
}

/** Which shifts are open, and what the newest close of each drawer left in it. */
export function readDrawers(till: Omit<DrawersTill, 'news'>): Drawers {
  const today = todayOf(till);
  return read(till, (tx) => {
    return {
      today,
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

/** How late a page may hear that another day has begun. */
const DAY_MS = 30_000;

/**
 * Says to every page when the business date has changed: a shift that is open was left so.
 * @returns the act that ends it
 */
export function watchDay(till: DrawersTill & Pick<JournalTill, 'log'>): () => void {
  let told = todayOf(till);
  const timer = setInterval(() => {
    try {
      if (todayOf(till) === told) return;
      publishDrawers(till);
      told = todayOf(till);
    } catch (error) {
      till.log.error(error); // what is wrong with the book a sale says too
    }
  }, DAY_MS).unref();
  return () => clearInterval(timer);
}

/** The business date that it is now. */
function todayOf(till: Omit<DrawersTill, 'news'>): string {
  return read(till, (tx) => {
    const { zone, cutOffHour } = readSettings(tx);
    return businessDate(till.clock(), zones[zone], cutOffHour);
  });
}

/** Says to every page that a shift was opened or closed. */
export function publishDrawers(till: DrawersTill): void {
  till.news.shifts.publish(readDrawers(till));
}
