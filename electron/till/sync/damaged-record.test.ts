import { afterEach, beforeEach, expect, test } from 'vitest';
import { canonicalJson } from '../../../domain/journal/canonical.ts';
import { leafOf, signRecord } from '../../../node/crypto/signing.ts';
import { type HubBook, openHubBook } from '../../../test/support/hub-book.ts';
import { recordsOf } from '../../../test/support/staffed-till.ts';
import { bookPieces, bookPiecesTimes } from '../../../test/support/test-till.ts';
import { write } from '../database/write.ts';
import { insertRecord } from '../journal/record-store.ts';

let book: HubBook;
beforeEach(async () => {
  book = await openHubBook();
  book.hub.takesUnsigned = true; // as the hub of Lapak, which marks them
  await book.enrol();
});
afterEach(() => book.close());

/** A disk that gives other bytes back than were written: a total that is another. */
function damage(position: number): void {
  const { db } = book.till;
  const trigger = 'journal_record_refuse_update';
  const sql = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(trigger);
  const change = `UPDATE journal_record
    SET head = CAST(replace(CAST(head AS TEXT), '"total":', '"total":1') AS BLOB)
    WHERE position = ${position}`;
  db.exec(`DROP TRIGGER ${trigger}; ${change}; ${String(sql)}`);
}

const leaves = () =>
  book.till.db
    .prepare<[], string>('SELECT lower(hex(leaf)) FROM journal_record ORDER BY position')
    .pluck()
    .all();
const stored = () => book.hub.stored.map(({ place }) => place.leaf);

test.each([
  ['the newest', 0],
  ['one among others', 2],
])('%s whose bytes have changed is sent as it is, and stops nothing', async (_, above) => {
  bookPiecesTimes(book.till, 4, 1);
  damage(book.newest - above);

  expect(await book.report()).toMatchObject({ state: 'sent', records: 0 });
  expect(await book.report()).toMatchObject({ state: 'sent', records: 0 });
  bookPieces(book.till, 1);
  expect(await book.report()).toMatchObject({ state: 'sent', records: 0 });
  expect(book.hub.stored).toHaveLength(book.newest);
  expect(recordsOf(book, 'recovery')).toEqual([]);
});

test('one that changed once the hub had it is not sent again', async () => {
  bookPiecesTimes(book.till, 4, 1);
  await book.report();
  damage(book.newest);
  bookPieces(book.till, 1);

  expect(await book.report()).toMatchObject({ state: 'sent', records: 0 });
  expect(stored()).toEqual(leaves());
});

test('a record of a later version waits, and is sent, like any other', async () => {
  await book.report();
  const { device, key } = book.till.device;
  const place = { epoch: 1, seq: book.newest + 1 };
  const newer = { v: 2, device, ...place, prev: leaves().at(-1) };
  const head = Buffer.from(canonicalJson(newer));
  const signature = signRecord(key, head);
  const body = Buffer.from('{}');
  const record = { ...place, type: 'act' as const, head, body, leaf: leafOf(head), signature };
  write(book.till, (tx) => insertRecord(tx, record));

  expect(book.till.uploader.status()).toMatchObject({ state: 'pending', records: 1 });
  expect(await book.report()).toMatchObject({ state: 'sent', records: 0 });
  expect(stored()).toEqual(leaves());
});
