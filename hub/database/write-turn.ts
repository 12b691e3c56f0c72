import { setTimeout as pause } from 'node:timers/promises';

/** Longest that a write waits for another program that holds the database. ms */
const WAIT_MS = 5_000;
/** Between two tries. SQLite itself waits on the thread on which all requests are answered. ms */
const PAUSE_MS = 40;

/** Begins write transactions of SQLite, one after the other, off the thread. */
export interface WriteTurn {
  /** @throws SqliteError SQLITE_BUSY where another program has held the database for 5 s */
  take(begin: () => Promise<unknown>): Promise<void>;
}

/**
 * Who waits behind one that waited in vain tries once: for all of them together it is 5 s.
 * @param monotonic ms
 */
export function openWriteTurn(monotonic: () => number = () => performance.now()): WriteTurn {
  let held: { readonly sinceMs: number; lastMs: number } | null = null;
  return {
    take: async (begin) => {
      for (;;) {
        try {
          await begin();
          held = null;
          return;
        } catch (error) {
          const nowMs = monotonic();
          if (!isHeld(error)) throw error;
          if (!held || nowMs - held.lastMs > WAIT_MS) held = { sinceMs: nowMs, lastMs: nowMs };
          held.lastMs = nowMs;
          if (nowMs - held.sinceMs >= WAIT_MS) throw error;
        }
        await pause(PAUSE_MS);
      }
    },
  };
}

function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
