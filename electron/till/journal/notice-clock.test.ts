import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../domain/time.ts';
import { callsOf } from '../../../test/support/calls.ts';
import { endTestShift } from '../../../test/support/end-test-shift.ts';
import {
  bookPieces,
  openTestShift,
  openTestTill,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { read } from '../database/write.ts';
import { closeTill } from '../open-till.ts';
import { recordsFrom } from './record-store.ts';
import { verifyFolder } from './verify-folder.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

const DAY_MS = 24 * HOUR_MS;

/** The records of a book with one sale. */
const firstSale = ['start', 'shift-open', 'sale'];

/** Type of each record, and of a clock change the hours that it went back; ahead is below 0. */
function journal(till = book.till): string[] {
  return read(till, (tx) => recordsFrom(tx, 1, 100)).map(({ type, head }) => {
    const { at, from } = JSON.parse(head.toString()) as { at: number; from?: number };
    return from === undefined ? type : `${type} ${(from - at) / HOUR_MS}`;
  });
}

test('a clock set back while the till sells is in the journal before the next sale', () => {
  bookPieces(book.till, 1);
  book.clock.now -= 3 * DAY_MS;
  bookPieces(book.till, 1);
  bookPieces(book.till, 1);

  expect(journal()).toEqual([...firstSale, 'clock-change 72', 'sale', 'sale']);
});

test('a clock that came back from a year ahead is noticed', () => {
  bookPieces(book.till, 1);
  book.clock.now += 400 * DAY_MS;
  bookPieces(book.till, 1);
  book.clock.now -= 400 * DAY_MS;
  bookPieces(book.till, 1);

  expect(journal()).toEqual([
    ...firstSale,
    'clock-change -9600',
    'sale',
    'clock-change 9600',
    'sale',
  ]);
});

test('a clock 400 days ahead is in the journal before the next sale, and once', () => {
  bookPieces(book.till, 1);
  book.clock.now += 400 * DAY_MS;
  bookPieces(book.till, 1);
  bookPieces(book.till, 1);

  expect(journal()).toEqual([...firstSale, 'clock-change -9600', 'sale', 'sale']);
});

test('a clock 400 days ahead when the till opens is in the journal, and once', async () => {
  bookPieces(book.till, 1);
  const tenOClock = book.clock.now;
  book.clock.now += 400 * DAY_MS;
  const till = await book.reopen();
  expect(till.clockFromMs).toBe(tenOClock);
  const again = await book.reopen();
  bookPieces(again, 1);

  expect(again.clockFromMs).toBeNull();
  expect(journal(again)).toEqual([...firstSale, 'clock-change -9600', 'sale']);
  await closeTill(again);
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: true, records: 5 });
});

test('a clock far ahead is in the journal before a shift is opened or closed', () => {
  bookPieces(book.till, 1);
  book.clock.now += 8 * DAY_MS;
  endTestShift(book.till);
  book.clock.now += 8 * DAY_MS;
  openTestShift(book.till);

  expect(journal()).toEqual([
    ...firstSale,
    'clock-change -192',
    'drawer',
    'act',
    'count',
    'z',
    'clock-change -192',
    'shift-open',
  ]);
});

test.each([
  ['six days', 6 * DAY_MS],
  ['seven days', 7 * DAY_MS],
])('a stall that was shut for %s says nothing of the clock', async (_, ahead) => {
  bookPieces(book.till, 1);
  book.clock.now += ahead;
  bookPieces(book.till, 1);
  book.clock.now += ahead;
  const till = await book.reopen();

  expect(till.clockFromMs).toBeNull();
  expect(journal(till)).toEqual([...firstSale, 'sale']);
});

test('a computer that starts in 1972 is noticed when the till opens, and once', async () => {
  bookPieces(book.till, 1);
  const tenOClock = book.clock.now;
  book.clock.now = Date.UTC(1972, 0, 1);
  const till = await book.reopen();
  expect(till.clockFromMs).toBe(tenOClock);
  const again = await book.reopen();
  bookPieces(again, 1);

  expect(again.clockFromMs).toBeNull();
  expect(journal(again)).toEqual([...firstSale, expect.stringMatching(/^clock/), 'sale']);
  await closeTill(again);
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: true, records: 5 });
});

test('a minute back, as the network sets a clock, is nothing', () => {
  bookPieces(book.till, 1);
  book.clock.now -= MINUTE_MS;
  bookPieces(book.till, 1);

  expect(journal()).toEqual([...firstSale, 'sale']);
});

test('sales of another system, dated as they were, say nothing of the clock', async () => {
  bookPieces(book.till, 1);
  bookPieces(book.till, 1, { source: 'INV-1', soldAtMs: Date.UTC(2010, 11, 1) });
  const till = await book.reopen();
  bookPieces(till, 1);

  expect(till.clockFromMs).toBeNull();
  expect(journal(till)).toEqual([...firstSale, 'sale', 'sale']);
});

test.each([
  ['past the year 9999', Date.UTC(10_000, 0, 1)],
  ['before 1970', -1],
  ['of no time at all', Number.NaN],
])('a clock %s is refused in one sentence, and nothing is written', async (_, now) => {
  bookPieces(book.till, 1);
  book.clock.now = now;

  expect(() => bookPieces(book.till, 1)).toThrow(expect.objectContaining({ code: 'CLOCK_WRONG' }));
  await expect(book.reopen()).rejects.toMatchObject({ code: 'CLOCK_WRONG' });
  book.clock.now = Date.UTC(2026, 10, 24);
  expect(journal(await book.reopen())).toEqual(firstSale);
});

test('what tells which day it is names a clock that cannot be right, as a sale does', async () => {
  const { sales, shifts } = callsOf(book);
  const wrong = { code: 'CLOCK_WRONG' };
  book.clock.now = Date.UTC(10_000, 0, 1);

  const drawers = await shifts.watch();
  await expect(drawers.next()).rejects.toMatchObject(wrong);
  await expect(sales.day({ businessDate: null })).rejects.toMatchObject(wrong);
  await expect(sales.list({ limit: 10 })).rejects.toMatchObject(wrong);
});
