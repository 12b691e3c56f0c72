import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFailure } from '../../node/sqlite/failure.ts';
import { assertBookThere, isBookThere } from '../till/journal/folder.ts';
import { closeTill, openTill } from '../till/open-till.ts';
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
  assertBookThere(dataDir);
  return withTill(dataDir, work);
}

/**
 * As withTill(), for a dry run: where there is no book it begins none, and works on an empty one
 * in a folder that is removed again, also when the work fails.
 * @throws what openTill() and the work throw
 */
export async function withTillToTry<T>(
  dataDir: string,
  work: (till: Till) => Promise<T>,
): Promise<T> {
  if (isBookThere(dataDir)) return withTill(dataDir, work);
  const tried = makeFolder();
  try {
    return await withTill(tried, work);
  } finally {
    rmSync(tried, { recursive: true });
  }
}

function makeFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'lapak-dry-run-'));
  } catch (error) {
    throw databaseFailure(error, tmpdir());
  }
}
