import { join } from 'node:path';
import Database from 'better-sqlite3';
import { LapakError } from '../../domain/errors.ts';
import { assertPrivateFile, assertWritable, makePrivateFolder } from '../private-file.ts';
import { databaseFailure } from './failure.ts';

/** A folder held by this process until release(), or until the process ends in any way. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes a data folder for this process, and keeps it to its owner. The lock is an exclusive
 * transaction on a database of its own: the operating system drops it when the process dies, also
 * by kill -9, and Node has no file locks of its own. The database of the folder itself stays open
 * to a second connection.
 * @param name of the lock's file in the folder
 * @throws LapakError FOLDER_IN_USE, FOLDER_READ_ONLY, DISK_FULL, FILE_FOREIGN, DATABASE_DAMAGED
 */
export function lockFolder(dataDir: string, name: string): FolderLock {
  try {
    makePrivateFolder(dataDir, (names) => names.includes(name));
    const file = join(dataDir, name);
    assertPrivateFile(file);
    assertWritable(file); // SQLite would open it to read, and hold nothing
    const lock = new Database(file, { timeout: 0 });
    try {
      lock.pragma('journal_mode = MEMORY'); // no second file
      lock.exec('BEGIN EXCLUSIVE');
      assertPrivateFile(file); // a new one is made with everybody's rights
    } catch (error) {
      lock.close();
      throw error;
    }
    return { release: () => lock.close() };
  } catch (error) {
    throw lockFailure(error, dataDir, name);
  }
}

function lockFailure(error: unknown, dataDir: string, name: string): unknown {
  if (error instanceof Error && 'code' in error && !(error instanceof LapakError)) {
    const code = String(error.code);
    if (/^(EEXIST|ENOTDIR|ENOENT|ENAMETOOLONG|ELOOP)$/.test(code)) {
      return new LapakError('FOLDER_READ_ONLY', { dataDir }, { cause: error });
    }
  }
  const failure = databaseFailure(error, dataDir);
  if (!(failure instanceof LapakError) || failure.code !== 'DATABASE_DAMAGED') return failure;
  // Somebody wrote into it, and nobody holds it: SQLite asks for that first. The database is
  // another file.
  const detail = `${name} is no lock; nothing is in it, delete it while no Lapak runs`;
  return new LapakError('DATABASE_DAMAGED', { dataDir, detail }, { cause: error });
}
