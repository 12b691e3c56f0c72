import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOf } from '../../../node/crypto/signing.ts';
import { type Calls, callsOf } from '../../../test/support/calls.ts';
import { type HubBook, openHubBook } from '../../../test/support/hub-book.ts';
import { actsOf } from '../../../test/support/staffed-till.ts';
import { bookPieces } from '../../../test/support/test-till.ts';

let book: HubBook;
let calls: Calls;
beforeEach(async () => {
  book = await openHubBook();
  calls = callsOf(book);
  await book.enrol();
});
afterEach(() => book.close());

/** Of each record at the hub, its type, and whether its details are there. */
const atHub = () =>
  book.hub.stored.map(({ head, body }) => {
    const { type } = JSON.parse(head) as { type: string };
    return `${type}${body === undefined ? '' : '+'}`;
  });

const left = async () => (await calls.sync.sent({ cursor: '', limit: 100 })).sent;

test('totals leave by themselves, details only from where the owner shares them', async () => {
  bookPieces(book.till, 1);
  await calls.settings.change({ sharing: 'details' });
  bookPieces(book.till, 1);
  await calls.settings.change({ sharing: 'totals' });
  bookPieces(book.till, 1);
  await calls.settings.change({ sharing: 'details' });
  bookPieces(book.till, 1);
  await book.report();

  // start, enrolment, shift, sale, change, sale, change, sale, change, sale
  expect(atHub()).toEqual('start act shift-open sale act sale act sale act sale+'.split(' '));
  const { head = '', body = '' } = book.hub.stored.at(-1) ?? {};
  expect(JSON.parse(head)).toMatchObject({ body: hashOf(Buffer.from(body)) });
});

test('what was written before it was shared stays, also when all is sent again', async () => {
  bookPieces(book.till, 1);
  await book.report();
  await calls.settings.change({ sharing: 'details' });
  bookPieces(book.till, 1);
  book.hub.stored = [];
  book.till.db.exec('DELETE FROM sync_cursor');
  await book.report();

  expect(atHub()).toEqual(['start', 'act', 'shift-open', 'sale', 'act', 'sale+']);
});

test('details that were shared for a while leave no more once that ends', async () => {
  await calls.settings.change({ sharing: 'details' });
  bookPieces(book.till, 1);
  await book.report();
  await calls.settings.change({ sharing: 'totals' });
  bookPieces(book.till, 1);
  await book.report();

  expect(atHub()).toEqual(['start', 'act', 'act', 'shift-open+', 'sale+', 'act', 'sale']);
});

test('what a power cut took of the notes is written again from what the hub proves', async () => {
  bookPieces(book.till, 1);
  await calls.settings.change({ sharing: 'details' });
  bookPieces(book.till, 1);
  await book.report();
  const before = await left();
  book.till.db.exec('DELETE FROM sync_cursor; DELETE FROM sync_sent');
  await book.report();

  expect(await left()).toEqual(before);
  await book.report();
  expect(await left()).toEqual(before);
});

test('a hub that is at another address proves nothing to have left for there', async () => {
  await book.report();
  const before = await left();
  book.till.db.exec("UPDATE sync_sent SET hub = 'https://hub.before'; DELETE FROM sync_cursor");
  await book.report();

  expect(await left()).toEqual(before.map((run) => ({ ...run, hub: 'https://hub.before' })));
});

test('the audit trail says when sharing was changed', async () => {
  await calls.settings.change({ sharing: 'details' });

  expect(actsOf(book).at(-1)).toMatchObject({
    act: 'settings-change',
    changes: JSON.stringify([{ field: 'sharing', from: 'totals', to: 'details' }]),
  });
});

test('the till shows what has left it, to whom, when, and with or without details', async () => {
  bookPieces(book.till, 1);
  await book.report();
  book.world.clockMs += 60_000;
  bookPieces(book.till, 1);
  await book.report();
  await calls.settings.change({ sharing: 'details' });
  book.world.clockMs += 24 * 3_600_000;
  bookPieces(book.till, 1);
  await book.report();

  const hub = book.hub.origin;
  const day = { businessDate: '2026-11-24', hub, firstAtMs: book.world.clockMs };
  expect(await left()).toEqual([
    { ...day, from: '1.7', to: '1.7', records: 1, hasDetails: true, lastAtMs: day.firstAtMs },
    { ...day, from: '1.6', to: '1.6', records: 1, hasDetails: false, lastAtMs: day.firstAtMs },
    {
      businessDate: '2026-11-23',
      hub,
      from: '1.1',
      to: '1.5',
      records: 5,
      hasDetails: false,
      firstAtMs: Date.UTC(2026, 10, 23, 3, 0),
      lastAtMs: Date.UTC(2026, 10, 23, 3, 1),
    },
  ]);
});

test('what left is shown although its answer was lost', async () => {
  book.hub.between = (seen, answer) => (seen.path === '/v1/batches' ? 'cut' : answer());
  await book.report();

  expect(await left()).toMatchObject([{ from: '1.1', to: '1.2', records: 2 }]);
});

test('what has left comes by the page, the newest first', async () => {
  for (let day = 0; day < 5; day += 1) {
    book.world.clockMs += 24 * 3_600_000;
    bookPieces(book.till, 1);
    await book.report();
  }
  const days: string[] = [];
  let cursor = '';
  do {
    const page = await calls.sync.sent({ cursor, limit: 2 });
    days.push(...page.sent.map(({ businessDate }) => businessDate));
    cursor = page.nextCursor;
  } while (cursor !== '');

  expect(days).toEqual(['28', '27', '26', '25', '24'].map((date) => `2026-11-${date}`));
});
