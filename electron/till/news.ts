import type { FeeNews } from '../../domain/fees/till-contract.ts';
import type { OpenClaims } from '../../domain/payments/claim.ts';
import type { StickerState } from '../../domain/payments/sticker.ts';
import type { ParkedCart } from '../../domain/sales/kept-cart.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Drawers } from '../../domain/shifts/contract.ts';
import type { SyncStatus } from '../../domain/sync/status.ts';
import { type CatalogNews, openCatalogNews } from './catalog/catalog-news.ts';
import { makeTopic, type Topic } from './topic.ts';

/** What the pages of a till follow, so that none shows what is no longer so. */
export interface TillNews {
  /** The place in the journal of each sale or refund that is booked. */
  readonly sales: Topic<{ readonly newest: number }>;
  /** The carts that no page has, after each change. */
  readonly parked: Topic<ParkedCart[]>;
  /** The whole after each change. */
  readonly settings: Topic<Settings>;
  /** Which shifts are open, after each that is opened or closed. */
  readonly shifts: Topic<Drawers>;
  /** That something changed of who is signed in anywhere, of people, or of their roles. */
  readonly staff: Topic<true>;
  /** How far the till has reported to the hub, after each try. */
  readonly sync: Topic<SyncStatus>;
  /** That the hub tells something else, or that something became of it here. */
  readonly down: Topic<{ readonly version: number }>;
  /** Whether to remind of fees, after each change of anything of them. */
  readonly fees: Topic<FeeNews>;
  /** Whether the QRIS sticker is to be looked at, after each change of that. */
  readonly sticker: Topic<StickerState>;
  /** How many claimed tenders are open, after each change of that. */
  readonly claims: Topic<OpenClaims>;
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
    parked: makeTopic<ParkedCart[]>(KEEP),
    settings: makeTopic<Settings>(KEEP),
    shifts: makeTopic<Drawers>(KEEP),
    staff: makeTopic<true>(KEEP),
    sync: makeTopic<SyncStatus>(KEEP),
    down: makeTopic<{ version: number }>(KEEP),
    fees: makeTopic<FeeNews>(KEEP),
    sticker: makeTopic<StickerState>(KEEP),
    claims: makeTopic<OpenClaims>(KEEP),
    catalog: openCatalogNews(),
  };
  const close = () => Object.values(topics).forEach((topic) => topic.close());
  return { ...topics, close };
}
