import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { LapakError } from '../../../domain/errors.ts';
import { connectionTo } from '../database/connection.ts';
import { databaseFailure } from '../../../node/sqlite/failure.ts';
import { lockFolder } from '../database/lock.ts';
import { read } from '../database/write.ts';
import { describeError } from '../../../node/log.ts';
import { BOOK_FILE } from '../open-till.ts';
import { readHead } from './append-record.ts';
import { findPublicKey } from './device-store.ts';
import { assertNotRolledBack } from './head-file.ts';
import { type Verification, verifyJournal } from './verify.ts';

/**
 * Checks the journal of a folder without opening its till, because a till refuses to open on what
 * this is asked to find: a changed record, a book set back to an older one. Nothing is written.
 * @throws LapakError FILE_UNREADABLE where there is no book, FOLDER_IN_USE, FOLDER_READ_ONLY
 */
export async function verifyFolder(dataDir: string): Promise<Verification> {
  const file = join(dataDir, BOOK_FILE);
  if (!existsSync(file)) throw new LapakError('FILE_UNREADABLE', { file });
  const lock = lockFolder(dataDir); // sums and records are of one moment: nobody sells meanwhile
  try {
    return await verifyFile(file, dataDir);
  } catch (error) {
    return damage(databaseFailure(error, dataDir));
  } finally {
    lock.release();
  }
}

async function verifyFile(file: string, dataDir: string): Promise<Verification> {
  const db = new Database(file, { readonly: true });
  try {
    const connection = connectionTo(db, dataDir);
    const publicKey = read(connection, findPublicKey);
    if (!publicKey) return notWhole('the book names no device');
    const verification = await verifyJournal({ ...connection, device: { publicKey } });
    if (verification.ok) assertNotRolledBack(dataDir, read(connection, readHead));
    return verification;
  } finally {
    db.close();
  }
}

/** What cannot even be read is not whole, whichever record it is. */
function damage(failure: unknown): Verification {
  if (!(failure instanceof LapakError)) throw failure;
  if (failure.code === 'DATABASE_DAMAGED' || failure.code === 'DATABASE_ROLLED_BACK') {
    return notWhole(describeError(failure));
  }
  throw failure;
}

function notWhole(reason: string): Verification {
  return { ok: false, records: 0, firstBad: null, reason };
}
