import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bookPieces } from '../../../test/support/test-till.ts';
import { closeTill, openTill } from '../open-till.ts';
import type { Till } from '../till.ts';
import { readTotals } from '../sales/procedures.ts';
import { verifyFolder } from './verify-folder.ts';

const NOW = Date.UTC(2026, 10, 23, 5);

let root: string;
let dataDir: string;
let till: Till | undefined;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lapak-folder-'));
  dataDir = join(root, 'till');
});
afterEach(async () => {
  await till?.close();
  till = undefined;
  rmSync(root, { recursive: true });
});

const at = (name: string) => join(dataDir, name);
const open = async () => (till = await openTill({ dataDir, clock: () => NOW }));

/** Closes the till, or leaves the folder as kill -9 leaves it: its newest sales in the -wal. */
async function leaveFolder(sales: number, how: 'closed' | 'killed'): Promise<void> {
  const opened = await open();
  for (let pieces = 1; pieces <= sales; pieces += 1) bookPieces(opened, pieces);
  const killed = join(root, 'killed');
  if (how === 'killed') copyFolder(dataDir, killed);
  await closeTill(opened);
  till = undefined;
  if (how === 'killed') {
    rmSync(dataDir, { recursive: true });
    renameSync(killed, dataDir);
  }
}

function copyFolder(from: string, to: string): void {
  spawnSync('cp', ['-a', from, to]);
}

/** Every file with its bytes, but for the lock, the log and SQLite's shared memory. */
function content(): Record<string, string> {
  const names = readdirSync(dataDir).filter((name) => !/\.(lock|log)$|-shm$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(at(name)).toString('base64')]));
}

test('a folder and all its files are for their owner only', async () => {
  const opened = await open();
  bookPieces(opened, 1);
  opened.log.info('something to write');

  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  const modes = readdirSync(dataDir).map((name) => [name, statSync(at(name)).mode & 0o777]);
  expect(modes.map(([name]) => name)).toEqual(
    expect.arrayContaining(['lapak.db', 'lapak.db-wal', 'lapak.lock', 'lapak.log']),
  );
  expect(modes.filter(([, mode]) => mode !== 0o600)).toEqual([]);
});

test('a folder that others could read is theirs no longer after a start', async () => {
  await leaveFolder(1, 'closed');
  chmodSync(dataDir, 0o755);
  for (const name of readdirSync(dataDir)) chmodSync(at(name), 0o644);
  await open();

  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  for (const name of ['lapak.db', 'lapak.lock', 'device-key.pem', 'journal-tip.jsonl']) {
    expect([name, statSync(at(name)).mode & 0o777]).toEqual([name, 0o600]);
  }
});

test('a folder of other things keeps its rights', async () => {
  await leaveFolder(1, 'closed');
  rmSync(dataDir, { recursive: true });
  dataDir = root;
  chmodSync(root, 0o755);
  writeFileSync(join(root, 'a-letter.txt'), 'mine');
  await open();

  expect(statSync(root).mode & 0o777).toBe(0o755);
  expect(statSync(join(root, 'lapak.db')).mode & 0o777).toBe(0o600);
});

test.each([
  ['the book moved aside after a kill', ['lapak.db']],
  ['the book and its tip file gone', ['lapak.db', 'journal-tip.jsonl']],
  ['only the -wal left', ['lapak.db', 'journal-tip.jsonl', 'device-key.pem']],
])('%s: nothing is made, deleted or signed', async (_, gone) => {
  await leaveFolder(20, 'killed');
  for (const name of gone) renameSync(at(name), join(root, name));
  const before = content();
  expect(Object.keys(before)).toContain('lapak.db-wal');

  await expect(open()).rejects.toMatchObject({ code: 'BOOK_LOST', data: { dataDir } });

  expect(content()).toEqual(before);
  for (const name of gone) renameSync(join(root, name), at(name));
  expect(readTotals(await open())).toMatchObject({ sales: 20 });
});

test('a key whose book was lost after an orderly end starts no second chain', async () => {
  await leaveFolder(2, 'closed');
  rmSync(at('lapak.db'));
  const before = content();

  await expect(open()).rejects.toMatchObject({ code: 'BOOK_LOST' });
  expect(content()).toEqual(before);
});

test.each([
  ['missing', () => rmSync(at('journal-tip.jsonl'))],
  ['unreadable', () => writeFileSync(at('journal-tip.jsonl'), '{"epoch":1,"se')],
])('a tip file that is %s is told, and selling waits', async (_, spoil) => {
  await leaveFolder(3, 'closed');
  spoil();
  const before = content();

  await expect(open()).rejects.toMatchObject({
    code: 'TIP_MISSING',
    data: { file: 'journal-tip.jsonl', seq: 5 },
  });
  expect(content()).toEqual(before);
  expect(await verifyFolder(dataDir)).toMatchObject({
    ok: false,
    reason: expect.stringContaining('TIP_MISSING') as string,
  });
});

test('the newest records deleted together with the tip file are not called whole', async () => {
  await leaveFolder(20, 'killed');
  truncateSync(at('lapak.db-wal'), Math.floor(statSync(at('lapak.db-wal')).size / 2));
  rmSync(at('journal-tip.jsonl'));

  expect(await verifyFolder(dataDir)).toMatchObject({ ok: false });
  await expect(open()).rejects.toMatchObject({ code: 'TIP_MISSING' });
});

test.each([
  ['emptied', () => truncateSync(at('lapak.db-wal'), 0)],
  ['deleted', () => rmSync(at('lapak.db-wal'))],
])('a -wal that was %s is missed by the tip file, and verify says so', async (_, spoil) => {
  await leaveFolder(20, 'killed');
  spoil();

  expect(await verifyFolder(dataDir)).toMatchObject({
    ok: false,
    reason: expect.stringContaining('DATABASE_ROLLED_BACK') as string,
  });
  await expect(open()).rejects.toMatchObject({ code: 'DATABASE_ROLLED_BACK' });
});

