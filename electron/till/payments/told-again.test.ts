import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../domain/time.ts';
import { aQris, claimHands } from '../../../test/support/claim-hands.ts';
import { type HubBook, openHubBook } from '../../../test/support/hub-book.ts';
import { paid, settledHands } from '../../../test/support/settled-hands.ts';
import { anId } from '../../../test/support/test-till.ts';

/** One payment in files of other columns is of one claim at most. */

let book: HubBook;
beforeEach(async () => {
  book = await openHubBook();
  await book.enrol();
});
afterEach(() => book.close());

const hands = claimHands(() => book);
const payments = () => hands.calls().payments;
const sell = (minutes: number, change = {}) => hands.sell(aQris(change), minutes);
const { hear } = settledHands(() => book);

/** 23 November 2026, 10:02 in Jakarta. */
const paidAtMs = Date.UTC(2026, 10, 23, 3, 2);
const other = { row: 'b'.repeat(64) };

/** Books the only match that the hub tells of. */
async function bookOne() {
  const { matches } = (await payments().matchSettled()) ?? { matches: [] };
  const picks = matches.map(({ claim, row }) => ({
    number: claim.number,
    tender: 0,
    row: row.row,
  }));
  await payments().bookSettled({ id: anId(), picks });
}

test.each([
  ['without its hour', { paidAtMs: null }],
  ['with its seconds', { paidAtMs: paidAtMs + 31_000 }],
  ['with a zero more', { reference: '052630001' }],
  ['with the day of its settlement', { paidAtMs: null, on: '2026-11-24', isPaidDay: false }],
  ['without its reference', { reference: '', paidAtMs: paidAtMs + 31_000 }],
  ['without reference and hour', { reference: '', paidAtMs: null }],
])('a payment that was told of a claim, again %s, is of no other', async (_, change) => {
  sell(1);
  await hear({ rows: [paid('52630001', { paidAtMs })] });
  await bookOne();
  sell(5);

  await hear({ rows: [paid('52630001', { paidAtMs, ...other, ...change })] });

  expect(await payments().matchSettled()).toMatchObject({ matches: [], known: 2, spareCount: 0 });
});

test('one payment told by two files before a claim has it is chosen for one claim', async () => {
  sell(1);
  sell(5);
  await hear({ rows: [paid('52630001', { paidAtMs })] });
  await hear({ rows: [paid('52630001', { ...other })] });
  expect(await payments().matchSettled()).toMatchObject({
    matches: [{ isDoubtful: true }],
    known: 1,
  });

  await hear({ rows: [paid('', { row: 'c'.repeat(64) })] });
  expect(await payments().matchSettled()).toMatchObject({
    matches: [{ isDoubtful: true }, { isDoubtful: true }],
  });
});

test('another payment of the sum and day is of the other claim', async () => {
  sell(1);
  await hear({ rows: [paid('52630001', { paidAtMs })] });
  await bookOne();
  const second = sell(5);
  const rows = [paid('', { ...other }), paid('', { row: 'c'.repeat(64) })];

  await hear({ rows });

  expect(await payments().matchSettled()).toMatchObject({
    matches: [{ claim: { number: second }, isDoubtful: false }],
    known: 2,
  });
});

test('a payment without a reference is in doubt beside a told one of its minute', async () => {
  sell(1);
  await hear({ rows: [paid('', { paidAtMs, ...other })] });
  await bookOne();
  sell(1);
  sell(9);

  await hear({
    rows: [
      paid('', { paidAtMs: paidAtMs + 1_000, row: 'c'.repeat(64) }),
      paid('', { paidAtMs: paidAtMs + 9 * MINUTE_MS, row: 'd'.repeat(64) }),
    ],
  });

  expect(await payments().matchSettled()).toMatchObject({
    matches: [{ isDoubtful: true }, { isDoubtful: false }],
  });
});

test('a day of settlement is no day of payment: a match of the amount is in doubt', async () => {
  sell(1);
  await hear({ rows: [paid('1', { isPaidDay: false })] });

  expect(await payments().matchSettled()).toMatchObject({ matches: [{ isDoubtful: true }] });
});
