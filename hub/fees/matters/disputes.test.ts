import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { type FeeWorld, MALL, MANAGER, openFeeWorld } from '../../../test/support/fee-world.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import { creditDispute, listDisputes, offerCredit, settleDispute } from './disputes.ts';

async function dispute(world: FeeWorld, about: string, note = 'Listrik mati tiga hari') {
  const id = randomUUID();
  const details = { kind: 'dispute', about } as const;
  await world.book({ id, act: 'dispute', stall: 'TC-1', on: '2026-10-12', note, details });
  return id;
}

function settle({ hub }: FeeWorld, of: string, outcome: 'upheld' | 'rejected') {
  const answer = { id: randomUUID(), outcome, note: 'Meteran dibaca ulang' };
  return settleDispute(hub, MANAGER, { dispute: of, ...answer });
}

function credit({ hub }: FeeWorld, of: string, shareBp: number, id = randomUUID()) {
  return creditDispute(hub, MANAGER, { dispute: of, id, shareBp, note: 'Sesuai meteran' });
}

eachDatabase('a dispute that is upheld becomes a credit note by a share', async ({ open }) => {
  const world = await openFeeWorld(await open());
  const charge = await world.charge('TC-1', '2026-10');
  world.setDay('2026-10-12');
  const id = await dispute(world, charge);
  const { disputes } = await listDisputes(world.hub, { mall: MALL, state: 'open', cursor: '' });
  expect(disputes).toMatchObject([
    { id, text: 'Listrik mati tiga hari', outcome: null, charge: { charge, open: 700_000 } },
  ]);
  await expect(credit(world, id, 1_000)).rejects.toMatchObject({ code: 'DISPUTE_NOT_UPHELD' });
  expect(await settle(world, id, 'upheld')).toMatchObject({
    outcome: 'upheld',
    answer: 'Meteran dibaca ulang',
    isCredited: false,
  });
  expect(await offerCredit(world.hub, { dispute: id, shareBp: 1_234 })).toMatchObject({
    credit: 86_380,
    open: 700_000,
  });
  const order = randomUUID();
  const made = await credit(world, id, 1_234, order);
  const again = await credit(world, id, 1_234, order);

  expect(made).toMatchObject({ charge, credit: 86_380, open: 613_620 });
  expect(again).toEqual(made);
  await expect(credit(world, id, 1_000)).rejects.toMatchObject({ code: 'FEE_MATTER_DONE' });
  const all = await listDisputes(world.hub, { mall: MALL, state: 'all', cursor: '' });
  expect(all.disputes).toMatchObject([{ id, isCredited: true }]);
  const waiting = await listDisputes(world.hub, { mall: MALL, state: 'open', cursor: '' });
  expect(waiting.disputes).toEqual([]);
});

eachDatabase('a dispute is answered once, and a rejected one is not credited', async (on) => {
  const world = await openFeeWorld(await on.open());
  const id = await dispute(world, await world.charge('TC-1', '2026-10'));
  await settle(world, id, 'rejected');

  await expect(settle(world, id, 'upheld')).rejects.toMatchObject({ code: 'FEE_MATTER_DONE' });
  await expect(credit(world, id, 10_000)).rejects.toMatchObject({ code: 'DISPUTE_NOT_UPHELD' });
  await expect(settle(world, randomUUID(), 'upheld')).rejects.toMatchObject({
    code: 'FEE_MATTER_UNKNOWN',
  });
});

eachDatabase('a reading that is disputed is about the electricity of its month', async (on) => {
  const world = await openFeeWorld(await on.open());
  const reading = randomUUID();
  const read = { period: '2026-10', meter: 'M-1', from: 1_000, to: 5_500, isEstimate: false };
  await world.book({
    id: reading,
    act: 'reading',
    stall: 'TC-1',
    on: '2026-10-31',
    details: { kind: 'reading', ...read },
  });
  const id = await dispute(world, reading);
  await expect(offerCredit(world.hub, { dispute: id, shareBp: 100 })).rejects.toMatchObject({
    code: 'FEE_MATTER_UNKNOWN',
  });
  const charge = await world.charge('TC-1', '2026-10');
  const { disputes } = await listDisputes(world.hub, { mall: MALL, state: 'open', cursor: '' });

  expect(disputes).toMatchObject([
    { reading: { reading, meter: 'M-1', usedMilli: 4_500 }, charge: { charge } },
  ]);
});
