import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bookPieces, openTestTill, type TestTill } from '../../../test/support/test-till.ts';
import { closeTill } from '../open-till.ts';
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

  expect(recoverFolder(book.dataDir, book.clock.now)).toEqual({ epoch: 2, lost: '1.4' });

  const recovered = await book.reopen();
  const { receipt } = bookPieces(recovered, 4);
  expect(receipt).toMatchObject({ number: `${prefix}2-000003`, epoch: 2, seq: 2 });
  await closeTill(recovered);
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: true, records: 5 });
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
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: true, records: 5 });
});

test('a book that is whole needs no recovery and gets none', async () => {
  await closeTill(book.till);

  expect(() => recoverFolder(book.dataDir, book.clock.now)).toThrow(
    expect.objectContaining({ code: 'RECOVERY_NOT_NEEDED' }),
  );
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: true, records: 3 });
});
