import type { Settings } from '../../domain/settings/settings.ts';
import { type CatalogNews, openCatalogNews } from './catalog/catalog-news.ts';
import { makeTopic, type Topic } from './topic.ts';

/** What the pages of a till follow, so that none shows what is no longer so. */
export interface TillNews {
  /** The place in the journal of each sale or refund that is booked. */
  readonly sales: Topic<{ readonly newest: number }>;
  /** The whole after each change. */
  readonly settings: Topic<Settings>;
  /** What grew old of catalog and stock. */
  readonly catalog: CatalogNews;
  /** Ends every watch. */
  close(): void;
}

/** Only the newest of each counts: a page that is slow misses those before it. */
const KEEP = 1;

/** News that nobody follows yet. */
export function makeNews(): TillNews {
  const topics = {
    sales: makeTopic<{ newest: number }>(KEEP),
    settings: makeTopic<Settings>(KEEP),
    catalog: openCatalogNews(),
  };
  const close = () => Object.values(topics).forEach((topic) => topic.close());
  return { ...topics, close };
}
