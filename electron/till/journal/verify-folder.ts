import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database, { SqliteError } from 'better-sqlite3';
import { LapakError } from '../../../domain/errors.ts';
import { describeError } from '../../../node/log.ts';
import { databaseFailure } from '../../../node/sqlite/failure.ts';
import { bookOf, LOCK_FILE } from '../database/book.ts';
import { lockFolder } from '../../../node/sqlite/lock-folder.ts';
import { read } from '../database/write.ts';
import { assertWhole } from './assert-whole.ts';
import { assertBookThere, BOOK_FILE, inspectFolder } from './folder.ts';
import { type Verification, verifyBook } from './verify.ts';

/**
 * Checks the book of a folder without opening its till, because a till refuses to open on what this
 * is asked to find: a changed record, a book set back to an older one, a missing tip file. Nothing
 * is written into what is there; beside it stays lapak.lock, and the index of a log that was there.
 * @throws LapakError BOOK_MISSING where there never was a book, FOLDER_IN_USE, FOLDER_READ_ONLY
 */
export async function verifyFolder(dataDir: string): Promise<Verification> {
  assertBookThere(dataDir);
  // Sums and records are of one moment: nobody sells meanwhile.
  const lock = lockFolder(dataDir, LOCK_FILE);
  try {
    return await verifyFiles(dataDir);
  } catch (error) {
    return damage(databaseFailure(error, dataDir));
  } finally {
    lock.release();
  }
}

async function verifyFiles(dataDir: string): Promise<Verification> {
  const folder = inspectFolder(dataDir);
  if (folder.kind === 'empty') throw new LapakError('BOOK_MISSING', { dataDir });
  const { device, tip } = folder;
  const file = join(dataDir, BOOK_FILE);
  const hadLog = existsSync(`${file}-wal`);
  const db = new Database(file, { readonly: true });
  try {
    if (isBrokenOff(db)) {
      return notWhole(`a write broke off, and ${BOOK_FILE}-journal would undo it`);
    }
    const book = bookOf(db, dataDir);
    const verification = await verifyBook({ ...book, device });
    if (!verification.ok) return verification;
    read(book, (tx) => assertWhole(tx, device, tip));
    const found = findDamage(file);
    return found === undefined ? verification : notWhole(`SQLite says: ${found}`);
  } finally {
    db.close();
    if (!hadLog && existsSync(`${file}-wal`)) removeEmptyLog(file);
  }
}

/**
 * Removes the log that reading made, and its index, as SQLite does when the last connection that
 * could write closes: nothing is in it, so nothing is folded into the book.
 */
function removeEmptyLog(file: string): void {
  let db: Database.Database | undefined;
  try {
    db = new Database(file);
    db.pragma('schema_version');
  } catch {
    // A book that cannot be read so keeps its empty log: the check has said what is wrong with it.
  } finally {
    db?.close();
  }
}

/**
 * Whether a journal beside the book undoes what another program was about to write: a till never
 * leaves one. SQLite reads no further before it may, and here it may not.
 */
function isBrokenOff(db: Database.Database): boolean {
  try {
    db.pragma('schema_version');
    return false;
  } catch (error) {
    if (error instanceof SqliteError && error.code === 'SQLITE_READONLY_ROLLBACK') return true;
    throw error;
  }
}

/**
 * What SQLite finds wrong in pages, indexes, CHECKs and references. A connection that only reads
 * does not check the CHECKs, so this one could write, and is told not to; another one stays open,
 * so that closing this one folds no log.
 */
function findDamage(file: string): string | undefined {
  const db = new Database(file);
  try {
    db.pragma('query_only = ON');
    const found = db.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') return String(found);
    const [stray] = db.pragma('foreign_key_check') as { table: string }[]; // sqlite.org/pragma.html
    return stray && `a row of ${stray.table} refers to nothing`;
  } finally {
    db.close();
  }
}

/** Failures that are the answer: what cannot even be read is not whole. */
const answers: readonly string[] = [
  'DATABASE_DAMAGED',
  'DATABASE_ROLLED_BACK',
  'TIP_MISSING',
  'DEVICE_KEY_MISSING',
  'BOOK_LOST',
  'FILE_FOREIGN',
];

/** What cannot be read for whatever other reason is a fault, and no answer. */
function damage(failure: unknown): Verification {
  if (failure instanceof LapakError && answers.includes(failure.code)) {
    return notWhole(describeError(failure));
  }
  throw failure;
}

function notWhole(reason: string): Verification {
  return { ok: false, records: 0, firstBad: null, reason };
}
