import { afterEach, beforeEach, expect, test } from 'vitest';
import { SETTLED_DAYS, SETTLED_KEPT_MAX } from '../../../domain/payments/settled.ts';
import { addDays, DAY_MS } from '../../../domain/time.ts';
import { aQris, claimHands } from '../../../test/support/claim-hands.ts';
import { FakeHub } from '../../../test/support/fake-hub.ts';
import { type HubBook, openHubBook } from '../../../test/support/hub-book.ts';
import { paid, settledHands } from '../../../test/support/settled-hands.ts';
import { recordsOf } from '../../../test/support/staffed-till.ts';
import { anId } from '../../../test/support/test-till.ts';
import { theOwner } from '../../../domain/actor.ts';
import { enrolTill } from '../enrolment/enrol-till.ts';
import { verifyBook } from '../journal/verify.ts';

let book: HubBook;
beforeEach(async () => {
  book = await openHubBook();
  await book.enrol();
});
afterEach(() => book.close());

const hands = claimHands(() => book);
const payments = () => hands.calls().payments;
const sell = (minutes: number, change = {}) => hands.sell(aQris(change), minutes);

const { hear, hearAs } = settledHands(() => book);

test('before the hub has told of a payment there is nothing to say', async () => {
  sell(1);
  await book.report();

  expect(await payments().matchSettled()).toBeNull();
});

test('what matches is proposed with its provider, and nothing is written down', async () => {
  const number = sell(1);
  await hear({ rows: [paid('1'), paid('2', { amountRupiah: 12_000, provider: 'Bank Kita' })] });

  expect(await payments().matchSettled()).toMatchObject({
    provider: 'QRIS, Bank Kita',
    from: '2026-11-23',
    to: '2026-11-23',
    payments: 2,
    matches: [{ claim: { number }, row: { reference: '1', issuer: 'GoPay' }, by: 'amount' }],
    spareCount: 1,
    rejected: 0,
  });
  expect(recordsOf(book, 'tender-state')).toEqual([]);
});

test('where nothing matches the newest day that was told is known', async () => {
  sell(1);
  await hear({ rows: [paid('1', { on: '2026-10-20' })] });

  expect(await payments().matchSettled()).toMatchObject({ to: '2026-10-20', matches: [] });
});

