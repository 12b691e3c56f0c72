import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { LapakError } from '../../domain/errors.ts';

/** A book up to this size is checked in under 0.1 s. */
const CHECKED_AT_ONCE_BYTES = 32_000_000;

/** Whether the book is too large to be checked before it opens. */
export function isLargeBook(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > CHECKED_AT_ONCE_BYTES;
}

/** Checks the pages of the book. @throws LapakError DATABASE_DAMAGED; SqliteError */
export function checkQuickly(db: Database, dataDir: string): void {
  const found = db.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') {
    throw new LapakError('DATABASE_DAMAGED', { dataDir, detail: String(found) });
  }
}
