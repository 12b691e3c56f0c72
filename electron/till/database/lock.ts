import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { LapakError } from '../../../domain/errors.ts';
import { databaseFailure } from '../../../node/sqlite/failure.ts';

/** A folder held by this process until release(), or until the process ends in any way. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the data folder for this process. The lock is an exclusive transaction on a database of
 * its own (`lapak.lock`): the operating system drops it when the process dies, also by kill -9,
 * and Node has no file locks of its own. The book itself stays open to a second connection.
 * @throws LapakError FOLDER_IN_USE, FOLDER_READ_ONLY, DISK_FULL
 */
export function lockFolder(dataDir: string): FolderLock {
  try {
    makeFolder(dataDir);
    const lock = new Database(join(dataDir, 'lapak.lock'), { timeout: 0 });
    try {
      lock.pragma('journal_mode = DELETE');
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      lock.close();
      throw error;
    }
    return { release: () => lock.close() };
  } catch (error) {
    throw lockFailure(error, dataDir);
  }
}

/** Level by level: Node's recursive mkdir never ends under /proc, which says ENOENT for ever. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // else another process made it a moment ago
  }
}

function lockFailure(error: unknown, dataDir: string): unknown {
  if (error instanceof Error && 'code' in error) {
    const code = String(error.code);
    if (code.startsWith('SQLITE_BUSY')) return new LapakError('FOLDER_IN_USE', { dataDir });
    if (code === 'EEXIST' || code === 'ENOTDIR' || code === 'ENOENT') {
      return new LapakError('FOLDER_READ_ONLY', { dataDir }, { cause: error });
    }
  }
  return databaseFailure(error, dataDir);
}
