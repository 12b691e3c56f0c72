import fc from 'fast-check';
import { expect } from 'vitest';
import { SETTLED_ROWS_MAX } from '../../domain/payments/settled.ts';
import { StickerState } from '../../domain/payments/sticker.ts';
import { DAY_MS } from '../../domain/time.ts';
import { verifyBook } from '../../electron/till/journal/verify.ts';
import { describeNotices } from '../../hub/down/describe-notices.ts';
import { readDown } from '../../hub/down/read-down.ts';
import { revokeDevice } from '../../hub/enrolment/devices.ts';
import { importFile } from '../support/bank-office.ts';
import { aQris, claimHands } from '../support/claim-hands.ts';
import { openDownWorld, type DownWorld, type TillAtHub } from '../support/down-world.ts';
import { eachDatabase, onSqlite } from '../support/hub-databases.ts';
import { STALL_QRIS } from '../support/qris.ts';
import { type SettledLine, setNmids, settlementOf } from '../support/settlement.ts';
import { recordsOf } from '../support/staffed-till.ts';
import { anId } from '../support/test-till.ts';

/** Payments of settlement files come to the tills of the stall that was paid, and to no other. */

const by = 'pengelola-1';
const [ours, theirs] = ['ID1020021111111', 'ID1020022222222'];

const doing = ({ server }: DownWorld) => ({ hub: server.hub, by });
const taken = (world: DownWorld, rows: readonly SettledLine[], kind?: string) =>
  importFile(doing(world), settlementOf(rows, kind), { name: 'qris.csv', mall: 'TC' });

/** What the hub's items tell a till behind a version, page after page. */
async function toldTo({ server }: DownWorld, till: TillAtHub, stall = 'TC-A12') {
  const { device } = till;
  const { items } = await readDown(server.hub.database, { stall, device }, 0);
  return items.flatMap((item) => (item.kind === 'settled' ? [item] : []));
}

/** References of what a till holds against its claims. */
async function heldBy({ calls }: TillAtHub): Promise<string[]> {
  const match = await calls.payments.matchSettled();
  return [...(match?.spare ?? []), ...(match?.matches ?? []).map(({ row }) => row)]
    .map(({ reference }) => reference)
    .toSorted();
}

eachDatabase('a claim is found by a file that the hub takes in, and booked once', async (on) => {
  await using world = await openDownWorld(await on.open());
  const till = await world.till();
  await setNmids(doing(world), { 'TC-A12': ours });
  const number = claimHands(() => till).sell(aQris());
  await till.report();
  expect(await till.calls.payments.matchSettled()).toBeNull();

  const rows: SettledLine[] = [
    [ours, '52630001', '2026-11-23 10:02', 45_000],
    [theirs, '52630002', '2026-11-23 10:01', 45_000],
  ];
  await taken(world, rows);
  await till.report();
  const match = await till.calls.payments.matchSettled();
  expect(match).toMatchObject({
    provider: 'QRIS',
    from: '2026-11-23',
    to: '2026-11-23',
    payments: 1,
    matches: [
      { claim: { number }, row: { reference: '52630001' }, by: 'amount', isDoubtful: false },
    ],
    spareCount: 0,
  });
  expect(recordsOf(till, 'tender-state')).toEqual([]);

  const row = match?.matches[0]?.row.row ?? 0;
  await till.calls.payments.bookSettled({ id: anId(), picks: [{ number, tender: 0, row }] });

  expect(recordsOf(till, 'tender-state')).toMatchObject([
    { head: { state: 'verified' }, body: { number, by: 'hub', reference: '52630001' } },
  ]);
  expect(await verifyBook(till.till)).toMatchObject({ ok: true });
  await taken(world, rows);
  await till.report();
  expect(await till.calls.payments.matchSettled()).toMatchObject({ matches: [], known: 1 });
  const content = settlementOf(rows.slice(0, 1)).toString('base64');
  const file = { file: 'laporan.csv', content };
  expect(await till.calls.payments.matchReport(file)).toMatchObject({ matches: [], known: 1 });
});

