import type { UtcMs } from '../../../domain/time.ts';

/** All of the world outside that reporting uses: a simulation gives another. */
export interface SyncWorld {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** UTC ms; it is told to people, and gates nothing. */
  now(): UtcMs;
  /** Runs `act` once after so many milliseconds. @returns what calls it off */
  setTimer(act: () => void, ms: number): () => void;
  /** 0 ≤ random < 1 */
  random(): number;
}

/** The world as it is. @param clock UTC ms */
export function realWorld(clock: () => UtcMs): SyncWorld {
  return {
    fetch: (url, init) => fetch(url, init),
    now: clock,
    setTimer: (act, ms) => {
      const timer = setTimeout(act, ms).unref();
      return () => clearTimeout(timer);
    },
    random: Math.random,
  };
}
