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
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code) || /^(EACCES|EROFS|EPERM)$/.test(code)) {
    return new LapakError('FOLDER_READ_ONLY', { dataDir }, options);
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return new LapakError('DATABASE_DAMAGED', { dataDir, detail: error.message }, options);
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') {
    return new LapakError('DISK_FAULT', { detail: code }, options);
  }
  return error;
}
