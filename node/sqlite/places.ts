import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

/** A file that an open database stands on. */
interface Place {
  readonly path: string;
  /** Its number on the disk. While it is open no other file gets it, removed or not. */
  readonly number: bigint | undefined;
  /** As long as it was seen last. */
  sizeBytes: bigint;
}

/** The files that an open database stands on: this process holds each of them open. */
export interface Places {
  readonly file: Place;
  readonly log: Place;
  /** Of the folder; null for who holds none. */
  readonly lock: Place | null;
}

/** What became of a file while it was open. */
export interface Loss {
  readonly path: string;
  /** `gone`: removed, or another file is in its place. */
  readonly how: 'gone' | 'cut-off';
  /** Why what stood in a log that is gone could not be put into the database. */
  readonly cause?: unknown;
}

/** Source: sqlite.org/fileformat2.html, 4.1: the log's header, and that of each page in it. */
const [LOG_HEADER_BYTES, FRAME_HEADER_BYTES] = [32, 24];

/** The places of a database in WAL that was opened just now. */
export function placesOf(db: Database, lockFile: string | null): Places {
  db.pragma('schema_version'); // the first read opens the log, and makes it where there is none
  return {
    file: placeAt(db.name),
    log: placeAt(`${db.name}-wal`),
    lock: lockFile === null ? null : placeAt(lockFile),
  };
}

/**
 * Whether what is written now comes into the files that are at their places: SQLite goes on with
 * one that was removed, or cut off, and says nothing. A look takes 3 µs.
 * @throws SqliteError where the length of a file that became shorter cannot be told
 */
export function findLoss(db: Database, { file, log, lock }: Places): Loss | undefined {
  const [fileLook, logLook] = [look(file), look(log)];
  if (fileLook === 'gone') return { path: file.path, how: 'gone' };
  if (lock && look(lock) === 'gone') return { path: lock.path, how: 'gone' };
  if (logLook === 'gone') return { path: log.path, how: 'gone', cause: foldLog(db) };
  // A file that was folded or compacted is shorter and whole: it has all that SQLite has in it.
  if (fileLook === 'shorter' && file.sizeBytes < fileBytes(db)) return cutOff(file);
  if (logLook === 'shorter' && log.sizeBytes < logBytes(db)) return cutOff(log);
  return undefined;
}

function placeAt(path: string): Place {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return { path, number: found?.ino, sizeBytes: found?.size ?? 0n };
}

function look(place: Place): 'there' | 'gone' | 'shorter' {
  const { number, sizeBytes } = placeAt(place.path);
  if (number !== place.number) return 'gone';
  const isShorter = sizeBytes < place.sizeBytes;
  place.sizeBytes = sizeBytes;
  return isShorter ? 'shorter' : 'there';
}

function cutOff({ path }: Place): Loss {
  return { path, how: 'cut-off' };
}

/**
 * Puts what is in a log that is in no folder any more into the database, and empties it: one that
 * is put back later overwrites nothing. @returns why not, where that fails: closing tries again
 */
function foldLog(db: Database): unknown {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
    return undefined;
  } catch (error) {
    return error;
  }
}

function fileBytes(db: Database): number {
  return pragma(db, 'page_count') * pragma(db, 'page_size');
}

function logBytes(db: Database): number {
  const [result] = db.pragma('wal_checkpoint(NOOP)') as { readonly log: number }[]; // one row
  const frames = result?.log ?? 0;
  if (frames === 0) return 0;
  return LOG_HEADER_BYTES + frames * (FRAME_HEADER_BYTES + pragma(db, 'page_size'));
}

function pragma(db: Database, name: string): number {
  return Number(db.pragma(name, { simple: true }));
}