test('what a person takes is booked as found by the hub; again it answers the same', async () => {
  const number = sell(1);
  await hear({ rows: [paid('52630001')] });
  const { matches } = (await payments().matchSettled()) ?? { matches: [] };
  const picks = [{ number, tender: 0, row: matches[0]?.row.row ?? 0 }];
  const id = anId();

  const first = await payments().bookSettled({ id, picks });

  expect(await payments().bookSettled({ id, picks })).toEqual(first);
  expect(recordsOf(book, 'tender-state')).toMatchObject([
    {
      head: { state: 'verified' },
      body: { number, by: 'hub', reference: '52630001', row: '52630001'.padStart(64, '0') },
    },
  ]);
  expect((await payments().claims()).found).toMatchObject([{ found: { by: 'hub' } }]);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('what the hub does not tell of is not booked', async () => {
  const number = sell(1);
  await hear({ rows: [paid('1', { amountRupiah: 44_000 })] });

  const order = { id: anId(), picks: [{ number, tender: 0, row: 1 }] };
  await expect(payments().bookSettled(order)).rejects.toMatchObject({ code: 'REPORT_OTHER' });
});

test('a payment that was seen at the counter takes its row also from the hub', async () => {
  sell(1, { state: 'verified' });
  const claimed = sell(4);
  await hear({ rows: [paid('1')] });

  expect(await payments().matchSettled()).toMatchObject({
    matches: [],
    known: 1,
    absent: [{ number: claimed }],
  });
});

test('a claim is absent of days alone of which the hub told a payment', async () => {
  const told = sell(1);
  sell(24 * 60);
  const again = sell(24 * 60);
  const other = { amountRupiah: 12_000 };
  await hear({ rows: [paid('1', other), paid('2', { ...other, on: '2026-11-25' })] });

  const match = await payments().matchSettled();
  expect(match).toMatchObject({ from: '2026-11-23', to: '2026-11-25' });
  expect(match?.absent.map(({ number }) => number).toSorted()).toEqual([told, again].toSorted());
});

test('a claim after midnight is absent of the day that a clock had', async () => {
  book.clock.now = Date.parse('2026-11-24T01:29:00+07:00'); // the stall still has the day before
  const number = sell(1);
  await hear({ rows: [paid('1', { amountRupiah: 12_000 })] });
  expect(await payments().matchSettled()).toMatchObject({ absent: [] });

  await hear({ rows: [paid('2', { amountRupiah: 12_000, on: '2026-11-24' })] });
  expect(await payments().matchSettled()).toMatchObject({
    absent: [{ number, businessDate: '2026-11-23' }],
  });
});

test('a claim of long ago is found, and so is money that was missing', async () => {
  const number = sell(1);
  book.clock.now += 40 * DAY_MS;
  await hear({ rows: [paid('1')] });
  expect(await payments().matchSettled()).toMatchObject({ matches: [{ claim: { number } }] });

  const missing = sell(1);
  const on = addDays('2026-11-23', 40);
  await hands.tell([missing], 'missing', { note: 'Tidak ada' });
  await hear({ rows: [paid('2', { on })] });
  const { matches } = (await payments().matchSettled()) ?? { matches: [] };
  expect(matches.map(({ claim }) => claim.number)).toEqual([number, missing]);
});

test('a page that follows the claims hears when the hub has told', async () => {
  sell(1);
  const events = await payments().watchClaims();
  expect(await events.next()).toMatchObject({ value: { count: 1 } });
  await hear({ rows: [paid('1')] });

  expect(await events.next()).toMatchObject({ value: { count: 1 } });
  await events.return?.();
});

test('a row in two items is one payment, and goes with the newest that told it', async () => {
  sell(1);
  const [first = ''] = await hear({ rows: [paid('1'), paid('2')] });
  const [second = ''] = await hear({ rows: [paid('1')] });
  expect(await payments().matchSettled()).toMatchObject({ payments: 2 });

  await hearAs([first], { rows: [], isEnded: true });
  expect(await payments().matchSettled()).toMatchObject({ payments: 1 });

  await hearAs([second], { rows: [], isEnded: true });
  expect(await payments().matchSettled()).toBeNull();
});

test('what other tills are told of too is doubtful, also where that is known later', async () => {
  sell(1);
  await hear({ rows: [paid('1')] });
  expect(await payments().matchSettled()).toMatchObject({ matches: [{ isDoubtful: false }] });

  await hear({ rows: [paid('1')], isShared: true });

  expect(await payments().matchSettled()).toMatchObject({ matches: [{ isDoubtful: true }] });
});

test('payments are dropped some weeks before the newest, whatever the clock says', async () => {
  sell(1);
  book.clock.now += 400 * DAY_MS;
  const kept = addDays('2026-11-23', -SETTLED_DAYS);
  await hear({
    rows: [paid('1'), paid('2', { on: kept }), paid('3', { on: addDays(kept, -1) })],
  });

  const query = 'SELECT reference FROM settled_payment ORDER BY id';
  expect(book.till.db.prepare<[], string>(query).pluck().all()).toEqual(['1', '2']);
});

test('a payment of long ago is held against no claim, though no newer was told', async () => {
  const number = sell(1);
  await hear({ rows: [paid('1')] });
  book.clock.now += (SETTLED_DAYS - 1) * DAY_MS;
  const { matches } = (await payments().matchSettled()) ?? { matches: [] };
  expect(matches).toMatchObject([{ claim: { number } }]);

  book.clock.now += DAY_MS;

  expect(await payments().matchSettled()).toBeNull();
  const picks = [{ number, tender: 0, row: matches[0]?.row.row ?? 0 }];
  await expect(payments().bookSettled({ id: anId(), picks })).rejects.toMatchObject({
    code: 'REPORT_OTHER',
  });
});

test('a hub that tells of more than a till keeps is told of, and the newest are kept', async () => {
  sell(1);
  const items = Array.from({ length: SETTLED_KEPT_MAX / 200 + 1 }, (_, at) => ({
    rows: Array.from({ length: 200 }, (__, row) => paid(String(200 * at + row + 1))),
  }));
  for (let at = 0; at < items.length; at += 4) await hear(...items.slice(at, at + 4));

  const query = 'SELECT count(*), min(CAST(reference AS INTEGER)) FROM settled_payment';
  expect(book.till.db.prepare(query).raw().get()).toEqual([SETTLED_KEPT_MAX, 201]);
  expect(book.till.uploader.status()).toMatchObject({ reason: 'tells-too-much' });
});

test('a payment of a day to come is not kept, and drops none of the others', async () => {
  sell(1);
  await hear({
    rows: [paid('1'), paid('2', { on: '2026-11-24' }), paid('3', { on: '2026-11-25' })],
  });
  await hear({ rows: [paid('4', { on: '9999-12-31' })] });

  expect(await payments().matchSettled()).toMatchObject({ payments: 2, to: '2026-11-24' });
});

test('an item with a time that no calendar has is no payment', async () => {
  sell(1);
  await hear({ rows: [paid('1', { paidAtMs: 9e15 })] }, { rows: [paid('2', { paidAtMs: -1 })] });

  expect(await payments().matchSettled()).toBeNull();
});

test('what cannot be read as payments is kept for a newer program, and is no payment', async () => {
  sell(1);
  await hear({ rows: [paid('1', { amountRupiah: 'many' })] });

  expect(await payments().matchSettled()).toBeNull();
  expect(book.till.db.prepare('SELECT kind FROM hub_item').pluck().all()).toEqual(['settled']);
});

test('another hub tells of its own payments', async () => {
  sell(1);
  await hear({ rows: [paid('1')] });
  const other = await new FakeHub().open();
  await enrolTill(book.till, theOwner, { invitation: other.invitation });

  expect(await payments().matchSettled()).toBeNull();
  await other.close();
});

test('a till that its hub gives to another stall forgets the payments of the first', async () => {
  sell(1);
  await hear({ rows: [paid('1')] });
  Object.assign(book.hub.stall, { code: 'TC-B01' });
  await book.enrol();

  expect(await payments().matchSettled()).toBeNull();
});

test('it forgets them also where that answer was lost, and the hub says so later', async () => {
  sell(1);
  await hear({ rows: [paid('1')] });
  Object.assign(book.hub.stall, { code: 'TC-B01' });
  const { downVersion: version } = book.hub;
  book.hub.tells = () => ({ version, hasMore: false, items: [] });
  await book.report();

  expect(await payments().matchSettled()).toBeNull();
});
