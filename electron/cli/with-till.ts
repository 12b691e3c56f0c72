import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LapakError } from '../../domain/errors.ts';
import { BOOK_FILE, closeTill, openTill } from '../till/open-till.ts';
import type { Till } from '../till/till.ts';

/**
 * Opens the till of a folder, made when missing, for one piece of work and closes it again, also
 * when that fails.
 * @throws what openTill() and the work throw
 */
export async function withTill<T>(dataDir: string, work: (till: Till) => Promise<T>): Promise<T> {
  const till = await openTill({ dataDir, clock: Date.now });
  try {
    return await work(till);
  } finally {
    await closeTill(till);
  }
}

/**
 * As withTill(), for a command that only reads: it begins no book.
 * @throws LapakError BOOK_MISSING, and what openTill() and the work throw
 */
export function withBook<T>(dataDir: string, work: (till: Till) => Promise<T>): Promise<T> {
  assertBook(dataDir);
  return withTill(dataDir, work);
}

/** @throws LapakError BOOK_MISSING */
export function assertBook(dataDir: string): void {
  if (!existsSync(join(dataDir, BOOK_FILE))) throw new LapakError('BOOK_MISSING', { dataDir });
}
