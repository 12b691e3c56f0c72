import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { LapakError } from '../../../domain/errors.ts';
import { databaseFailure } from '../../../node/sqlite/failure.ts';
import type { Book } from './book.ts';
import type { CheckpointResult } from './checkpointer.ts';
import { LOCK_FILE } from './lock.ts';

/** A file that an open book stands on. */
interface Place {
  readonly path: string;
  /** Its number on the disk. While it is open no other file gets it, removed or not. */
  readonly number: bigint | undefined;
  /** As long as it was seen last. */
  sizeBytes: bigint;
}

/** The files that an open book stands on: this process holds each of them open. */
export interface Places {
  readonly file: Place;
  readonly log: Place;
  readonly lock: Place;
}

/** Source: sqlite.org/fileformat2.html, 4.1: the log's header, and that of each page in it. */
const [LOG_HEADER_BYTES, FRAME_HEADER_BYTES] = [32, 24];

/** The places of a book that was opened just now. */
export function placesOf(db: Database, dataDir: string): Places {
  db.pragma('schema_version'); // the first read opens the log, and makes it where there is none
  return {
    file: placeAt(db.name),
    log: placeAt(`${db.name}-wal`),
    lock: placeAt(join(dataDir, LOCK_FILE)),
  };
}

/**
 * Sees to it that what is written now comes into the files of the folder: SQLite goes on with one
 * that was removed, or cut off, and says nothing. A look takes 3 µs.
 * @throws LapakError BOOK_LOST; FILE_LOST for the log or the lock; DATABASE_DAMAGED for a book or a
 *   log that was cut off, from then on
 */
export function assertInPlace(book: Book): void {
  const { db, dataDir, places } = book;
  const { file, log, lock } = places;
  const [fileLook, lockLook, logLook] = [look(file), look(lock), look(log)];
  if (fileLook === 'gone') throw new LapakError('BOOK_LOST', { dataDir });
  if (lockLook === 'gone') throw new LapakError('FILE_LOST', { file: lock.path });
  if (logLook === 'gone') {
    throw new LapakError('FILE_LOST', { file: log.path }, { cause: foldLog(db) });
  }
  if (fileLook === 'shorter') refuseCutOff(book, file, bookBytes);
  if (logLook === 'shorter') refuseCutOff(book, log, logBytes);
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

/**
 * Puts the sales of a log that is in no folder any more into the book, and empties it: one that is
 * put back later overwrites nothing. @returns why not, where that fails: closing tries again
 */
function foldLog(db: Database): unknown {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
    return undefined;
  } catch (error) {
    return error;
  }
}

/** A file that was folded or compacted is shorter and whole: it has all that SQLite has in it. */
function refuseCutOff(book: Book, place: Place, bytesOf: (db: Database) => number): void {
  const { db, dataDir, health } = book;
  try {
    if (place.sizeBytes >= bytesOf(db)) return;
  } catch (error) {
    throw databaseFailure(error, dataDir);
  }
  const detail = `${basename(place.path)} was cut off`;
  health.damage = new LapakError('DATABASE_DAMAGED', { dataDir, detail });
  throw health.damage;
}

function bookBytes(db: Database): number {
  return pragma(db, 'page_count') * pragma(db, 'page_size');
}

function logBytes(db: Database): number {
  const [result] = db.pragma('wal_checkpoint(NOOP)') as CheckpointResult[]; // one row
  const frames = result?.log ?? 0;
  if (frames === 0) return 0;
  return LOG_HEADER_BYTES + frames * (FRAME_HEADER_BYTES + pragma(db, 'page_size'));
}

function pragma(db: Database, name: string): number {
  return Number(db.pragma(name, { simple: true }));
}
