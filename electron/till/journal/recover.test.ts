import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bookPieces, openTestTill, type TestTill } from '../../../test/support/test-till.ts';
import { read } from '../database/write.ts';
import { closeTill } from '../open-till.ts';
import { recordsFrom } from './record-store.ts';
import { recoverFolder } from './recover.ts';
import { verifyFolder } from './verify-folder.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
  bookPieces(book.till, 1);
  bookPieces(book.till, 2);
});
afterEach(() => book.close());

const at = (name: string) => join(book.dataDir, name);

test('a book that was set back goes on in a new epoch that names what was lost', async () => {
  const { prefix } = book.till.device;
  await closeTill(book.till);
  copyFileSync(at('lapak.db'), at('older.db'));
  const till = await book.reopen();
  expect(bookPieces(till, 3).receipt.number).toBe(`${prefix}-000003`);
  await closeTill(till);
  copyFileSync(at('older.db'), at('lapak.db'));
  await expect(book.reopen()).rejects.toMatchObject({ code: 'DATABASE_ROLLED_BACK' });

  expect(recoverFolder(book.dataDir, book.clock.now)).toEqual({ epoch: 2, lost: '1.5' });

  const recovered = await book.reopen();
  const { receipt } = bookPieces(recovered, 4);
  expect(receipt).toMatchObject({ number: `${prefix}2-000003`, epoch: 2, seq: 2 });
  await closeTill(recovered);
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: true, records: 6 });
});

test.each([
  ['missing', () => rmSync(at('journal-tip.jsonl'))],
  ['unreadable', () => writeFileSync(at('journal-tip.jsonl'), 'torn')],
])('a book whose tip file is %s goes on, and the journal says so', async (_, spoil) => {
  await closeTill(book.till);
  spoil();
  await expect(book.reopen()).rejects.toMatchObject({ code: 'TIP_MISSING' });

  expect(recoverFolder(book.dataDir, book.clock.now)).toEqual({ epoch: 2, lost: null });

  bookPieces(await book.reopen(), 1);
  await closeTill(await book.reopen());
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: true, records: 6 });
});

/** Leaves the folder as a recovery does that is killed between its commit and its tip file. */
function breakRecoveryOff(): void {
  const file = at('journal-tip.jsonl');
  const kept = existsSync(file) ? readFileSync(file) : null;
  recoverFolder(book.dataDir, book.clock.now);
  renameSync(file, `${file}.begun`);
  if (kept) writeFileSync(file, kept);
}

test.each([
  // Its shift is lost as well: another is opened before the sale.
  ['set back', { epoch: 2, lost: '1.4' }, 3],
  ['without its tip file', { epoch: 2, lost: null }, 2],
])('a recovery of a book %s that broke off is finished, not made again', async (how, is, seq) => {
  copyFileSync(at('lapak.db'), at('older.db')); // the shift and the sales are in its log
  await closeTill(book.till);
  if (how === 'set back') copyFileSync(at('older.db'), at('lapak.db'));
  else rmSync(at('journal-tip.jsonl'));
  breakRecoveryOff();
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: false });

  expect(recoverFolder(book.dataDir, book.clock.now)).toEqual(is);

  const { receipt } = bookPieces(await book.reopen(), 3);
  expect(receipt).toMatchObject({ epoch: 2, seq });
  await closeTill(await book.reopen());
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: true });
});

test('a book set back to its recovery, its tip file gone, is recovered once more', async () => {
  await closeTill(book.till);
  rmSync(at('journal-tip.jsonl'));
  recoverFolder(book.dataDir, book.clock.now);
  copyFileSync(at('lapak.db'), at('older.db'));
  bookPieces(await book.reopen(), 3);
  await closeTill(await book.reopen());
  copyFileSync(at('older.db'), at('lapak.db'));
  rmSync(at('journal-tip.jsonl'));

  expect(recoverFolder(book.dataDir, book.clock.now)).toEqual({ epoch: 3, lost: null });
});

test('a tip file that was begun for a record that never came to be is not believed', async () => {
  await closeTill(book.till);
  const never = `${JSON.stringify({ epoch: 2, seq: 1, leaf: 'a'.repeat(64) })}\n`;
  writeFileSync(at('journal-tip.jsonl.begun'), never);
  rmSync(at('journal-tip.jsonl'));

  expect(recoverFolder(book.dataDir, book.clock.now)).toEqual({ epoch: 2, lost: null });
  await closeTill(await book.reopen());
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: true, records: 5 });
});

test('a recovery by a clock that went back says that too, in the new epoch', async () => {
  await closeTill(book.till);
  rmSync(at('journal-tip.jsonl'));
  const anHourBack = book.clock.now - 60 * 60_000;

  expect(recoverFolder(book.dataDir, anHourBack)).toEqual({ epoch: 2, lost: null });

  const till = await book.reopen();
  const records = read(till, (tx) => recordsFrom(tx, 5, 10));
  expect(records.map(({ type, epoch, seq }) => [type, epoch, seq])).toEqual([
    ['recovery', 2, 1],
    ['clock-change', 2, 2],
  ]);
  await closeTill(till);
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: true, records: 6 });
});

test('a book that is whole needs no recovery and gets none', async () => {
  await closeTill(book.till);

  expect(() => recoverFolder(book.dataDir, book.clock.now)).toThrow(
    expect.objectContaining({ code: 'RECOVERY_NOT_NEEDED' }),
  );
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: true, records: 4 });
});
