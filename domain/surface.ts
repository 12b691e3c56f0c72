/** How long a new surface takes no pointer: the second half of a double tap. ms */
export const SETTLE_MS = 600;

/**
 * Whether an act on a surface was meant for it: made well after it was first painted.
 * @param shownAtMs when it was painted; null when it is not yet
 * @param atMs time stamp of the act itself, not of its handling, on the same clock
 */
export function isSettled(shownAtMs: number | null, atMs: number): boolean {
  return shownAtMs !== null && atMs - shownAtMs >= SETTLE_MS;
}
