import { makeTopic, type Topic } from './topic.ts';

/** What the pages of a till follow, so that none shows what is no longer so. */
export interface TillNews {
  /** The place in the journal of each sale or refund that is booked. */
  readonly sales: Topic<{ readonly newest: number }>;
  /** Ends every watch. */
  close(): void;
}

/** Only the newest of each counts: a page that is slow misses those before it. */
const KEEP = 1;

/** News that nobody follows yet. */
export function makeNews(): TillNews {
  const sales: TillNews['sales'] = makeTopic(KEEP);
  return { sales, close: () => sales.close() };
}