eachDatabase('the hub counts a row as a till that reads the same file does', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const till = await world.till();
  await setNmids(doing(world), { 'TC-A12': ours });
  const [first, second] = [
    claimHands(() => till).sell(aQris()),
    claimHands(() => till).sell(aQris()),
  ];
  // Alike in all that they say: one row of each payment.
  const rows: SettledLine[] = [
    [ours, '', '2026-11-23 10:02', 45_000],
    [theirs, '', '2026-11-23 10:02', 45_000],
    [ours, '', '2026-11-23 10:02', 45_000],
  ];
  const file = { file: 'laporan.csv', content: settlementOf(rows).toString('base64') };
  const { matches } = await till.calls.payments.matchReport(file);
  const own = matches.find(({ claim }) => claim.number === first);
  await till.calls.payments.bookReport({
    id: anId(),
    ...file,
    picks: [{ number: first, tender: 0, row: own?.row.row ?? 0 }],
  });

  await taken(world, rows);
  await till.report();

  expect(await till.calls.payments.matchSettled()).toMatchObject({
    payments: 2,
    known: 1,
    matches: [{ claim: { number: second } }],
  });
});

eachDatabase(
  'rows of another stall never arrive; of one merchant each stall has them',
  async (on) => {
    await using world = await openDownWorld(await on.open());
    const [coffee, batik] = [await world.till('TC-A12'), await world.till('TC-B01')];
    await setNmids(doing(world), { 'TC-A12': ours, 'TC-B01': theirs });
    await taken(world, [
      [ours, '1', '2026-11-23 10:02', 45_000],
      [theirs, '2', '2026-11-23 10:03', 12_000],
      ['', '3', '2026-11-23 10:04', 13_000],
    ]);
    await coffee.report();
    await batik.report();
    expect([await heldBy(coffee), await heldBy(batik)]).toEqual([['1'], ['2']]);

    await setNmids(doing(world), { 'TC-B01': ours });
    await taken(world, [[ours, '4', '2026-11-23 10:05', 14_000]]);
    await coffee.report();
    await batik.report();
    expect([await heldBy(coffee), await heldBy(batik)]).toEqual([
      ['1', '4'],
      ['1', '4'],
    ]);
  },
);

eachDatabase('a stall whose merchant id becomes known hears of the last month', async (on) => {
  await using world = await openDownWorld(await on.open());
  const till = await world.till();
  await taken(world, [
    [ours, '1', '2026-10-29 10:00', 45_000],
    [ours, '2', '2026-11-01 10:00', 45_000],
    [theirs, '3', '2026-11-20 10:00', 45_000],
    [ours, '4', '2026-11-28 10:00', 45_000],
  ]);
  await till.report();
  expect(await toldTo(world, till)).toEqual([]);

  await setNmids(doing(world), { 'TC-A12': ours });
  await setNmids(doing(world), { 'TC-A12': ours });

  const told = await toldTo(world, till);
  expect(told.map(({ rows }) => rows.map(({ reference }) => reference))).toEqual([['2', '4']]);
});

eachDatabase('what was told of a wrong merchant is taken back', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const till = await world.till();
  await setNmids(doing(world), { 'TC-A12': theirs });
  await taken(world, [
    [ours, '1', '2026-11-23 10:02', 45_000],
    [theirs, '2', '2026-11-23 10:03', 12_000],
  ]);
  await till.report();
  expect(await heldBy(till)).toEqual(['2']);

  await setNmids(doing(world), { 'TC-A12': ours });
  await till.report();
  expect(await heldBy(till)).toEqual(['1']);

  await setNmids(doing(world), { 'TC-A12': '' });
  await till.report();
  expect(await till.calls.payments.matchSettled()).toBeNull();
  expect(await toldTo(world, till)).toEqual([]);
});

eachDatabase('many payments come in several items, which nobody sees as news', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const till = await world.till();
  await setNmids(doing(world), { 'TC-A12': ours });
  const count = 2 * SETTLED_ROWS_MAX + 1;
  await taken(
    world,
    Array.from({ length: count }, (_, at) => [ours, String(at), '2026-11-23 10:02', 1_000 + at]),
  );

  const told = await toldTo(world, till);
  expect(told.map(({ rows }) => rows.length)).toEqual([SETTLED_ROWS_MAX, SETTLED_ROWS_MAX, 1]);
  await till.report();
  expect(await till.calls.payments.matchSettled()).toMatchObject({ payments: count });
  expect(await till.calls.down.announcements()).toEqual([]);
  const { notices } = await describeNotices(world.server.hub.database, { cursor: '' });
  expect(notices).toEqual([]);
});

