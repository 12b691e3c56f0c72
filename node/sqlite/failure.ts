import { LapakError } from '../../domain/errors.ts';

/**
 * What SQLite or the file system said, as the failure a person can act on; anything else as it
 * was.
 */
export function databaseFailure(error: unknown, dataDir: string): unknown {
  if (error instanceof LapakError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const options = { cause: error };
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new LapakError('DISK_FULL', {}, options);
  }
  if (code.startsWith('SQLITE_BUSY')) return new LapakError('FOLDER_IN_USE', { dataDir }, options);
  if (
    /^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code) ||
    /^(EACCES|EROFS|EPERM|ENAMETOOLONG)$/.test(code)
  ) {
    return new LapakError('FOLDER_READ_ONLY', { dataDir }, options);
  }
  // A table or column that is gone, a sum that no rows of ours have, an index of words that is
  // none: the program's own SQL knows them all.
  const isLost =
    code === 'SQLITE_ERROR' &&
    /^no such |malformed|no such module|integer overflow|invalid fts5/.test(error.message);
  if (/^SQLITE_(CORRUPT|NOTADB|SCHEMA|MISMATCH)/.test(code) || isLost) {
    return new LapakError('DATABASE_DAMAGED', { dataDir, detail: error.message }, options);
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') {
    return new LapakError('DISK_FAULT', { detail: code }, options);
  }
  return error;
}
