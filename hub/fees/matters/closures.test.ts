import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { type FeeWorld, MALL, MANAGER, openFeeWorld } from '../../../test/support/fee-world.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import { readAs } from '../../database/transact.ts';
import { writeFees } from '../write-fee.ts';
import { endClosure, listClosures, stampClosure } from './closures.ts';
import { namedCharges } from './late-store.ts';
import { standingOfMall } from './month-store.ts';
import { closeMonth } from './months.ts';
import { grantRelief, offerRelief } from './reliefs.ts';

function stamp({ hub }: FeeWorld, from: string, to: string, stall: string | null = null) {
  const days = { why: 'power-cut', from, to, note: 'Gardu meledak' } as const;
  return stampClosure(hub, MANAGER, { id: randomUUID(), mall: MALL, stall, ...days });
}

function grant({ hub }: FeeWorld, closure: string, ...stalls: string[]) {
  const each = stalls.map((stall) => ({ id: randomUUID(), stall }));
  return grantRelief(hub, MANAGER, { closure, stalls: each, note: 'Listrik padam' });
}

function openOf({ hub }: FeeWorld, charge: string) {
  return readAs(hub.database.db, 'every-stall', async (db) => {
    return (await namedCharges(db, [charge])).get(charge)?.open;
  });
}

eachDatabase(
  'complaint 1: electricity that was billed while stalls were shut is credited by its days',
  async ({ open }) => {
    const world = await openFeeWorld(await open());
    const electricity = await world.charge('TC-1', '2026-11');
    const cleaning = await world.charge('TC-1', '2026-11', { kind: 'cleaning', amount: 300_000 });
    await world.charge('TC-1', '2026-11', { kind: 'other', amount: 50_000 });
    world.setDay('2026-11-20');
    const { id } = await stamp(world, '2026-11-03', '2026-11-05');
    const { closures } = await listClosures(world.hub, {
      mall: MALL,
      month: '2026-11',
      stall: 'TC-1',
      cursor: '',
    });
    expect(closures).toMatchObject([{ id, stall: null, why: 'power-cut', by: MANAGER }]);
    const offer = await offerRelief(world.hub, { closure: id, cursor: '' });
    expect(offer.stalls).toMatchObject([
      {
        stall: 'TC-1',
        total: 100_000,
        isGranted: false,
        parts: [
          { charge: cleaning, credit: 30_000, days: 3, ofDays: 30 },
          { charge: electricity, credit: 70_000, days: 3, ofDays: 30 },
        ],
      },
      { stall: 'TC-2', total: 0, parts: [] },
    ]);
    const { granted, refused } = await grant(world, id, 'TC-1', 'TC-2');

    expect(refused).toEqual([{ stall: 'TC-2', reason: 'nothing' }]);
    expect(granted).toEqual([{ ...offer.stalls[0], ...isGrantedWith(granted) }]);
    expect(await openOf(world, electricity)).toBe(630_000);
    expect(await openOf(world, cleaning)).toBe(270_000);
  },
);

/** What was granted is as it was offered, but for what is open now. */
function isGrantedWith([relief]: Awaited<ReturnType<typeof grantRelief>>['granted']) {
  expect(relief?.parts.map(({ open }) => open)).toEqual([270_000, 630_000]);
  return { isGranted: true, parts: relief?.parts };
}

eachDatabase('a closure is granted once for each stall, and each day once', async ({ open }) => {
  const world = await openFeeWorld(await open());
  const charge = await world.charge('TC-1', '2026-11', { amount: 600_000 });
  world.setDay('2026-11-20');
  const [mall, own] = [
    await stamp(world, '2026-11-01', '2026-11-04'),
    await stamp(world, '2026-11-03', '2026-11-06', 'TC-1'),
  ];
  const stalls = [{ id: randomUUID(), stall: 'TC-1' }];
  const order = { closure: mall.id, stalls, note: 'Padam' };
  const first = await grantRelief(world.hub, MANAGER, order);
  const again = await grantRelief(world.hub, MANAGER, order);
  const anew = await grant(world, mall.id, 'TC-1');
  await grant(world, own.id, 'TC-1');

  expect(again).toEqual(first);
  expect(anew.refused).toEqual([{ stall: 'TC-1', reason: 'granted' }]);
  expect(await openOf(world, charge)).toBe(600_000 - 80_000 - 40_000);
  await expect(grant(world, own.id, 'TC-2')).rejects.toMatchObject({ code: 'STALL_UNKNOWN' });
});

