import type { Crash } from '../../../domain/system/contract.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Log } from '../../../node/log.ts';

/** Crashes of screens, in the till's log. */
export interface CrashLog {
  /** @returns whether it was written */
  write(crash: Crash): boolean;
}

/** A screen that crashes without end must not push everything else out of the log. */
const CRASHES_MAX = 10;
const PERIOD_MS = 60_000;

/** Opens the crash log of a till: ten lines a minute at most, of all its screens together. */
export function openCrashLog(log: Pick<Log, 'error'>, clock: () => UtcMs): CrashLog {
  let periodBeganMs = Number.NEGATIVE_INFINITY;
  let written = 0;
  return {
    write: ({ kind, message, stack }) => {
      const now = clock();
      // The distance, since the clock of a computer may be set back.
      if (Math.abs(now - periodBeganMs) >= PERIOD_MS) {
        periodBeganMs = now;
        written = 0;
      }
      if (written >= CRASHES_MAX) return false;
      written += 1;
      log.error(`the screen crashed (${kind}): ${message} | ${stack}`);
      return true;
    },
  };
}
