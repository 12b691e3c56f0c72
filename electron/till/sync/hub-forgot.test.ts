import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import type { SyncStatus } from '../../../domain/sync/status.ts';
import { FakeHub, hubError } from '../../../test/support/fake-hub.ts';
import { endTestShift } from '../../../test/support/end-test-shift.ts';
import { type HubBook, openHubBook } from '../../../test/support/hub-book.ts';
import { recordsOf } from '../../../test/support/staffed-till.ts';
import { bookPieces, bookPiecesTimes } from '../../../test/support/test-till.ts';
import { callsOf } from '../../../test/support/calls.ts';
import { enrolTill } from '../enrolment/enrol-till.ts';

let book: HubBook;
beforeEach(async () => {
  book = await openHubBook();
  await book.enrol();
  bookPiecesTimes(book.till, 3, 1);
  await book.report();
});
afterEach(() => book.close());

/** `epoch.seq` of everything that the hub has, in its order. */
const marks = () => book.hub.stored.map(({ place: { epoch, seq } }) => `${epoch}.${seq}`);

/** What people who watch are told from now on. */
async function watched(): Promise<SyncStatus[]> {
  const told: SyncStatus[] = [];
  const page = await callsOf(book).sync.watch();
  void (async () => {
    for await (const status of page) told.push(status); // until the till is closed
  })();
  return told;
}

test.each([0, 2])(
  'a hub that has only %i records left is told of, and sent all again',
  async (kept) => {
    const before = marks();
    const { cursor } = book;
    book.hub.stored = book.hub.stored.slice(0, kept);
    const told = await watched();

    expect(await book.report()).toMatchObject({ state: 'sent', records: 0 });
    expect(told).toContainEqual(
      expect.objectContaining({ reason: 'hub-forgot', records: book.newest - kept }),
    );
    expect(marks()).toEqual(before);
    expect(book.cursor).toEqual(cursor);
  },
);

test('until it has all again a person is told, and the receipt stays', async () => {
  const { cursor } = book;
  book.hub.stored = book.hub.stored.slice(0, 2);
  book.hub.between = (seen, answer) =>
    seen.path === '/v1/batches' ? hubError('HUB_BUSY') : answer();

  expect(await book.report()).toMatchObject({ reason: 'hub-forgot', records: book.newest - 2 });
  expect(book.cursor).toEqual(cursor);
  endTestShift(book.till);
  expect(recordsOf(book, 'z')[0]?.head.unsent).toBe(book.newest - 1 - 2);

  await book.reopen();
  expect(book.till.uploader.status()).toMatchObject({ reason: 'hub-forgot' });
  book.hub.between = (_, answer) => answer();
  expect(await book.report()).toMatchObject({ state: 'sent' });
  expect(book.cursor).toEqual({ position: book.newest, size: book.newest });
});

test('a hub that is set back between two calls is found out by its next receipt', async () => {
  bookPieces(book.till, 1);
  const all = book.hub.stored;
  let isFirst = true;
  book.hub.between = (seen, answer) => {
    if (seen.path === '/v1/batches' && isFirst) {
      isFirst = false;
      book.hub.stored = all.slice(0, 3);
    }
    return answer();
  };
  const told = await watched();

  expect(await book.report()).toMatchObject({ state: 'sent', records: 0 });
  expect(told).toContainEqual(expect.objectContaining({ reason: 'hub-forgot' }));
  expect(book.hub.stored).toHaveLength(book.newest);
});

test('a tree that is not the receipt’s is told for good, and reporting goes on', async () => {
  const { cursor } = book;
  book.hub.stored = book.hub.stored.toReversed();

  for (let more = 0; more < 3; more += 1) {
    bookPieces(book.till, 1);
    const status = await book.report();
    expect(status).toMatchObject({ state: 'attention', reason: 'hub-forgot', records: 0 });
    expect(book.cursor).toEqual(cursor);
  }
  expect(new Set(marks()).size).toBe(book.newest);
  expect(marks()).toHaveLength(book.newest);
});

test('a hub that forgets again is sent all again', async () => {
  const before = marks();
  const all = book.hub.stored;
  book.hub.between = (seen, answer) =>
    seen.path === '/v1/batches' ? hubError('HUB_BUSY') : answer();
  for (const kept of [4, 2, 0, 1]) {
    book.hub.stored = all.slice(0, kept);
    expect(await book.report()).toMatchObject({
      reason: 'hub-forgot',
      records: book.newest - kept,
    });
  }
  book.hub.between = (_, answer) => answer();

  expect(await book.report()).toMatchObject({ state: 'sent', records: 0 });
  expect(marks()).toEqual(before);
});

test('a receipt without the trees’ proof moves nothing, and the next head proves it', async () => {
  bookPieces(book.till, 1);
  const { cursor } = book;
  const seen: unknown[] = [];
  book.hub.between = ({ path }, answer) => {
    const given = answer();
    if (path === '/v1/head') seen.push(book.cursor);
    if (path !== '/v1/batches' || given === 'cut') return given;
    return { ...given, body: given.body.replace(/"consistency":\[[^\]]*\]/, '"consistency":[]') };
  };

  expect(await book.report()).toMatchObject({ state: 'sent', records: 0 });
  expect(seen.slice(0, 2)).toEqual([cursor, cursor]);
});

test('another hub has forgotten nothing', async () => {
  book.hub.stored = book.hub.stored.toReversed();
  await book.report();
  const other = await new FakeHub().open();
  await enrolTill(book.till, theOwner, { invitation: other.invitation });
  await book.till.uploader.report();
  const status = book.till.uploader.status();
  await other.close();

  expect(status).toMatchObject({ state: 'sent', hub: other.origin });
});
