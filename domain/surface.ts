/** How long a new surface takes no pointer: the second half of a double tap. ms */
export const SETTLE_MS = 600;
/** How long a hand has rested that means what is shown only once: it has stopped tapping. ms */
export const REST_MS = 1_500;

/**
 * Whether an act on a surface was meant for it: made well after it was first painted.
 * @param shownAtMs when it was painted; null when it is not yet
 * @param atMs time stamp of the act itself, not of its handling, on the same clock
 * @param settleMs how long is well after
 */
export function isSettled(shownAtMs: number | null, atMs: number, settleMs = SETTLE_MS): boolean {
  return shownAtMs !== null && atMs - shownAtMs >= settleMs;
}
