import { join } from 'node:path';
import { LapakError } from '../../../domain/errors.ts';
import { databaseFailure } from '../../../node/sqlite/failure.ts';
import { openDatabase } from '../../../node/sqlite/open-database.ts';
import { type Book, bookOf, LOCK_FILE } from '../database/book.ts';
import { lockFolder } from '../../../node/sqlite/lock-folder.ts';
import { assertUpToDate } from '../database/migrate.ts';
import { migrations } from '../database/migrations.ts';
import { assertBookThere, BOOK_FILE, type BookFolder, inspectFolder } from './folder.ts';

/**
 * Gives `act` the book of a folder that no till has open, to mend what a till would not open on.
 * @throws LapakError BOOK_MISSING, FOLDER_IN_USE, what opening a folder throws, and what `act` does
 */
export function repairFolder<T>(dataDir: string, act: (book: Book, folder: BookFolder) => T): T {
  assertBookThere(dataDir);
  const lock = lockFolder(dataDir, LOCK_FILE);
  try {
    const folder = inspectFolder(dataDir);
    if (folder.kind === 'empty') throw new LapakError('BOOK_MISSING', { dataDir });
    const db = openDatabase(join(dataDir, BOOK_FILE), dataDir);
    try {
      assertUpToDate(db, dataDir, migrations);
      return act(bookOf(db, dataDir), folder);
    } finally {
      db.close();
    }
  } catch (error) {
    throw databaseFailure(error, dataDir);
  } finally {
    lock.release();
  }
}
