import type { SyncStatus } from '../../../domain/sync/status.ts';
import type { SentRun } from '../../../domain/sync/till-contract.ts';
import type { Book } from '../database/book.ts';
import { read } from '../database/write.ts';
import { findCursor } from './cursor.ts';
import type { Cursor } from './cursor-store.ts';
import type { SyncTill } from './sync-till.ts';
import { listSent } from './sent-store.ts';
import type { Uploader } from './uploader.ts';

/** What the calls about reporting need of the till. */
export interface UploadingTill extends SyncTill {
  readonly uploader: Uploader;
}

/** The status now, then each change. */
export function watchSync(
  { news, uploader }: UploadingTill,
  signal?: AbortSignal,
): AsyncGenerator<SyncStatus, void, void> {
  return news.sync.watch(() => [uploader.status()], signal);
}

/** One page of what has left the till, the newest first. */
export function readSent(
  book: Book,
  { cursor, limit }: { readonly cursor: string; readonly limit: number },
): { sent: SentRun[]; nextCursor: string } {
  // A cursor is the id of the last run shown; one that is not ours begins at the first page.
  const before = /^\d{1,15}$/.test(cursor) ? Number(cursor) : Number.MAX_SAFE_INTEGER;
  const found = read(book, (tx) => listSent(tx, before, limit + 1));
  const shown = found.slice(0, limit);
  const isLast = found.length <= limit;
  const sent = shown.map(({ run }) => run);
  return { sent, nextCursor: isLast ? '' : String(shown.at(-1)?.id ?? '') };
}

/** How far the hub has acknowledged the journal; undefined before its first receipt. */
export function readCursor(book: Book): Cursor | undefined {
  return read(book, findCursor);
}
