import type { SignedIn } from '../../../domain/staff/contract.ts';
import type { TillNews } from '../news.ts';
import { type ActingParts, signedInAt } from './acting.ts';

/** What following who acts uses of the till. */
export interface WatchParts extends ActingParts {
  readonly news: Pick<TillNews, 'staff'>;
}

/** Who acts on the line of this page now, then after each change. */
export async function* watchSignedIn(
  till: WatchParts,
  page: object,
  signal?: AbortSignal,
): AsyncGenerator<SignedIn, void, void> {
  let told = '';
  for await (const _ of till.news.staff.watch(() => [true], signal)) {
    const now = signedInAt(till, page);
    const text = JSON.stringify(now);
    if (text === told) continue; // what changed was of another line
    told = text;
    yield now;
  }
}
