import Database from 'better-sqlite3';
import { assert } from '../../domain/assert.ts';
import { assertWritable } from '../private-file.ts';
import { checkQuickly, isLargeBook } from './quick-check.ts';

/**
 * What every connection to a book, or a hub's database, runs with. better-sqlite3 reopens a WAL
 * database at synchronous=NORMAL, so each is set and read back at every open, also the second.
 */
const pragmas = [
  { name: 'journal_mode', set: 'WAL', reads: 'wal' },
  { name: 'synchronous', set: 'FULL', reads: 2 },
  { name: 'foreign_keys', set: 'ON', reads: 1 },
  { name: 'trusted_schema', set: 'OFF', reads: 0 },
  { name: 'fullfsync', set: 'ON', reads: 1 },
  { name: 'checkpoint_fullfsync', set: 'ON', reads: 1 },
  // What is taken out of the book is in no free part of a page either: a name that was erased.
  { name: 'secure_delete', set: 'ON', reads: 1 },
  // KiB, at most: the pages that a search in 100.000 products touches (8 MB: twice as slow).
  { name: 'cache_size', set: '-32000', reads: -32_000 },
] as const;

/**
 * Whose database it is. The log is folded into a till's by the program when it is idle, off a
 * sale's path; into a hub's by SQLite, at a commit after so many pages. SQLite waits for another
 * program on the thread itself: a till has nothing else to do, the hub waits off it (dialects.ts).
 */
export type DatabaseOf = 'till' | 'hub';
const usage = {
  till: { checkpointPages: 0, busyMs: 5_000 },
  hub: { checkpointPages: 1_000, busyMs: 10 },
} as const;

function pragmasOf(whose: DatabaseOf) {
  const { checkpointPages, busyMs } = usage[whose];
  return [
    ...pragmas,
    { name: 'wal_autocheckpoint', set: String(checkpointPages), reads: checkpointPages },
    { name: 'busy_timeout', set: String(busyMs), reads: busyMs },
  ] as const;
}

/** Before 3.51.3 a writer and a checkpointer that race could lose commits (sqlite.org/wal.html). */
const SQLITE_VERSION_MIN = [3, 51, 3] as const;

/**
 * Opens a database and asserts how it is open. A large one is left to checkInBackground().
 * @throws SqliteError and `EACCES`, to be told by databaseFailure(); LapakError DATABASE_DAMAGED
 */
export function openDatabase(
  file: string,
  dataDir: string,
  whose: DatabaseOf = 'till',
): Database.Database {
  assertWritable(file); // SQLite would open it to read, and refuse the first sale
  const db = new Database(file);
  try {
    for (const { name, set } of pragmasOf(whose)) db.pragma(`${name} = ${set}`);
    assertPragmas(db, whose);
    assertVersion(db);
    if (!isLargeBook(file)) checkQuickly(db, dataDir);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Reads back how the connection runs. @throws InvariantError naming the first that differs */
export function assertPragmas(db: Database.Database, whose: DatabaseOf = 'till'): void {
  for (const { name, reads } of pragmasOf(whose)) {
    const found: unknown = db.pragma(name, { simple: true });
    assert(found === reads, `PRAGMA ${name} is ${String(found)}, it must be ${reads}`);
  }
}

function assertVersion(db: Database.Database): void {
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  const difference = SQLITE_VERSION_MIN.map((least, at) => (parts[at] ?? 0) - least);
  const firstDifference = difference.find((part) => part !== 0) ?? 0;
  assert(firstDifference >= 0, `SQLite ${version} is older than ${SQLITE_VERSION_MIN.join('.')}`);
}
