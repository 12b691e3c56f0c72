/** Least and most that is waited before the next try. ms */
const RETRY_LEAST_MS = 2_000;
const RETRY_MOST_MS = 5 * 60_000;

/** How often it went wrong in a row, and a number of chance. */
interface Failed {
  /** From 1. */
  readonly failures: number;
  /** 0 ≤ random < 1 */
  readonly random: number;
}

/**
 * How long to wait before the next try: anywhere between two seconds and a bound that doubles with
 * each failure up to five minutes, so that tills which lost one hub do not come back all at once.
 * Source: aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter (full jitter). ms
 */
export function retryDelayMs({ failures, random }: Failed): number {
  const doublings = Math.min(Math.max(failures, 1), 30);
  const mostMs = Math.min(RETRY_LEAST_MS * 2 ** doublings, RETRY_MOST_MS);
  return Math.round(RETRY_LEAST_MS + random * (mostMs - RETRY_LEAST_MS));
}
