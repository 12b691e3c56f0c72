import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { bookPieces, openTestTill } from '../../../test/support/test-till.ts';
import { BOOK_FILE } from '../journal/folder.ts';
import { rebuildFolder } from '../journal/rebuild.ts';
import { recoverFolder } from '../journal/recover.ts';
import { TIP_FILE } from '../journal/tip-file.ts';
import { closeTill, openTill } from '../open-till.ts';
import { databaseFailure } from '../../../node/sqlite/failure.ts';
import { lockFolder } from '../../../node/sqlite/lock-folder.ts';
import { LOCK_FILE } from './book.ts';
import { assertPragmas } from '../../../node/sqlite/open-database.ts';
import { write, writeUnsynced } from './write.ts';
import { writeSetting } from '../settings/setting-store.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lapak-db-'));
  folders.push(folder);
  return folder;
}

test('every open is WAL and synchronous=FULL with foreign keys, the second too', async () => {
  const book = await openTestTill();
  for (const open of [() => book.till, book.reopen, book.reopen]) {
    const till = await open();
    expect(till.db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(till.db.pragma('synchronous', { simple: true })).toBe(2);
    expect(till.db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(till.db.pragma('trusted_schema', { simple: true })).toBe(0);
    expect(till.db.pragma('wal_autocheckpoint', { simple: true })).toBe(0);
  }
  await book.close();
});

test('a connection that lost its synchronous=FULL is refused', async () => {
  const book = await openTestTill();
  book.till.db.pragma('synchronous = NORMAL');
  expect(() => assertPragmas(book.till.db)).toThrow(/PRAGMA synchronous is 1, it must be 2/);
  await book.close();
});

test('behind a write that is not synced each is synced again, also where it fails', async () => {
  const book = await openTestTill();
  const { db } = book.till;
  const synchronous = () => db.pragma('synchronous', { simple: true });
  expect(writeUnsynced(book.till, synchronous)).toBe(1);
  expect(synchronous()).toBe(2);
  const fails = () => {
    throw new Error('no');
  };
  expect(() => writeUnsynced(book.till, fails)).toThrow('no');
  expect(synchronous()).toBe(2);
  await book.close();
});

test('a second till on the same folder is refused in one sentence', async () => {
  const book = await openTestTill();
  await expect(openTill({ dataDir: book.dataDir, clock: Date.now })).rejects.toMatchObject({
    code: 'FOLDER_IN_USE',
    data: { dataDir: book.dataDir },
  });
  await book.close();
});

test('a book that another program writes to is told as in use, and sells after it', async () => {
  const book = await openTestTill();
  book.till.db.pragma('busy_timeout = 1');
  const other = new Database(join(book.dataDir, BOOK_FILE));
  other.exec('BEGIN IMMEDIATE');
  expect(() => bookPieces(book.till, 1)).toThrow('FOLDER_IN_USE');
  other.exec('ROLLBACK');
  other.close();

  expect(bookPieces(book.till, 1).position).toBeGreaterThan(0);
  await book.close();
});

test('a folder can be taken again after it was given back', () => {
  const folder = newFolder();
  lockFolder(folder, LOCK_FILE).release();
  lockFolder(folder, LOCK_FILE).release();
});

test('a folder that is really a file cannot be opened', async () => {
  const file = join(newFolder(), 'not-a-folder');
  writeFileSync(file, '');
  await expect(openTill({ dataDir: file, clock: Date.now })).rejects.toMatchObject({
    code: 'FOLDER_READ_ONLY',
  });
});

test('a book from a newer program is left alone, also by what repairs a book', async () => {
  const book = await openTestTill();
  const { dataDir, clock } = book;
  book.till.db.exec("INSERT INTO migration VALUES ('9999-later')");
  await closeTill(book.till);
  rmSync(join(dataDir, TIP_FILE)); // there would be something to recover
  const bytes = readFileSync(join(dataDir, BOOK_FILE));
  const newer = { code: 'DATABASE_NEWER', data: { found: 2, known: 1 } };

  await expect(book.reopen()).rejects.toMatchObject(newer);
  expect(() => rebuildFolder(dataDir)).toThrow(expect.objectContaining(newer));
  expect(() => recoverFolder(dataDir, clock.now)).toThrow(expect.objectContaining(newer));

  expect(readFileSync(join(dataDir, BOOK_FILE)).equals(bytes)).toBe(true);
  await book.close();
});

test('a promise inside a transaction is refused, and nothing is written', async () => {
  const book = await openTestTill();
  expect(() => write(book.till, () => Promise.resolve(1))).toThrow(/nothing is awaited/);
  expect(book.till.db.inTransaction).toBe(false);
  await book.close();
});

test('the write-ahead log stays bounded however much is written back to back', async () => {
  const book = await openTestTill();
  const { till, dataDir } = book;
  const text = 'x'.repeat(2_000);
  for (let round = 0; round < 12_000; round += 1) {
    write(till, (tx) => writeSetting(tx, `key-${round % 3_000}`, text));
    till.checkpointer.wrote();
    if (round % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(statSync(join(dataDir, `${BOOK_FILE}-wal`)).size).toBeLessThan(128_000_000);
  await closeTill(till);
  expect(existsSync(join(dataDir, `${BOOK_FILE}-wal`))).toBe(false);
  await book.close();
});

test.each([
  ['SQLITE_FULL', 'DISK_FULL'],
  ['ENOSPC', 'DISK_FULL'],
  ['SQLITE_READONLY_DBMOVED', 'FOLDER_READ_ONLY'],
  ['EROFS', 'FOLDER_READ_ONLY'],
  ['SQLITE_CORRUPT_VTAB', 'DATABASE_DAMAGED'],
  ['SQLITE_NOTADB', 'DATABASE_DAMAGED'],
  ['SQLITE_IOERR_FSYNC', 'DISK_FAULT'],
])('%s is told as %s', (code, told) => {
  const error = Object.assign(new Error('from below'), { code });
  expect(databaseFailure(error, '/data')).toMatchObject({ code: told });
});
