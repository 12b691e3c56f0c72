import { hash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, afterEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import { read } from '../database/write.ts';
import { closeTill, openTill } from '../open-till.ts';
import { replayHistory } from '../history/replay-history.ts';
import { type PlacedRecord, recordsFrom } from './record-store.ts';
import { verifyFolder } from './verify-folder.ts';

const now = Date.UTC(2026, 10, 23, 5);
const SALES = 5;
/** The start, the sales, and the act of taking them over. */
const RECORDS = SALES + 2;

let dataDir: string;
let file: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lapak-verify-'));
  file = join(dataDir, 'lapak.db');
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** A book of five sales taken over. @returns its records */
async function makeBook(): Promise<PlacedRecord[]> {
  const till = await openTill({ dataDir, clock: () => now });
  await sell(till, 1, SALES);
  const records = read(till, (tx) => recordsFrom(tx, 1, 100));
  await closeTill(till);
  return records;
}

async function sell(till: Awaited<ReturnType<typeof openTill>>, from: number, to: number) {
  const rows = Array.from({ length: to - from + 1 }, (_, i) => `N${from + i};K1;1;1/12/2025;1000`);
  await replayHistory(till, theOwner, {
    content: ['nota;kode;qty;tanggal;harga', ...rows].join('\n'),
    rate: { digits: 1, scale: 0 },
    columns: {},
    delimiter: null,
    dates: null,
    decimal: null,
    refundPrefix: '',
    onProgress: () => undefined,
  });
}

/** Changes one byte of the file wherever these bytes stand: some lie in pages given up as well. */
function damage(bytes: Buffer, offset = bytes.length - 3): void {
  const book = readFileSync(file);
  const places: number[] = [];
  for (let at = book.indexOf(bytes); at >= 0; at = book.indexOf(bytes, at + 1)) places.push(at);
  expect(places).not.toEqual([]);
  for (const at of places) book.writeUInt8(book.readUInt8(at + offset) ^ 1, at + offset);
  writeFileSync(file, book);
}

test('a lock that somebody wrote into is named, and not the book', async () => {
  await makeBook();
  writeFileSync(join(dataDir, 'lapak.lock'), 'no database at all '.repeat(100));
  await expect(verifyFolder(dataDir)).rejects.toMatchObject({
    data: { detail: expect.stringContaining('lapak.lock is no lock') as string },
  });
});

test('a whole book is whole, and says of how many records', async () => {
  await makeBook();

  expect(await verifyFolder(dataDir)).toEqual({
    ok: true,
    records: RECORDS,
    firstBad: null,
    reason: '',
  });
});

/** Every file with its bytes, but for the lock, the log and SQLite's shared memory. */
function content(folder: string): unknown {
  const names = readdirSync(folder).filter((name) => !/\.(lock|log)$|-shm$/.test(name));
  return names.map((name) => [name, hash('sha256', readFileSync(join(folder, name)))]);
}

test('a check leaves every file as it was, and no other', async () => {
  const records = await makeBook();
  const before = readdirSync(dataDir);
  const bytes = content(dataDir);

  await verifyFolder(dataDir);
  expect(readdirSync(dataDir)).toEqual(before);
  expect(content(dataDir)).toEqual(bytes);

  damage(records[2]?.leaf ?? Buffer.alloc(0));
  expect(await verifyFolder(dataDir)).toMatchObject({ ok: false });
  expect(readdirSync(dataDir)).toEqual(before);
});

test.each([
  ['head', 1],
  ['head', 3],
  ['body', 1],
  ['body', 4],
  ['body', RECORDS],
  ['head', RECORDS],
  ['leaf', 2],
  ['leaf', RECORDS],
  ['signature', 4],
  ['signature', RECORDS],
] as const)('one byte changed in the %s of record %i is found there', async (part, place) => {
  const records = await makeBook();
  const record = records[place - 1];
  damage(record?.[part] ?? Buffer.alloc(0));

  expect(await verifyFolder(dataDir)).toMatchObject({
    ok: false,
    records: place - 1,
    firstBad: place,
  });
});

test('a record that the database can no longer read is named as well', async () => {
  const records = await makeBook();
  damage(records[2]?.head ?? Buffer.alloc(0), -12); // in the header of the row

  expect(await verifyFolder(dataDir)).toMatchObject({ ok: false, records: 2, firstBad: 3 });
});

test('a book set back to an older copy of itself is not whole', async () => {
  await makeBook();
  const older = join(dataDir, 'older.db');
  copyFileSync(file, older);
  const till = await openTill({ dataDir, clock: () => now });
  await sell(till, 6, 7);
  await closeTill(till);
  copyFileSync(older, file);

  const { ok, reason } = await verifyFolder(dataDir);

  expect(ok).toBe(false);
  expect(reason).toContain('DATABASE_ROLLED_BACK');
});

test.each([
  ['a CHECK', 'INSERT INTO device SELECT 0, device, prefix, public_key FROM device'],
  ['the CHECK of a role', "UPDATE staff SET role = 'nobody'"],
  ['the CHECK of a PIN', "UPDATE staff SET pin = '123456'"],
  ['a reference', "INSERT INTO product_unit VALUES (77, 99, 0, 'pcs', 1, 1, NULL)"],
])('a row that %s forbids is found, though nobody asked for it', async (_, sql) => {
  await makeBook();
  const db = new Database(file);
  db.pragma('ignore_check_constraints = ON');
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();

  expect(await verifyFolder(dataDir)).toMatchObject({ ok: false });
});

test('an index of words of another form is told as damage, by a check and by a start', async () => {
  await makeBook();
  const db = new Database(file);
  db.unsafeMode();
  db.exec('UPDATE product_search_config SET v = 99');
  db.close();

  expect(await verifyFolder(dataDir)).toMatchObject({
    ok: false,
    reason: expect.stringContaining('fts5') as string,
  });
  await expect(openTill({ dataDir, clock: () => now })).rejects.toMatchObject({
    code: 'DATABASE_DAMAGED',
  });
});

test('a file that is no database is not whole', async () => {
  await makeBook();
  writeFileSync(file, 'not a database at all, but long enough to be taken for one'.repeat(20));

  const { ok, firstBad, reason } = await verifyFolder(dataDir);

  expect({ ok, firstBad }).toEqual({ ok: false, firstBad: null });
  expect(reason).toContain('DATABASE_DAMAGED');
});

test('a journal that another program left beside the book is named, and stays', async () => {
  await makeBook();
  writeFileSync(`${file}-journal`, 'what was to be undone');

  expect(await verifyFolder(dataDir)).toEqual({
    ok: false,
    records: 0,
    firstBad: null,
    reason: 'a write broke off, and lapak.db-journal would undo it',
  });
  expect(readFileSync(`${file}-journal`, 'utf8')).toBe('what was to be undone');
});

test('a folder without a book is said to have none, and gets none', async () => {
  await expect(verifyFolder(dataDir)).rejects.toMatchObject({
    code: 'BOOK_MISSING',
    data: { dataDir },
  });
  expect(existsSync(file)).toBe(false);
});

test('a book that is in use is left alone', async () => {
  const till = await openTill({ dataDir, clock: () => now });

  await expect(verifyFolder(dataDir)).rejects.toMatchObject({ code: 'FOLDER_IN_USE' });
  await closeTill(till);
});

test('a book that was not closed, its newest sales still in the log, is whole', async () => {
  const till = await openTill({ dataDir, clock: () => now });
  await sell(till, 1, SALES);
  const copy = mkdtempSync(join(tmpdir(), 'lapak-verify-'));
  for (const name of ['lapak.db', 'lapak.db-wal', 'journal-tip.jsonl', 'device-key.pem']) {
    copyFileSync(join(dataDir, name), join(copy, name));
  }
  await closeTill(till);

  const before = content(copy);
  const verification = await verifyFolder(copy);
  expect(content(copy)).toEqual(before);
  rmSync(copy, { recursive: true });

  expect(verification).toMatchObject({ ok: true, records: RECORDS });
});