eachDatabase('refunds, sen, and what is older than tills keep, are not told', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const till = await world.till();
  await setNmids(doing(world), { 'TC-A12': ours });
  await taken(world, [[ours, '1', '2026-11-23 10:02', 45_000]], 'Refund');
  await taken(world, [[ours, '2', '2026-11-23 10:02', 45_000.5]]);
  await taken(world, [
    [ours, '3', '2026-09-29 10:02', 45_000],
    [ours, '4', '2026-09-30 10:02', 45_000],
  ]);

  const told = await toldTo(world, till);
  expect(told.flatMap(({ rows }) => rows.map(({ reference }) => reference))).toEqual(['4']);
});

eachDatabase('a till that comes later is told of the last weeks alone', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { clock } = world.server;
  await setNmids(doing(world), { 'TC-A12': ours });
  const first = await world.till();
  await taken(world, [[ours, '1', '2026-11-23 10:02', 45_000]]);
  await first.report();
  clock.nowMs += 61 * DAY_MS;
  await taken(world, [[ours, '2', '2027-01-20 10:02', 45_000]]);

  const later = await world.till();

  const told = await toldTo(world, later);
  expect(told.flatMap(({ rows }) => rows.map(({ reference }) => reference))).toEqual(['2']);
  expect(await heldBy(later)).toEqual(['2']);
});

eachDatabase('a till that was revoked hears of no payment more', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { hub } = world.server;
  const till = await world.till();
  await setNmids(doing(world), { 'TC-A12': ours });
  await revokeDevice(hub, till.device, { through: null, by });
  await taken(world, [[ours, '1', '2026-11-23 10:02', 45_000]]);

  expect(await till.report()).toMatchObject({ reason: 'revoked' });
  expect(await till.calls.payments.matchSettled()).toBeNull();
});

eachDatabase('a till whose QRIS is of another merchant than the hub has says so', async (on) => {
  await using world = await openDownWorld(await on.open());
  const till = await world.till();
  const heard = async () => {
    await till.report();
    const events = await till.calls.payments.watchSticker();
    const { value } = await events.next();
    await events.return?.();
    return StickerState.parse(value).hubNmid;
  };
  await till.calls.settings.change({ qris: STALL_QRIS });
  expect(await heard()).toBeNull();

  await setNmids(doing(world), { 'TC-A12': ours, 'TC-B01': theirs });
  expect(await heard()).toBe(ours);
  await setNmids(doing(world), { 'TC-A12': theirs });
  expect(await heard()).toBe(theirs);
  await setNmids(doing(world), { 'TC-A12': 'ID1020000000033' }); // its own
  expect(await heard()).toBeNull();
  await setNmids(doing(world), { 'TC-A12': '' });
  expect(await heard()).toBeNull();
});

onSqlite('whatever files come, in whatever order, each payment is told once', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const till = await world.till();
  const all = Array.from({ length: 12 }, (_, at): SettledLine => {
    return [at % 3 === 0 ? theirs : ours, `RRN${at}`, `2026-11-23 10:${10 + at}`, 1_000 * (at + 1)];
  });
  const wanted = new Set<string>();
  await setNmids(doing(world), { 'TC-A12': ours });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.subarray(all, { minLength: 1 }), { maxLength: 4 }),
      async (files) => {
        for (const rows of files) {
          await taken(world, rows);
          for (const [nmid, rrn] of rows) if (nmid === ours) wanted.add(rrn);
        }
        const told = (await toldTo(world, till)).flatMap(({ rows }) => rows);
        expect(told.map(({ reference }) => reference).toSorted()).toEqual([...wanted].toSorted());
      },
    ),
    { numRuns: 15 },
  );
  expect(wanted.size).toBeGreaterThan(4);
});
