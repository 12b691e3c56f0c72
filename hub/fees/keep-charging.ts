import { setTimeout as pause } from 'node:timers/promises';
import type { ChargeRun } from '../../domain/fees/manage/mall-calls.ts';
import { addMonths, periodOf } from '../../domain/fees/period.ts';
import { LapakError } from '../../domain/errors.ts';
import { readAs } from '../database/transact.ts';
import type { Hub } from '../hub.ts';
import { THE_PROGRAM } from '../journal/append-act.ts';
import { hubDate } from '../reports/read-day.ts';
import { chargeMonthOnce, chargeRest } from './charge-month.ts';
import { mallsToCharge } from './schedule-store.ts';

/** Between two looks at the calendar. ms */
const PAUSE_MS = 600_000;
/** Most months of a mall that are charged at once. */
const MONTHS_MAX = 12;

type Parts = Pick<Hub, 'database' | 'identity' | 'clock' | 'log'>;

/**
 * Charges malls on their day of the month, now and every ten minutes: where the hub stood still on
 * that day, on the next one.
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
 * Charges the malls whose day of the month has come, each once, whichever process is first: every
 * month that was not charged since and is not closed, and before it what the last one lacks, as
 * electricity that was read at its end.
 * @returns how many months
 * @throws LapakError HUB_BUSY
 */
export async function chargeDue({ database, identity, clock, log }: Parts): Promise<number> {
  const today = hubDate(clock());
  const doing = { hub: { database, identity, clock }, by: THE_PROGRAM };
  const malls = await readAs(database.db, 'every-stall', (db) => mallsToCharge(db, today));
  let done = 0;
  for (const { mall, charged } of malls) {
    try {
      const rest = await chargeRest(doing, { mall, period: charged });
      if (rest && rest.charged > 0) log.info(runWords(rest));
      for (const period of periodsAfter(charged, periodOf(today))) {
        const run = await chargeMonthOnce(doing, { mall, period }, today);
        if (!run) continue;
        done += 1;
        log.info(runWords(run));
      }
    } catch (error) {
      if (!(error instanceof LapakError)) log.error(error);
      log.warn(`mall ${mall} is charged later: ${String(error)}`);
    }
  }
  return done;
}

function runWords({ mall, charged, period }: ChargeRun): string {
  return `mall ${mall}: ${charged} stalls were charged for ${period}`;
}

/** The months behind one up to another; of a hub that stood still for longer the newest. */
function periodsAfter(charged: string, last: string): string[] {
  const all = Array.from({ length: MONTHS_MAX }, (_, back) => addMonths(last, -back));
  return all.filter((period) => period > charged).toReversed();
}
