import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStaffedTill } from '../../../test/support/staffed-till.ts';
import { verifyBook } from '../journal/verify.ts';
import { closeTill, openTill } from '../open-till.ts';

const PEOPLE = 60;

/** The files of a folder in which one of these words stands. */
function filesWith(dataDir: string, words: readonly string[]): string[] {
  return readdirSync(dataDir).filter((file) => {
    const bytes = readFileSync(join(dataDir, file));
    return words.some((word) => bytes.includes(word));
  });
}

/** A program that reads the book, until it is told to stop. */
function readBook(dataDir: string): () => void {
  const reader = new Database(join(dataDir, 'lapak.db'), { readonly: true });
  onTestFinished(() => void reader.close());
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM staff').get(); // holds the log from here on
  return () => void reader.exec('COMMIT');
}

/** A till at whose book another program reads while a name is erased. */
async function eraseWhileRead() {
  const book = await openStaffedTill();
  onTestFinished(book.close);
  const { staff } = await book.page('kasir-1');
  const { id } = await staff.add({ name: 'Ratnasari', role: 'cashier' });
  const stopReading = readBook(book.dataDir);
  const erased = await staff.erase({ staff: id });
  expect(erased.isOutOfFiles).toBe(false);
  expect(filesWith(book.dataDir, ['Ratnasari'])).not.toEqual([]);
  return { book, stopReading };
}

test('a name that another program still reads is out of every file once that is over', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { book, stopReading } = await eraseWhileRead();
  vi.advanceTimersByTime(5_000);
  expect(filesWith(book.dataDir, ['Ratnasari'])).not.toEqual([]);
  stopReading();
  vi.advanceTimersByTime(5_000);

  expect(filesWith(book.dataDir, ['Ratnasari'])).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a till that was killed meanwhile takes the name out at its next start', async () => {
  const { book } = await eraseWhileRead();
  const killed = mkdtempSync(join(tmpdir(), 'lapak-killed-'));
  onTestFinished(() => rmSync(killed, { recursive: true }));
  cpSync(book.dataDir, killed, { recursive: true });
  expect(filesWith(killed, ['Ratnasari'])).not.toEqual([]);
  const till = await openTill({ dataDir: killed, clock: () => book.clock.now });
  onTestFinished(() => closeTill(till));

  expect(filesWith(killed, ['Ratnasari'])).toEqual([]);
});

test('of sixty people with PINs who were erased, no file of the folder has a name', async () => {
  const book = await openStaffedTill();
  onTestFinished(book.close);
  const { staff } = await book.page('kasir-1');
  const ids: string[] = [];
  for (let at = 1; at <= PEOPLE; at += 1) {
    const { id } = await staff.add({ name: `Ratnasari ${at} Wulandari`, role: 'cashier' });
    await staff.setPin({ staff: id, pin: '620417' });
    ids.push(id);
  }
  const hashes = (): string[] =>
    book.till.db.prepare<[], string>('SELECT pin FROM staff WHERE number > 4').pluck().all();
  const salts = hashes().map((pin) => pin.split('$').at(-2) ?? '');
  expect(new Set(salts).size).toBe(PEOPLE);
  const leftBy = (parts: readonly string[]) => filesWith(book.dataDir, parts);
  expect(leftBy(['Ratnasari'])).not.toEqual([]);

  for (const id of ids) {
    expect(await staff.erase({ staff: id })).toMatchObject({ isOutOfFiles: true });
  }

  expect(leftBy(['Ratnasari', 'Wulandari', ...salts])).toEqual([]);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
  await closeTill(book.till);
  expect(leftBy(['Ratnasari', 'Wulandari', ...salts])).toEqual([]);
});
