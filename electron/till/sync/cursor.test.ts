import { afterEach, beforeEach, expect, test } from 'vitest';
import { type HubBook, openHubBook } from '../../../test/support/hub-book.ts';
import { bookPieces, bookPiecesTimes } from '../../../test/support/test-till.ts';

/** A cursor that says more than the hub has signed is believed nowhere. */

let book: HubBook;
beforeEach(async () => {
  book = await openHubBook();
  await book.enrol();
  bookPieces(book.till, 1);
  await book.report();
});
afterEach(() => book.close());

const newest = 'FROM journal_record ORDER BY position DESC LIMIT 1';
const all = `SET (position, epoch, seq, leaf) = (SELECT position, epoch, seq, leaf ${newest})`;

test.each([
  ['its position', `UPDATE sync_cursor SET position = (SELECT position ${newest})`],
  ['all of its place', `UPDATE sync_cursor ${all}`],
  ['its leaf', 'UPDATE sync_cursor SET leaf = zeroblob(32)'],
  ['a place that is none', 'UPDATE sync_cursor SET epoch = 7'],
])('with %s changed nothing is taken for sent that was not', async (_, change) => {
  bookPiecesTimes(book.till, 5, 1);
  book.till.db.exec(change);

  expect(book.till.uploader.status()).toMatchObject({ state: 'pending', records: book.newest });
  expect(await book.report()).toMatchObject({ state: 'sent', records: 0 });
  expect(book.hub.stored).toHaveLength(book.newest);
  expect(book.cursor).toMatchObject({ position: book.newest, size: book.newest });
});

test.each([
  ['a smaller size', 'UPDATE sync_cursor SET size = 1, position = 1'],
  ['a larger size', 'UPDATE sync_cursor SET size = 999999'],
  [
    'all of its place, and a larger size',
    `UPDATE sync_cursor ${all}; UPDATE sync_cursor SET size = 99`,
  ],
  ['another checkpoint', "UPDATE sync_cursor SET checkpoint = 'x'"],
])('with %s the till begins anew from what the hub proves', async (_, change) => {
  bookPiecesTimes(book.till, 5, 1);
  book.till.db.exec(change);

  expect(await book.report()).toMatchObject({ state: 'sent', records: 0 });
  expect(book.hub.stored).toHaveLength(book.newest);
  expect(book.cursor).toMatchObject({ position: book.newest, size: book.newest });
  expect((await book.report()).state).toBe('sent');
});
