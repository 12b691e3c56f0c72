import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestTill, type TestTill } from '../../../test/support/test-till.ts';
import { writeSetting } from '../settings/setting-store.ts';
import { write } from './write.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

/** Pages that stand in the log and are not in the database yet; looks, and folds nothing. */
function pagesToFold(): number {
  const found = book.till.db.pragma('wal_checkpoint(NOOP)') as {
    log: number;
    checkpointed: number;
  }[]; // one row
  return (found[0]?.log ?? 0) - (found[0]?.checkpointed ?? 0);
}

/** Writes rows in one transaction each, and gives a checkpoint that is due its turn. */
async function writeRows(rows: number): Promise<void> {
  for (let at = 0; at < rows; at += 1) {
    write(book.till, (tx) => writeSetting(tx, `key-${at % 500}`, 'x'.repeat(200)));
    book.till.checkpointer.wrote();
  }
  await new Promise((resolve) => setImmediate(resolve));
}

test('a checkpoint that a reader held back is made up for once the reader is gone', async () => {
  const reader = new Database(join(book.dataDir, 'lapak.db'), { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM setting').get(); // holds the log from here on
  await writeRows(6_500); // past what a checkpoint waits for
  expect(pagesToFold()).toBeGreaterThan(100);
  reader.exec('COMMIT');
  reader.close();

  await writeRows(1);

  expect(pagesToFold()).toBe(0);
});
