import { basename } from 'node:path';
import { LapakError } from '../../../domain/errors.ts';
import { databaseFailure } from '../../../node/sqlite/failure.ts';
import { findLoss, type Loss } from '../../../node/sqlite/places.ts';
import type { Book } from './book.ts';

/**
 * Sees to it that what is written now comes into the files of the folder.
 * @throws LapakError BOOK_LOST; FILE_LOST for the log or the lock; DATABASE_DAMAGED for a book or a
 *   log that was cut off, from then on
 */
export function assertInPlace(book: Book): void {
  const { db, dataDir, health } = book;
  const loss = lossOf(book);
  if (!loss) return;
  const { path, how, cause } = loss;
  if (how === 'cut-off') {
    const detail = `${basename(path)} was cut off`;
    health.damage = new LapakError('DATABASE_DAMAGED', { dataDir, detail });
    throw health.damage;
  }
  if (path === db.name) throw new LapakError('BOOK_LOST', { dataDir });
  throw new LapakError('FILE_LOST', { file: path }, { cause });
}

function lossOf({ db, places, dataDir }: Book): Loss | undefined {
  try {
    return findLoss(db, places);
  } catch (error) {
    throw databaseFailure(error, dataDir);
  }
}
