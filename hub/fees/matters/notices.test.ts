import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { LapakError } from '../../../domain/errors.ts';
import { addDays } from '../../../domain/time.ts';
import { type FeeWorld, MALL, MANAGER, openFeeWorld } from '../../../test/support/fee-world.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import { aPng } from '../../../test/support/pictures.ts';
import { showPhoto } from './messages.ts';
import { deliverNotice, issueNotices, listDue, listNotices, readNotice } from './notices.ts';

async function issue({ hub }: FeeWorld, stall = 'TC-1') {
  const order = { mall: MALL, stalls: [{ id: randomUUID(), stall }] };
  return { ...(await issueNotices(hub, MANAGER, order)), order };
}

function deliver({ hub }: FeeWorld, notice: string, on: string, photo: string | null = null) {
  const how = { how: 'hand', on, note: '', photo } as const;
  return deliverNotice(hub, MANAGER, { notice, id: randomUUID(), ...how });
}

async function dueOf({ hub }: FeeWorld, stall = 'TC-1') {
  const { due } = await listDue(hub, { mall: MALL, cursor: '' });
  return due.find((one) => one.stall === stall);
}

eachDatabase('a stall that stays late gets each letter after the one before it', async (on) => {
  const world = await openFeeWorld(await on.open());
  await world.charge('TC-1', '2026-10');
  const said: string[] = [];
  let day = '2026-10-11';
  for (const hold of [null, null, null, null, 'last-level']) {
    world.setDay(day);
    const due = await dueOf(world);
    expect(due).toMatchObject({ owed: 700_000, disputed: 0, hold });
    const { issued, held } = await issue(world);
    if (hold !== null) {
      expect(held).toEqual([{ stall: 'TC-1', reason: hold }]);
      break;
    }
    const [notice] = issued;
    said.push(`${notice?.paperNumber} ${notice?.on} ${notice?.until}`);
    expect((await issue(world)).held).toEqual([{ stall: 'TC-1', reason: 'not-delivered' }]);
    await deliver(world, notice?.id ?? '', day);
    expect((await issue(world)).held).toEqual([{ stall: 'TC-1', reason: 'not-passed' }]);
    day = addDays(day, 14);
  }

  expect(said).toEqual([
    'PGT/TC/2026/000001 2026-10-11 2026-10-18',
    'SP1/TC/2026/000001 2026-10-25 2026-11-01',
    'SP2/TC/2026/000001 2026-11-08 2026-11-15',
    'SP3/TC/2026/000001 2026-11-22 2026-11-29',
  ]);
  const { notices } = await listNotices(world.hub, { mall: MALL, stall: 'TC-1', cursor: '' });
  const third = await readNotice(world.hub, notices[1]?.id ?? '');
  expect(third.earlier.map(({ level, on: day }) => [level, day])).toEqual([
    ['reminder', '2026-10-11'],
    ['sp1', '2026-10-25'],
  ]);
  expect(notices.map(({ level }) => level)).toEqual(['sp3', 'sp2', 'sp1', 'reminder']);
  expect((await listNotices(world.hub, { mall: MALL, stall: 'TC-2', cursor: '' })).notices).toEqual(
    [],
  );
});

eachDatabase('a letter that is ordered again is the first one', async ({ open }) => {
  const world = await openFeeWorld(await open());
  await world.charge('TC-1', '2026-10');
  await world.charge('TC-2', '2026-10');
  world.setDay('2026-10-12');
  const { issued, order } = await issue(world);
  const again = await issueNotices(world.hub, MANAGER, order);
  const other = { mall: MALL, stalls: [{ id: issued[0]?.id ?? '', stall: 'TC-2' }] };

  expect(again).toEqual({ issued, held: [] });
  await expect(issueNotices(world.hub, MANAGER, other)).rejects.toMatchObject({
    code: 'ACT_ID_REUSED',
  });
  const elsewhere = { mall: MALL, stalls: [{ id: randomUUID(), stall: 'BD-1' }] };
  await expect(issueNotices(world.hub, MANAGER, elsewhere)).rejects.toMatchObject({
    code: 'STALL_UNKNOWN',
  });
});

