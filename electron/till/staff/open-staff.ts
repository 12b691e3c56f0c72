import { read } from '../database/write.ts';
import type { JournalTill } from '../journal/write-journal.ts';
import type { TillNews } from '../news.ts';
import { readLockAfterMs } from './acting.ts';
import { beginLocks, endPassedLocks } from './guess.ts';
import { keepLines, type Lines } from './lines.ts';
import { keepTryLocks, type TryLocks } from './try-locks.ts';

/** What of the staff a till has while it is open, and no file. */
export interface OpenStaff {
  readonly lines: Lines;
  readonly tryLocks: TryLocks;
  close(): void;
}

/** How late a page may hear that its person was signed out; its calls are refused at once. */
const EXPIRY_MS = 1_000;

/**
 * Begins the locks of the book anew, and watches over who is signed in.
 * @param monotonic milliseconds that no change of the computer's clock moves
 */
export function openStaff(
  till: JournalTill & { readonly news: Pick<TillNews, 'staff'> },
  monotonic: () => number,
): OpenStaff {
  const lines = keepLines(monotonic);
  const tryLocks = keepTryLocks(monotonic);
  const parts = { ...till, tryLocks };
  logFailure(till, () => beginLocks(parts));
  const expire = (): void => {
    if (!lines.isAnybodyIn()) return;
    if (lines.expire(read(till, readLockAfterMs))) till.news.staff.publish(true);
  };
  const expiry = setInterval(() => logFailure(till, expire), EXPIRY_MS).unref();
  return {
    lines,
    tryLocks,
    close: () => {
      clearInterval(expiry);
      logFailure(till, () => endPassedLocks(parts));
    },
  };
}

/** None of these may keep anybody from selling; what is wrong with the book a sale says too. */
function logFailure({ log }: JournalTill, act: () => void): void {
  try {
    act();
  } catch (error) {
    log.error(error);
  }
}
