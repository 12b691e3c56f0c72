import { type DownItemOf, holdsOn, readItem } from '../../../domain/down/item.ts';
import {
  type AuditRequest,
  DOWN_LIST_MAX,
  type HeldAnnouncement,
  type OfferedTemplate,
} from '../../../domain/down/till-contract.ts';
import { LapakError } from '../../../domain/errors.ts';
import { markOf } from '../../../domain/sync/place.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { read, write } from '../database/write.ts';
import { todayOf } from '../journal/notice-clock.ts';
import type { TillNews } from '../news.ts';
import { positionOf } from '../sync/outgoing-store.ts';
import {
  downVersion,
  findItem,
  type HubItem,
  newestItems,
  noteRead,
  receiptAt,
} from './item-store.ts';

/** What telling of it needs of the till. */
export interface DownTill extends Book {
  readonly clock: () => UtcMs;
  readonly news: Pick<TillNews, 'down'>;
}

/** The version now, then at each change. */
export function watchDown(
  till: DownTill,
  signal?: AbortSignal,
): AsyncGenerator<{ version: number }, void, void> {
  return till.news.down.watch(() => [{ version: read(till, downVersion) }], signal);
}

/** What the mall says that holds today, the newest first. */
export function readAnnouncements(till: DownTill): HeldAnnouncement[] {
  return read(till, (tx) => {
    const today = todayOf(tx, till);
    return newestItems(tx, 'announcement', DOWN_LIST_MAX).flatMap((item) => {
      const said = readItem('announcement', item.given);
      if (!said || !holdsOn(said, today)) return [];
      const { id, title, text, from, until } = said;
      return [{ id, title, text, from, until, isRead: item.isRead }];
    });
  });
}

/** Notes that somebody at this till has read it; every page hears of that. */
export function markRead(till: DownTill, { id }: { readonly id: string }): Record<string, never> {
  const version = write(till, (tx) => {
    noteRead(tx, id, till.clock());
    return downVersion(tx);
  });
  till.news.down.publish({ version });
  return {};
}

/** What auditors asked for, the newest first. */
export function readRequests(till: DownTill): AuditRequest[] {
  return read(till, (tx) =>
    newestItems(tx, 'body-request', DOWN_LIST_MAX).flatMap((item) => {
      const request = readItem('body-request', item.given);
      return request ? [requestOf(tx, item, request)] : [];
    }),
  );
}

/** The catalog files that the mall offers, the newest first. */
export function readTemplates(till: DownTill): OfferedTemplate[] {
  return read(till, (tx) =>
    newestItems(tx, 'product-template', DOWN_LIST_MAX).flatMap(({ given }) => {
      const offered = readItem('product-template', given);
      return offered ? [{ id: offered.id, name: offered.name }] : [];
    }),
  );
}

/** A template as a file for the import of the catalog. @throws LapakError TEMPLATE_GONE */
export function readTemplate(
  till: DownTill,
  { id }: { readonly id: string },
): { name: string; csv: string } {
  const item = read(till, (tx) => findItem(tx, id));
  const offered = readItem('product-template', item?.given);
  if (!offered) throw new LapakError('TEMPLATE_GONE', {});
  return { name: offered.name, csv: offered.csv };
}

function requestOf(
  tx: Tx,
  { answer, isEnded, sentAtMs }: HubItem,
  { id, place, by, reason, askedAtMs }: DownItemOf<'body-request'>,
): AuditRequest {
  const position = positionOf(tx, { ...place, leaf: Buffer.from(place.leaf, 'hex') });
  const receipt = position === undefined ? null : receiptAt(tx, position);
  const state = answer ?? (isEnded ? 'withdrawn' : 'waiting');
  return { id, mark: markOf(place), receipt, by, reason, askedAtMs, state, sentAtMs };
}
