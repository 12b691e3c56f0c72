import { setTimeout as pause } from 'node:timers/promises';
import { periodOf } from '../../domain/fees/period.ts';
import { LapakError } from '../../domain/errors.ts';
import { readAs } from '../database/transact.ts';
import type { Hub } from '../hub.ts';
import { THE_PROGRAM } from '../journal/append-act.ts';
import { feeDate } from './act-of-stall.ts';
import { chargeMonthOnce } from './charge-month.ts';
import { mallsToCharge } from './schedule-store.ts';

/** Between two looks at the calendar. ms */
const PAUSE_MS = 600_000;

type Parts = Pick<Hub, 'database' | 'identity' | 'clock' | 'log'>;

/**
 * Charges malls on their day of the month, now and every ten minutes: where the hub stood still on
 * that day, on the next one of the month.
 * @param pauseMs between two looks
 * @returns ends it, with the mall that is just being charged
 */
export function keepCharging(parts: Parts, pauseMs: number = PAUSE_MS): () => Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  const keep = async () => {
    while (!signal.aborted) {
      await chargeDue(parts).catch(parts.log.error);
      await pause(pauseMs, undefined, { signal, ref: false }).catch(() => {}); // it has ended
    }
  };
  const done = keep();
  return async () => {
    ending.abort();
    await done;
  };
}

/**
 * Charges the malls whose day of the month has come, each once, whichever process is first.
 * @returns how many
 * @throws LapakError HUB_BUSY
 */
export async function chargeDue({ database, identity, clock, log }: Parts): Promise<number> {
  const today = feeDate(clock());
  const malls = await readAs(database.db, 'every-stall', (db) => mallsToCharge(db, today));
  let done = 0;
  for (const mall of malls) {
    try {
      const doing = { hub: { database, identity, clock }, by: THE_PROGRAM };
      const run = await chargeMonthOnce(doing, { mall, period: periodOf(today) });
      if (!run) continue;
      done += 1;
      log.info(`mall ${mall}: ${run.charged} stalls were charged for ${run.period}`);
    } catch (error) {
      if (!(error instanceof LapakError)) log.error(error);
      log.warn(`mall ${mall} is charged later: ${String(error)}`);
    }
  }
  return done;
}
