import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatCode } from '../../../domain/enrolment/code.ts';
import { hubKeyName, rawPublicKey } from '../../../node/crypto/keys.ts';
import { type Calls, callsOf } from '../../../test/support/calls.ts';
import { endTestShift } from '../../../test/support/end-test-shift.ts';
import { type HubBook, openHubBook } from '../../../test/support/hub-book.ts';
import { bookPieces } from '../../../test/support/test-till.ts';

let book: HubBook;
let calls: Calls;
beforeEach(async () => {
  book = await openHubBook();
  calls = callsOf(book);
});
afterEach(() => book.close());

const nothing = {
  enrolledAtMs: null,
  hubKey: null,
  sharingAtMs: null,
  left: { records: 0, withDetails: 0 },
};

test('a till without a hub has no receipt for anything', async () => {
  bookPieces(book.till, 1);

  expect(await calls.sync.receipt()).toEqual({ ...nothing, stored: null });
});

test('the receipt says up to which sale the hub has it, and what has left with it', async () => {
  await book.enrol();
  bookPieces(book.till, 1);
  await book.report();
  bookPieces(book.till, 1);

  expect(await calls.sync.receipt()).toMatchObject({
    hubKey: formatCode(hubKeyName(rawPublicKey(book.hub.keys.publicKey))),
    sharingAtMs: null,
    left: { records: 4, withDetails: 0 }, // the start, the enrolment, the opening, the sale
    stored: {
      mark: '1.4',
      receipt: expect.stringMatching(/-000001$/),
      records: 4,
      checkpoint: expect.stringMatching(/^hub.test.device.[0-9a-f]{32}\n4\n/),
    },
  });
});

test('what the hub has of another book with this key is counted apart', async () => {
  await book.enrol();
  await book.report();
  const { size = 0 } = book.cursor ?? {};
  expect((await calls.sync.receipt()).stored).toMatchObject({ records: size, others: 0 });
  const lost = book.hub.stored.at(-1);
  if (!lost) throw new Error('nothing was stored');
  const place = { epoch: 1, seq: 9, leaf: 'ab'.repeat(32) };
  book.hub.stored.push({ ...lost, place });
  await book.report();
  await book.report();

  const { stored } = await calls.sync.receipt();
  expect(stored).toMatchObject({ records: book.newest + 1, others: 1 });
});

test('each record that left is counted once, and from when on details go along', async () => {
  await book.enrol();
  bookPieces(book.till, 1);
  await calls.settings.change({ sharing: 'details' });
  bookPieces(book.till, 1);
  await book.report();
  book.hub.stored = [];
  book.till.db.exec('DELETE FROM sync_cursor');
  await book.report();
  const receipt = await calls.sync.receipt();

  expect(receipt.left).toEqual({ records: book.newest, withDetails: 1 });
  expect(receipt.sharingAtMs).toBeGreaterThanOrEqual(receipt.enrolledAtMs ?? Infinity);
});

test('a Z says what the hub had not when it was closed, where there was one', async () => {
  endTestShift(book.till);
  await book.enrol();
  await book.report();
  endTestShift(book.till);
  const unsent = async (number: string) => (await calls.shifts.z({ number })).closing?.unsent;

  expect(await unsent('1')).toBe(null);
  expect(await unsent('2')).toBe(4); // the opening, the movement, the act, the count
});
