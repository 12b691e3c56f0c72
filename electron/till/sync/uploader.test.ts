import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import { changeStallSettings, readStallSettings } from '../settings/procedures.ts';
import { callsOf } from '../../../test/support/calls.ts';
import { type FakeAnswer, hubError } from '../../../test/support/fake-hub.ts';
import { type HubBook, openHubBook } from '../../../test/support/hub-book.ts';
import { anId, bookPieces, stockProduct, aUnit } from '../../../test/support/test-till.ts';

let book: HubBook;
beforeEach(async () => {
  book = await openHubBook({ isReporting: true });
});
afterEach(() => book.close());

/** Something that the journal has, as any act of the screen. */
function act(): void {
  const { cutOffHour } = readStallSettings(book.till);
  changeStallSettings(book.till, theOwner, { cutOffHour: cutOffHour === 3 ? 4 : 3 });
}

/** Lets the timers run out, and waits for the round that they begin. */
async function pass(ms: number): Promise<void> {
  book.world.pass(ms);
  await book.till.uploader.report();
}

/** The same. @returns what the hub was asked meanwhile */
async function askedBy(ms: number): Promise<string[]> {
  const before = book.hub.asked.length;
  await pass(ms);
  return book.hub.asked.slice(before);
}

test('a till that is enrolled nowhere has no timer, whatever it writes', async () => {
  act();
  expect(book.world.waits).toEqual([]);
  expect(await callsOf(book).sync.tryNow()).toEqual({ state: 'alone', records: book.newest });
  expect(book.world.waits).toEqual([]);
});

test('once enrolled it reports by itself, and then waits a quarter of an hour', async () => {
  await book.enrol();
  await pass(0);

  expect(book.till.uploader.status()).toMatchObject({ state: 'sent' });
  expect(book.world.waits).toEqual([900_000]);
});

test('after a start it reports by itself', async () => {
  await book.enrol();
  await book.reopen();
  expect(book.world.waits).toEqual([1_000]);
  await pass(1_000);

  expect(book.till.uploader.status()).toMatchObject({ state: 'sent' });
});

test('what is written goes a few seconds later, all of it together', async () => {
  await book.enrol();
  await pass(0);
  act();
  book.world.pass(1_000);
  act();
  expect(book.world.waits).toEqual([2_000, 899_000]);
  expect(await askedBy(2_000)).toEqual(['/v1/batches']);
  expect(book.till.uploader.status()).toMatchObject({ state: 'sent' });
});

test('each quarter of an hour it asks how far the hub is, however much is written', async () => {
  await book.enrol();
  await pass(0);
  for (let passedMs = 0; passedMs < 890_000; passedMs += 10_000) {
    act();
    expect(await askedBy(10_000)).toEqual(['/v1/batches']);
  }
  act();

  expect(await askedBy(10_000)).toEqual(['/v1/head', '/v1/batches']);
});

test('after a failure it asks how far the hub is before it sends', async () => {
  await book.enrol();
  await pass(0);
  book.hub.between = () => 'cut';
  act();
  expect(await askedBy(3_000)).toEqual(['/v1/batches']);
  expect(book.world.waits).toEqual([3_000]);
  book.hub.between = (_, answer) => answer();

  expect(await askedBy(3_000)).toEqual(['/v1/head', '/v1/head', '/v1/batches']);
});

test('where the hub got records of its key from elsewhere it asks at once', async () => {
  await book.enrol();
  await pass(0);
  const place = { epoch: 1, seq: 9, leaf: 'a5'.repeat(32) };
  book.hub.stored.push({ place, head: '{}', body: undefined });
  act();

  expect(await askedBy(3_000)).toEqual(['/v1/batches', '/v1/head', '/v1/batches']);
  expect(book.till.uploader.status()).toMatchObject({ reason: 'recovered', records: 0 });
});

test('what the answer to a batch says that the hub tells is heard at once', async () => {
  await book.enrol();
  await pass(0);
  book.hub.downVersion = 7;
  const nothing = { status: 200, body: '{}' };
  book.hub.between = ({ path }, answer) => (path === '/v1/down' ? nothing : answer());
  act();

  expect(await askedBy(3_000)).toEqual(['/v1/batches', '/v1/down']);
});

test('one write, then half an hour without a network: it goes without another write', async () => {
  await book.enrol();
  await pass(0);
  book.hub.between = () => 'cut';
  act();
  await pass(3_000);
  for (let passedMs = 0; passedMs < 1_800_000; ) {
    const [next = 0] = book.world.waits;
    expect(next).toBeGreaterThanOrEqual(2_000);
    expect(next).toBeLessThanOrEqual(300_000);
    passedMs += next;
    await pass(next);
  }
  expect(book.till.uploader.status()).toMatchObject({ state: 'pending', reason: 'no-network' });
  book.hub.between = (_, answer) => answer();
  const [last = 0] = book.world.waits;
  await pass(last);

  expect(last).toBeLessThanOrEqual(300_000);
  expect(book.till.uploader.status()).toMatchObject({ state: 'sent' });
});

test('the watchdog finds what nobody told of', async () => {
  await book.enrol();
  bookPieces(book.till, 1);
  await pass(0);
  bookPieces(book.till, 1); // as the support of tests books: past what follows a commit
  expect(book.world.waits).toEqual([900_000]);
  await pass(900_000);

  expect(book.till.uploader.status()).toMatchObject({ state: 'sent' });
});

