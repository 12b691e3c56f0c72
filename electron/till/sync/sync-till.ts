import type { JournalTill } from '../journal/write-journal.ts';
import type { TillNews } from '../news.ts';

/** What reporting to the hub needs of the till. */
export interface SyncTill extends JournalTill {
  readonly news: Pick<TillNews, 'sync' | 'down' | 'fees' | 'claims' | 'sticker'>;
}
