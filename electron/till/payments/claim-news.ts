import type { OpenClaims } from '../../../domain/payments/claim.ts';
import type { Book } from '../database/book.ts';
import { read } from '../database/write.ts';
import type { TillNews } from '../news.ts';
import { countOpen } from './claim-store.ts';

/** What telling of open claims needs of the till. */
export interface ClaimNewsTill extends Book {
  readonly news: Pick<TillNews, 'claims'>;
}

/** How many claimed tenders are open now, then after each change of that. */
export function watchClaims(
  till: ClaimNewsTill,
  signal?: AbortSignal,
): AsyncGenerator<OpenClaims, void, void> {
  return till.news.claims.watch(() => [read(till, countOpen)], signal);
}

/** Says to every page how many are open: one was booked, or something found out. */
export function publishClaims(till: ClaimNewsTill): void {
  if (till.news.claims.isWatched()) till.news.claims.publish(read(till, countOpen));
}