eachDatabase(
  'complaint 14: what is granted after the close is of today, and can be given back',
  async ({ open }) => {
    const world = await openFeeWorld(await open());
    const charge = await world.charge('TC-1', '2026-10', { amount: 620_000 });
    await world.pay('TC-1', 620_000, { on: '2026-10-12' });
    world.setDay('2026-11-20');
    const note = 'Sudah diperiksa';
    const month = { mall: MALL, month: '2026-10', note, despite: false };
    await closeMonth(world.hub, MANAGER, { id: randomUUID(), ...month });
    const { id } = await stamp(world, '2026-10-01', '2026-10-03', 'TC-1');
    const { granted } = await grant(world, id, 'TC-1');
    expect(granted).toMatchObject([{ total: 60_000 }]);
    const sums = () =>
      readAs(world.hub.database.db, 'every-stall', (db) => standingOfMall(db, MALL));
    expect(await openOf(world, charge)).toBe(0);
    expect(await sums()).toEqual({ owed: 0, advance: 60_000, deposit: 0 });
    const { credit, act } = await readAs(world.hub.database.db, 'every-stall', async (db) => {
      const row = await db
        .selectFrom('fee_credit')
        .select(['id as credit', 'act'])
        .where('kind', '=', 'credit-note')
        .executeTakeFirstOrThrow();
      return row;
    });
    const refunds = [{ id: randomUUID(), credit, amount: 60_000, account: 'bca-tc' }];
    await world.book({
      id: randomUUID(),
      act: 'refund',
      stall: 'TC-1',
      on: '2026-11-20',
      refunds,
    });

    expect(await sums()).toEqual({ owed: 0, advance: 0, deposit: 0 });
    const postings = await world.hub.database.db
      .selectFrom('fee_posting')
      .select(['month', 'debit', 'credit', 'amount'])
      .where('on_date', '=', '2026-11-20')
      .orderBy('debit')
      .execute();
    expect(act).not.toBe('');
    expect(postings).toEqual([
      { month: '2026-11', debit: 'advance', credit: 'money:bca-tc', amount: 60_000 },
      { month: '2026-11', debit: 'revenue-electricity', credit: 'advance', amount: 60_000 },
    ]);
  },
);

eachDatabase('a closed month of today takes no credit note', async ({ open }) => {
  const world = await openFeeWorld(await open());
  await world.charge('TC-1', '2026-10');
  world.setDay('2026-10-20');
  const { id } = await stamp(world, '2026-10-01', '2026-10-03', 'TC-1');
  const month = { mall: MALL, month: '2026-10', note: 'Tutup lebih awal', despite: true };
  await closeMonth(world.hub, MANAGER, { id: randomUUID(), ...month });

  await expect(grant(world, id, 'TC-1')).rejects.toMatchObject({
    code: 'MONTH_CLOSED',
    data: { month: '2026-10' },
  });
});

eachDatabase('a closure that was reversed can be granted again', async ({ open }) => {
  const world = await openFeeWorld(await open());
  const charge = await world.charge('TC-1', '2026-11', { amount: 600_000 });
  world.setDay('2026-11-20');
  const { id } = await stamp(world, '2026-11-01', '2026-11-03', 'TC-1');
  await grant(world, id, 'TC-1');
  await writeFees(world.hub, MANAGER, async ({ trx, append }) => {
    const { id: credit } = await trx
      .selectFrom('fee_credit')
      .select('id')
      .executeTakeFirstOrThrow();
    const allocations = [{ credit, charge, amount: -60_000 }];
    const act = { act: 'reverse', mall: MALL, stall: 'TC-1', on: '2026-11-20', note: '' } as const;
    await append([{ ...act, id: randomUUID(), allocations, reverses: [credit] }]);
  });
  expect(await openOf(world, charge)).toBe(600_000);

  const { granted } = await grant(world, id, 'TC-1');
  expect(granted).toMatchObject([{ total: 60_000, isGranted: true }]);
  expect(await openOf(world, charge)).toBe(540_000);
});

eachDatabase('a closure is taken back, or ends earlier, once', async ({ open }) => {
  const world = await openFeeWorld(await open());
  const end = (closure: string, lastDay: string | null, id = randomUUID()) =>
    endClosure(world.hub, MANAGER, { closure, id, lastDay, note: 'Salah tanggal' });
  const first = await stamp(world, '2026-10-03', '2026-10-09', 'TC-1');
  await expect(end(first.id, '2026-10-09')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  const order = randomUUID();
  const shorter = await end(first.id, '2026-10-05', order);
  expect(shorter).toMatchObject({ from: '2026-10-03', to: '2026-10-05', isEnded: false });
  expect(await end(first.id, '2026-10-05', order)).toEqual(shorter);
  await expect(end(first.id, null)).rejects.toMatchObject({ code: 'FEE_MATTER_DONE' });
  await expect(grant(world, first.id, 'TC-1')).rejects.toMatchObject({ code: 'FEE_MATTER_DONE' });
  expect(await end(shorter.id, null)).toMatchObject({ id: shorter.id, isEnded: true });
  await expect(end(randomUUID(), null)).rejects.toMatchObject({ code: 'FEE_MATTER_UNKNOWN' });
  await expect(stamp(world, '2026-10-09', '2026-10-03')).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  });
  const all = await listClosures(world.hub, { mall: MALL, month: '2026-10', cursor: '' });

  expect(all.closures.map(({ to, isEnded }) => `${to} ${isEnded}`).toSorted()).toEqual([
    '2026-10-05 true',
    '2026-10-09 true',
  ]);
});
