import { assert } from '../../../domain/assert.ts';
import { databaseFailure } from '../../../node/sqlite/failure.ts';
import type { Book } from './book.ts';
import { assertInPlace } from './places.ts';
import type { Tx } from './run.ts';

/**
 * One act: all of `act` in one immediate transaction, on disk before this returns
 * (synchronous=FULL). Nothing may be awaited inside.
 * @throws LapakError DISK_FULL, DISK_FAULT, FOLDER_READ_ONLY, FOLDER_IN_USE, BOOK_LOST,
 *   FILE_LOST, DATABASE_DAMAGED, and what `act` throws; then nothing was written
 */
export function write<T>(book: Book, act: (tx: Tx) => T): T {
  if (book.health.damage) throw book.health.damage;
  assertInPlace(book);
  return transact(book, act, 'immediate');
}

/**
 * The same, and on disk with the next write() at the latest: only a power cut before that can take
 * it away, whole (synchronous=NORMAL). For what is found out again by itself.
 * @throws as write()
 */
export function writeUnsynced<T>(book: Book, act: (tx: Tx) => T): T {
  book.db.pragma('synchronous = NORMAL');
  try {
    return write(book, act);
  } finally {
    book.db.pragma('synchronous = FULL');
  }
}

/** One consistent look at the book. @throws LapakError as write() */
export function read<T>(book: Book, look: (tx: Tx) => T): T {
  return transact(book, look, 'deferred');
}

function transact<T>(book: Book, body: (tx: Tx) => T, mode: 'immediate' | 'deferred'): T {
  book.acts.open += 1;
  try {
    const result = book.transact[mode](() => {
      const given = body(book as Tx); // the only place where a Tx is made
      assert(!(given instanceof Promise), 'nothing is awaited in a transaction');
      return given;
    });
    return result as T; // better-sqlite3 gives back what the act gave
  } catch (error) {
    throw databaseFailure(error, book.dataDir);
  } finally {
    book.acts.open -= 1;
  }
}
