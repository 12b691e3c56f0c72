import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFailure } from '../../node/sqlite/failure.ts';
import { assertBookThere, isBookThere } from '../till/journal/folder.ts';
import { closeTill, openTill } from '../till/open-till.ts';
import type { Till } from '../till/till.ts';

type Work<T> = (till: Till) => Promise<T>;

interface Place {
  readonly dataDir: string;
  readonly isDryRun: boolean;
}

/**
 * Opens the till of a folder for one piece of work and closes it again, also when that fails. A
 * book is made when missing; a dry run begins none, and works on an empty one in a folder that is
 * removed again.
 * @throws what openTill() and the work throw
 */
export async function withTill<T>({ dataDir, isDryRun }: Place, work: Work<T>): Promise<T> {
  if (!isDryRun || isBookThere(dataDir)) return runIn(dataDir, work);
  const tried = makeFolder();
  try {
    return await runIn(tried, work);
  } finally {
    rmSync(tried, { recursive: true });
  }
}

/**
 * As withTill(), for a command that only reads: it begins no book.
 * @throws LapakError BOOK_MISSING, and what openTill() and the work throw
 */
export function withBook<T>(dataDir: string, work: Work<T>): Promise<T> {
  assertBookThere(dataDir);
  return runIn(dataDir, work);
}

async function runIn<T>(dataDir: string, work: Work<T>): Promise<T> {
  const till = await openTill({ dataDir, clock: Date.now, isReporting: false });
  try {
    return await work(till);
  } finally {
    await closeTill(till);
  }
}

function makeFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'lapak-dry-run-'));
  } catch (error) {
    throw databaseFailure(error, tmpdir());
  }
}
