import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyBook } from '../journal/verify.ts';
import { closeTill, openTill } from '../open-till.ts';
import { type HubBook, openHubBook } from '../../../test/support/hub-book.ts';
import { recordsOf } from '../../../test/support/staffed-till.ts';
import { bookPieces, bookPiecesTimes } from '../../../test/support/test-till.ts';

let book: HubBook;
let copy: string;
beforeEach(async () => {
  copy = mkdtempSync(join(tmpdir(), 'lapak-copy-'));
  book = await openHubBook();
  await book.enrol();
});
afterEach(async () => {
  await book.close();
  rmSync(copy, { recursive: true, force: true });
});

/** Copies the whole folder as it is now, as a backup does. */
async function backUp(): Promise<void> {
  await closeTill(book.till);
  cpSync(book.dataDir, copy, { recursive: true });
  await book.reopen();
}

/** Puts the whole folder back as it was. */
async function setBack(): Promise<void> {
  await closeTill(book.till);
  rmSync(book.dataDir, { recursive: true });
  cpSync(copy, book.dataDir, { recursive: true });
  await book.reopen();
}

const marks = () => book.hub.stored.map(({ place: { epoch, seq } }) => `${epoch}.${seq}`);

test('a folder that was set back goes on in a new epoch that names what was lost', async () => {
  bookPiecesTimes(book.till, 2, 1);
  await book.report();
  await backUp();
  bookPiecesTimes(book.till, 3, 1);
  await book.report();
  const lost = marks().at(-1);
  await setBack();
  bookPieces(book.till, 4); // before it could know

  const status = await book.report();

  expect(status).toMatchObject({ state: 'attention', reason: 'recovered', records: 0 });
  expect(recordsOf(book, 'recovery')).toMatchObject([{ head: { epoch: 2, seq: 1, lost } }]);
  expect(marks().slice(-2)).toEqual(['1.6', '2.1']); // a fork, and sent
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });

  bookPieces(book.till, 1);
  expect(await book.report()).toMatchObject({ records: 0 });
  expect(recordsOf(book, 'recovery')).toHaveLength(1);
  expect(marks().at(-1)).toBe('2.2');
});

test('a folder that was set back to before its first report is found out as well', async () => {
  await backUp();
  bookPieces(book.till, 1);
  await book.report();
  await setBack();

  expect(await book.report()).toMatchObject({ reason: 'recovered', records: 0 });
});

test('the day after, nobody need look at it any more', async () => {
  await backUp();
  bookPieces(book.till, 1);
  await book.report();
  await setBack();
  await book.report();
  book.clock.now += 24 * 3_600_000;

  expect(await book.report()).toMatchObject({ state: 'sent' });
});

test('a folder that was set back sells on while the hub is away', async () => {
  await backUp();
  bookPieces(book.till, 1);
  await book.report();
  await setBack();
  book.hub.between = () => 'cut';

  expect(await book.report()).toMatchObject({ state: 'pending', reason: 'no-network' });
  expect(bookPieces(book.till, 1).receipt.totalRupiah).toBe(45_000);
});

test('a place that no till could have reached opens no epoch', async () => {
  await book.report();
  book.hub.between = (seen, answer) => {
    const given = answer();
    if (given === 'cut' || seen.path !== '/v1/head') return given;
    return { ...given, body: given.body.replace('"epoch":1', '"epoch":900719925474') };
  };

  expect(await book.report()).toMatchObject({ state: 'attention', reason: 'unproven' });
  expect(recordsOf(book, 'recovery')).toEqual([]);
});

test('a gap after a record that nobody here knows is proven first', async () => {
  bookPieces(book.till, 1);
  const newest = { epoch: 1, seq: 40, leaf: 'f'.repeat(64) };
  book.hub.between = (seen, answer) => {
    const body = JSON.stringify({ outcome: 'gap', newest, serverTimeMs: 0 });
    return seen.path === '/v1/batches' ? { status: 200, body } : answer();
  };

  expect(await book.report()).toMatchObject({ state: 'attention', reason: 'refused' });
  expect(recordsOf(book, 'recovery')).toEqual([]);
});

test('two tills of one folder are told, each sells on, and epochs do not run away', async () => {
  await backUp();
  const { world } = book;
  const other = await openTill({
    dataDir: copy,
    clock: () => book.clock.now,
    world,
    isReporting: false,
  });
  const reasons: string[] = [];
  for (let day = 0; day < 6; day += 1) {
    for (const till of [book.till, other]) {
      bookPieces(till, 1);
      await till.uploader.report();
      const status = till.uploader.status();
      reasons.push('reason' in status ? status.reason : status.state);
    }
  }
  const recoveries = [book.till, other].map((till) => recordsOf({ till }, 'recovery').length);
  const waiting = [book.till, other].map((till) => till.uploader.status().records);
  await closeTill(other);

  expect(reasons.at(-1)).toBe('two-tills');
  expect(Math.max(...recoveries)).toBe(3);
  expect(waiting).toEqual([0, 0]); // the hub keeps what both sold
  expect(new Set(book.hub.stored.map(({ place }) => place.leaf)).size).toBe(book.hub.stored.length);
});
