import type { SyncWorld } from './world.ts';

/** So long after a record was written somebody is at work at the till. ms */
const AT_WORK_MS = 10_000;
/**
 * Between two batches then. One takes some 10 ms of the thread that sells, in 40: even where sales
 * come without a pause, fewer than one in a hundred meets it. ms
 */
export const PACE_REST_MS = 5_000;

/** How fast one round sends. */
export interface RoundPace {
  /** Before the next batch; the end of the round ends it as well. */
  rest(signal: AbortSignal): Promise<void>;
}

/** How fast a till sends by itself: as fast as it can, but beside nobody who sells. */
export interface Pace extends RoundPace {
  /** Somebody wrote a record. */
  wrote(): void;
}

/** Of a round that a person asked for. */
export const noPace: RoundPace = { rest: () => Promise.resolve() };

/** The pace of a till at which nothing was written yet: until then it sends without a rest. */
export function openPace(world: Pick<SyncWorld, 'now' | 'setTimer'>): Pace {
  let wroteAt = Number.NEGATIVE_INFINITY;
  return {
    wrote: () => {
      wroteAt = world.now();
    },
    rest: async (signal) => {
      const isAtWork = Math.abs(world.now() - wroteAt) < AT_WORK_MS; // whichever way a clock is set
      if (!isAtWork || signal.aborted) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const end = () => resolve();
      const callOff = world.setTimer(end, PACE_REST_MS);
      signal.addEventListener('abort', end, { once: true });
      await promise;
      signal.removeEventListener('abort', end);
      callOff();
    },
  };
}