eachDatabase('a letter is on hold while all of it is disputed, and says so', async ({ open }) => {
  const world = await openFeeWorld(await open());
  const electricity = await world.charge('TC-1', '2026-10');
  world.setDay('2026-10-12');
  const details = { kind: 'dispute', about: electricity } as const;
  const said = { id: randomUUID(), stall: 'TC-1', on: '2026-10-12', details };
  await world.book({ ...said, act: 'dispute' });
  expect(await dueOf(world)).toMatchObject({ owed: 0, disputed: 700_000, hold: 'disputed' });
  expect((await issue(world)).held).toEqual([{ stall: 'TC-1', reason: 'disputed' }]);
  await world.charge('TC-1', '2026-10', { kind: 'cleaning', amount: 300_000 });
  const { issued } = await issue(world);

  expect(issued).toMatchObject([{ owed: 300_000, level: 'reminder' }]);
  const paper = await readNotice(world.hub, issued[0]?.id ?? '');
  expect(paper).toMatchObject({
    mallName: 'Mal TC',
    openNow: 300_000,
    charges: [{ period: '2026-10', kind: 'cleaning', open: 300_000, due: '2026-10-10' }],
  });
});

eachDatabase(
  'complaint 13: a letter says for ever what it said, and beside it what is open',
  async ({ open }) => {
    const world = await openFeeWorld(await open());
    await world.charge('TC-1', '2026-10');
    await world.charge('TC-1', '2026-10', { kind: 'cleaning', amount: 300_000 });
    world.setDay('2026-10-12');
    const { issued } = await issue(world);
    const id = issued[0]?.id ?? '';
    const written = await readNotice(world.hub, id);
    await world.pay('TC-1', 300_000, { on: '2026-10-13' });
    await world.charge('TC-1', '2026-11');
    const again = await readNotice(world.hub, id);

    expect(again).toEqual({ ...written, openNow: 700_000 });
    expect(again).toMatchObject({ owed: 1_000_000, until: '2026-10-19', remark: 'TC-1-2610' });
    expect(again.charges.map(({ kind, open: then }) => [kind, then])).toEqual([
      ['cleaning', 300_000],
      ['electricity', 700_000],
    ]);
  },
);

eachDatabase('a stall that pays by instalments gets no letter', async ({ open }) => {
  const world = await openFeeWorld(await open());
  await world.charge('TC-1', '2026-10');
  world.setDay('2026-10-12');
  const parts = [{ due: '2026-11-01', amount: 700_000 }];
  const details = { kind: 'instalments', parts } as const;
  await world.book({
    id: randomUUID(),
    act: 'instalments',
    stall: 'TC-1',
    on: '2026-10-12',
    details,
  });

  expect((await issue(world)).held).toEqual([{ stall: 'TC-1', reason: 'instalments' }]);
});

eachDatabase('a letter is handed over once, with its picture', async ({ open }) => {
  const world = await openFeeWorld(await open());
  await world.charge('TC-1', '2026-10');
  world.setDay('2026-10-12');
  const { issued } = await issue(world);
  const id = issued[0]?.id ?? '';
  const codeOf = async (work: Promise<unknown>) => {
    const error: unknown = await work.then(
      () => null,
      (failure: unknown) => failure,
    );
    return error instanceof LapakError ? error.code : error;
  };

  expect(await codeOf(deliver(world, id, '2026-10-13'))).toBe('FEE_DATE_AHEAD');
  expect(await codeOf(deliver(world, id, '2026-10-11'))).toBe('INPUT_INVALID');
  expect(await codeOf(deliver(world, randomUUID(), '2026-10-12'))).toBe('FEE_MATTER_UNKNOWN');
  const webp = Buffer.from('RIFF\0\0\0\0WEBP').toString('base64');
  expect(await codeOf(deliver(world, id, '2026-10-12', webp))).toBe('PHOTO_WRONG');
  const delivered = await deliver(world, id, '2026-10-12', aPng.toString('base64'));
  expect(delivered).toMatchObject({ deliveredOn: '2026-10-12', deliveredHow: 'hand' });
  expect(await showPhoto(world.hub, delivered.photo ?? '')).toEqual({
    type: 'image/png',
    bytes: aPng.toString('base64'),
  });
  expect(await codeOf(deliver(world, id, '2026-10-12'))).toBe('FEE_MATTER_DONE');
  expect(await codeOf(listDue(world.hub, { mall: 'BD', cursor: '' }))).toBe('MALL_UNKNOWN');
});