test('what is written while the hub is away shortens no delay, but is told', async () => {
  await book.enrol();
  book.hub.between = () => 'cut';
  await pass(0);
  await pass(3_000);
  const news = book.till.news.sync.watch(() => [], new AbortController().signal);
  const told = news.next();
  const asked = book.hub.asked.length;
  const { records } = book.till.uploader.status();
  act();
  expect(book.world.waits).toEqual([3_000, 5_000]);
  book.world.pass(3_000);

  expect((await told).value).toMatchObject({ state: 'pending', records: records + 1 });
  expect(book.hub.asked).toHaveLength(asked);
  expect(book.world.waits).toEqual([2_000]);
});

test.each<[string, FakeAnswer, number]>([
  ['seconds', hubError('TOO_MANY_REQUESTS', {}, { 'retry-after': '37' }), 37_000],
  ['a date', dated('Sun, 23 Nov 2031 03:00:42 GMT'), 42_000],
  ['more than a quarter of an hour', hubError('HUB_BUSY', {}, { 'retry-after': '86400' }), 900_000],
  ['what is no time', hubError('HUB_BUSY', {}, { 'retry-after': 'soon' }), 3_000],
])('a hub that asks to be left alone for %s is', async (_, answer, ms) => {
  await book.enrol();
  book.hub.between = () => answer;
  await pass(0);

  expect(book.world.waits).toEqual([ms]);
});

function dated(at: string): FakeAnswer {
  return hubError('HUB_BUSY', {}, { 'retry-after': at, date: 'Sun, 23 Nov 2031 03:00:00 GMT' });
}

test('a device that waits asks twice a minute, one that is revoked every five', async () => {
  book.hub.state = 'waiting';
  await book.enrol();
  await pass(0);
  expect(book.world.waits).toEqual([30_000]);
  book.hub.state = 'revoked';
  await pass(30_000);
  expect(book.world.waits).toEqual([300_000]);
  book.hub.state = 'active';
  await pass(300_000);
  expect(book.till.uploader.status()).toMatchObject({ state: 'sent' });
});

test('what is written before the manager approves asks within seconds', async () => {
  book.hub.state = 'waiting';
  await book.enrol();
  await pass(0);
  book.hub.state = 'active';
  act();
  expect(book.world.waits).toEqual([3_000]);
  await pass(3_000);

  expect(book.till.uploader.status()).toMatchObject({ state: 'sent', records: 0 });
});

test('a sale is rung up while a report is stuck, and the report ends by itself', async () => {
  await book.enrol();
  const reached = Promise.withResolvers<void>();
  book.hub.between = () => {
    reached.resolve();
    return new Promise<FakeAnswer>(() => undefined);
  };
  book.world.pass(0);
  await reached.promise;
  stockProduct(book.till, { code: 'K', name: 'Kopi', units: [aUnit('pcs', 1, 45_000)] });
  const calls = callsOf(book);
  const { shift } = await calls.shifts.open({ id: anId(), drawer: 1, float: [] });
  expect(shift).toBe(1);
  expect(bookPieces(book.till, 1).receipt.totalRupiah).toBe(45_000);
  const asked = calls.sync.tryNow();
  await new Promise((resolve) => setImmediate(resolve));
  book.world.pass(10_000);
  expect(await asked).toMatchObject({ state: 'pending', reason: 'not-tried' });
  await pass(20_000);

  expect(book.till.uploader.status()).toMatchObject({ state: 'pending', reason: 'no-network' });
});

test('an answer that never ends is cut off', async () => {
  await book.enrol();
  const reached = Promise.withResolvers<void>();
  const { world } = book;
  const { fetch } = world;
  world.fetch = async (url, init) => {
    const response = await fetch(url, init);
    reached.resolve();
    return response;
  };
  book.hub.between = () => ({ status: 200, body: '{"state":', isEndless: true });
  world.pass(0);
  await reached.promise;
  await pass(30_000);

  expect(book.till.uploader.status()).toMatchObject({ state: 'pending', reason: 'no-network' });
});

test('closing ends a report that is stuck', async () => {
  await book.enrol();
  const reached = Promise.withResolvers<void>();
  book.hub.between = () => {
    reached.resolve();
    return new Promise<FakeAnswer>(() => undefined);
  };
  book.world.pass(0);
  await reached.promise;
  await book.till.close();

  expect(book.world.waits).toEqual([]);
});

test('every page that watches is told of each try', async () => {
  const page = await callsOf(book).sync.watch();
  expect((await page.next()).value).toMatchObject({ state: 'alone' });
  await book.enrol();
  expect((await page.next()).value).toMatchObject({ state: 'pending', reason: 'not-tried' });
  await pass(0);
  expect((await page.next()).value).toMatchObject({ state: 'sent' });
  await page.return?.();
});

test('what the till cannot write down is told, and tried again', async () => {
  await book.enrol();
  book.till.db.exec(`CREATE TEMP TRIGGER no_cursor BEFORE INSERT ON main.sync_cursor
    BEGIN SELECT RAISE(ABORT, 'no'); END`);
  await pass(0);
  expect(book.till.uploader.status()).toMatchObject({ state: 'attention', reason: 'till-fault' });
  book.till.db.exec('DROP TRIGGER temp.no_cursor');
  await pass(book.world.waits[0] ?? 0);
  expect(book.till.uploader.status()).toMatchObject({ state: 'sent' });
});

test('another enrolment ends the report on its way to the hub before', async () => {
  await book.enrol();
  const reached = Promise.withResolvers<void>();
  book.hub.between = (seen, answer) => {
    if (seen.path === '/v1/enrolments') return answer();
    reached.resolve();
    return new Promise<FakeAnswer>(() => undefined);
  };
  book.world.pass(0);
  await reached.promise;
  await book.enrol();
  book.hub.between = (_, answer) => answer();
  await pass(0);

  expect(book.till.uploader.status()).toMatchObject({ state: 'sent' });
});
