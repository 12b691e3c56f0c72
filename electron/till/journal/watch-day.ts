import { read } from '../database/write.ts';
import { todayOf } from './notice-clock.ts';
import type { JournalTill } from './write-journal.ts';

/** How late the till notices that another day has begun. ms */
const LOOK_MS = 30_000;

/**
 * Does what a business date asks for, now and each time that another one has begun; again at the
 * next look where it could not be done.
 * @returns the act that ends it
 */
export function watchDay(till: JournalTill, begin: () => void): () => void {
  let told = '';
  let isFailing = false;
  const look = (): void => {
    try {
      const today = read(till, (tx) => todayOf(tx, till));
      if (today !== told) begin();
      told = today;
      isFailing = false;
    } catch (error) {
      if (!isFailing) till.log.error(error); // a sale says it each time
      isFailing = true;
    }
  };
  look();
  const timer = setInterval(look, LOOK_MS).unref();
  return () => clearInterval(timer);
}
