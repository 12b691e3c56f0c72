/** Wrong PINs in a row before one is tried no more for a while. */
export const TRIES_MAX = 5;
const FIRST_LOCK_MS = 30_000;
const LONGEST_LOCK_MS = 15 * 60_000;

/**
 * How long no PIN of somebody is tried after so many wrong ones in a row: none before the fifth,
 * then 30 s, twice as long after each further one, 15 minutes at most. ms
 */
export function lockMsAfter(failures: number): number {
  if (failures < TRIES_MAX) return 0;
  return Math.min(FIRST_LOCK_MS * 2 ** Math.min(failures - TRIES_MAX, 10), LONGEST_LOCK_MS);
}
