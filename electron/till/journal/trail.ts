import type { TrailFilter } from '../../../domain/journal/contract.ts';
import type { TrailEntry } from '../../../domain/journal/trail.ts';
import type { Book } from '../database/book.ts';
import { read } from '../database/write.ts';
import { readTrail } from './trail-store.ts';

/** One page of the audit trail. */
interface TrailChoice extends TrailFilter {
  readonly cursor: string;
  readonly limit: number;
}

/** One page of who did what when, the newest of the journal first. */
export function listTrail(
  book: Book,
  { cursor, limit, ...filter }: TrailChoice,
): { entries: TrailEntry[]; nextCursor: string } {
  // One more tells whether there is a next page.
  const page = { ...filter, first: 'newest', place: placeOf(cursor), limit: limit + 1 } as const;
  const found = read(book, (tx) => readTrail(tx, page));
  const shown = found.slice(0, limit);
  const isLast = found.length <= limit;
  return {
    entries: shown.map(({ entry }) => entry),
    nextCursor: isLast ? '' : String(shown.at(-1)?.record ?? ''),
  };
}

/** A cursor is the place of the last entry shown; one that is not ours begins at the first page. */
function placeOf(cursor: string): number {
  return /^\d{1,15}$/.test(cursor) ? Number(cursor) : Number.MAX_SAFE_INTEGER;
}