test('another book of the same key, longer than this one, is not taken for it', async () => {
  await leaveFolder(1, 'closed');
  const first = join(root, 'first');
  copyFolder(dataDir, first);
  await leaveFolder(1, 'closed'); // one way to go on
  copyFileSync(at('journal-tip.jsonl'), join(root, 'tip'));
  rmSync(dataDir, { recursive: true });
  copyFolder(first, dataDir);
  await leaveFolder(5, 'closed'); // another, from the same copy
  copyFileSync(join(root, 'tip'), at('journal-tip.jsonl'));

  await expect(open()).rejects.toMatchObject({ code: 'DATABASE_ROLLED_BACK' });
  expect(await verifyFolder(dataDir)).toMatchObject({ ok: false });
});

const files = ['lapak.db', 'device-key.pem', 'journal-tip.jsonl', 'lapak.lock'] as const;

test('a pipe that is planted as a journal of the book is refused and not waited for', async () => {
  await leaveFolder(1, 'closed');
  spawnSync('mkfifo', [at('lapak.db-journal')]);

  await expect(open()).rejects.toMatchObject({ code: 'FILE_FOREIGN' });
});

test.each(files)('a link in the place of %s is refused and not followed', async (name) => {
  await leaveFolder(1, 'closed');
  const elsewhere = join(root, 'elsewhere');
  renameSync(at(name), elsewhere);
  symlinkSync(elsewhere, at(name));

  await expect(open()).rejects.toMatchObject({ code: 'FILE_FOREIGN', data: { file: at(name) } });
});

test.each(files)('a second name of %s is refused', async (name) => {
  await leaveFolder(1, 'closed');
  linkSync(at(name), join(root, 'second'));

  await expect(open()).rejects.toMatchObject({ code: 'FILE_FOREIGN' });
});

test.each(files)('a pipe in the place of %s is refused and not waited for', async (name) => {
  await leaveFolder(1, 'closed');
  rmSync(at(name));
  spawnSync('mkfifo', [at(name)]);

  await expect(open()).rejects.toMatchObject({ code: 'FILE_FOREIGN' });
});

test('a key that was planted as begun, and leads elsewhere, receives no key', async () => {
  const elsewhere = join(root, 'elsewhere');
  writeFileSync(elsewhere, 'mine');
  spawnSync('mkdir', [dataDir]);
  symlinkSync(elsewhere, at('device-key.pem.begun'));
  await open();

  expect(readFileSync(elsewhere, 'utf8')).toBe('mine');
  expect(statSync(at('device-key.pem')).isFile()).toBe(true);
});

test('a first start that broke off before its key had a name is begun anew', async () => {
  await leaveFolder(0, 'closed');
  const key = readFileSync(at('device-key.pem'), 'utf8');
  for (const name of ['lapak.db', 'device-key.pem', 'journal-tip.jsonl']) {
    renameSync(at(name), at(`${name}.begun`));
  }
  await open();

  expect(readFileSync(at('device-key.pem'), 'utf8')).not.toBe(key);
  expect(readdirSync(dataDir).filter((name) => name.includes('.begun'))).toEqual([]);
});

test.each([
  ['its key', ['lapak.db', 'journal-tip.jsonl']],
  ['its key and tip file', ['lapak.db']],
])('a first start that had named %s is finished', async (_, begun) => {
  await leaveFolder(0, 'closed');
  const key = readFileSync(at('device-key.pem'), 'utf8');
  for (const name of begun) renameSync(at(name), at(`${name}.begun`));
  const opened = await open();
  bookPieces(opened, 1);

  expect(readFileSync(at('device-key.pem'), 'utf8')).toBe(key);
  expect(existsSync(at('lapak.db.begun'))).toBe(false);
  expect(readTotals(opened)).toMatchObject({ sales: 1 });
});

test('a book without a byte is told as damaged, also beside no key', async () => {
  spawnSync('mkdir', [dataDir]);
  writeFileSync(at('lapak.db'), '');

  await expect(open()).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' });
  expect(readFileSync(at('lapak.db'), 'utf8')).toBe('');
});

test('a path too long for any file is refused in one sentence', async () => {
  dataDir = join(root, 'x'.repeat(300));
  await expect(open()).rejects.toMatchObject({ code: 'FOLDER_READ_ONLY' });
});

test('a step that fails late gives back what was opened before it', async () => {
  await leaveFolder(1, 'closed');
  writeFileSync(at('journal-tip.jsonl'), 'spoilt');
  for (let times = 0; times < 3; times += 1) {
    await expect(open()).rejects.toMatchObject({ code: 'TIP_MISSING' });
  }
  expect(openHandles().filter((name) => name.startsWith(dataDir))).toEqual([]);
});

test('a clock found wrong at the last step of a start leaves no handle open either', async () => {
  await leaveFolder(1, 'closed');
  const wrong = { dataDir, clock: () => Number.NaN };

  await expect(openTill(wrong)).rejects.toMatchObject({ code: 'CLOCK_WRONG' });
  expect(openHandles().filter((name) => name.startsWith(dataDir))).toEqual([]);
  expect(readTotals(await open())).toMatchObject({ sales: 1 });
});

/** Files that this process holds open. Source: proc(5). */
function openHandles(): string[] {
  const { stdout } = spawnSync('ls', ['-l', `/proc/${process.pid}/fd`], { encoding: 'utf8' });
  return stdout.split('\n').map((line) => line.split(' -> ')[1] ?? '');
}
