import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import {
  bookPieces,
  openTestShift,
  openTestTill,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { verifyFolder } from '../journal/verify-folder.ts';
import { openTill } from '../open-till.ts';
import { readTotals } from '../sales/procedures.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

const at = (name: string) => join(book.dataDir, name);
const sell = () => bookPieces(book.till, 1);

/** Another file with the same bytes, in its place. */
function replace(file: string): void {
  copyFileSync(file, `${file}.copy`);
  renameSync(`${file}.copy`, file);
}

/** The folder as kill -9 leaves it. */
function killedCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), 'lapak-killed-'));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  cpSync(book.dataDir, copy, { recursive: true });
  return copy;
}

test.each([
  ['lapak.db', 'was deleted', rmSync, 'BOOK_LOST'],
  ['lapak.db', 'gave way to another', replace, 'BOOK_LOST'],
  ['lapak.db-wal', 'was deleted', rmSync, 'FILE_LOST'],
  ['lapak.db-wal', 'gave way to another', replace, 'FILE_LOST'],
  ['lapak.lock', 'was deleted', rmSync, 'FILE_LOST'],
  ['lapak.lock', 'gave way to another', replace, 'FILE_LOST'],
])('nothing is sold when %s %s while the till was open', (name, _, disturb, code) => {
  sell();
  disturb(at(name));

  for (let sale = 0; sale < 2; sale += 1) expect(sell).toThrow(code);
});

test.each([
  ['opening of a shift', false],
  ['sale', true],
])('the first %s of a till notices it as well', async (_, isShiftOpen) => {
  if (isShiftOpen) openTestShift(book.till);
  const till = await book.reopen();
  rmSync(at('lapak.db-wal'));

  expect(() => bookPieces(till, 1)).toThrow(
    expect.objectContaining({ data: { file: at('lapak.db-wal') } }) as Error,
  );
});

test('what was sold before the log was lost stands in the book, also after a kill', async () => {
  for (let sale = 0; sale < 3; sale += 1) sell();
  rmSync(at('lapak.db-wal'));
  expect(sell).toThrow('FILE_LOST');

  expect(await verifyFolder(killedCopy())).toMatchObject({ ok: true, records: 5 });
  expect(readTotals(await book.reopen())).toMatchObject({ sales: 3 });
});

test('a log that is put back after it was lost overwrites no later sale', async () => {
  sell();
  renameSync(at('lapak.db-wal'), at('moved'));
  expect(sell).toThrow('FILE_LOST');
  const till = await book.reopen();
  bookPieces(till, 1);
  await till.close();
  renameSync(at('moved'), at('lapak.db-wal'));

  expect(readTotals(await book.reopen())).toMatchObject({ sales: 2 });
  expect(statSync(at('lapak.db-wal')).size).toBe(0);
});

test('a folder that came back to its place is sold into again', () => {
  renameSync(book.dataDir, `${book.dataDir}-moved`);
  expect(sell).toThrow('BOOK_LOST');
  renameSync(`${book.dataDir}-moved`, book.dataDir);

  expect(sell().position).toBe(3);
});

test('of two tills that a deleted lock let into one folder, the first sells no more', async () => {
  rmSync(at('lapak.lock'));
  const second = await openTill({ dataDir: book.dataDir, clock: () => book.clock.now });
  onTestFinished(() => second.close());

  expect(sell).toThrow('FILE_LOST');
  expect(bookPieces(second, 1).position).toBe(3);
});

test.each([
  ['lapak.db', 4_096],
  ['lapak.db', 0],
  ['lapak.db-wal', 0],
  ['lapak.db-wal', 4_152],
])('%s that was cut off to %i bytes is told as damaged, until the till closes', (name, bytes) => {
  for (let sale = 0; sale < 3; sale += 1) sell();
  const whole = statSync(at(name)).size;
  truncateSync(at(name), bytes);

  expect(sell).toThrow(
    expect.objectContaining({
      code: 'DATABASE_DAMAGED',
      data: { dataDir: book.dataDir, detail: `${name} was cut off` },
    }) as Error,
  );
  truncateSync(at(name), whole);
  expect(sell).toThrow('DATABASE_DAMAGED');
});

test.each([
  ['folded into the book and emptied', () => book.till.checkpointer.flush()],
  ['folded into the book', () => book.till.db.pragma('wal_checkpoint(PASSIVE)')],
])('a log that was %s is no damage', (_, fold) => {
  for (let round = 0; round < 3; round += 1) {
    sell();
    fold();
    fold();
  }

  expect(sell().position).toBe(6);
});

test('a book that another program looked at, or made smaller, is sold into', () => {
  const { db } = book.till;
  db.exec('CREATE TABLE large (bytes BLOB)');
  db.exec('INSERT INTO large VALUES (zeroblob(1000000))');
  book.till.checkpointer.flush();
  sell();
  const before = statSync(at('lapak.db')).size;
  const other = new Database(at('lapak.db'));
  other.exec('DROP TABLE large; VACUUM');
  other.pragma('wal_checkpoint(TRUNCATE)');
  other.close();
  expect(statSync(at('lapak.db')).size).toBeLessThan(before - 900_000);

  expect(sell().position).toBe(4);
  expect(existsSync(at('lapak.db-wal'))).toBe(true);
});

test('a lock that somebody wrote into is to be deleted once no till holds it', async () => {
  const again = () => openTill({ dataDir: book.dataDir, clock: () => book.clock.now });
  writeFileSync(at('lapak.lock'), 'x'.repeat(4_096));
  await expect(again()).rejects.toMatchObject({ code: 'FOLDER_IN_USE' });

  await book.till.close();
  await expect(again()).rejects.toMatchObject({
    data: { detail: 'lapak.lock is no lock; nothing is in it, delete it while no Lapak runs' },
  });
});
