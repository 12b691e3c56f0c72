import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { type FeeWorld, MALL, MANAGER, openFeeWorld } from '../../../test/support/fee-world.ts';
import { MATTERS_PAGE_MAX } from '../../../domain/fees/matters/values.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import { listMessages, settleClaim } from './messages.ts';
import { takeMessage } from './take-message.ts';

/** A stall says that it paid this on the 12th of October. */
async function claim({ hub }: FeeWorld, stall: string, amount: number): Promise<string> {
  const id = randomUUID();
  const said = { kind: 'claim', amount, how: 'bank', on: '2026-10-12', reference: '' } as const;
  await takeMessage(hub, { stall, device: 'd'.repeat(32) }, { id, said, photo: null });
  return id;
}

/** What came for the claims that wait, the oldest first. */
async function comeOf({ hub }: FeeWorld) {
  const { messages } = await listMessages(hub, { mall: MALL, state: 'waiting', cursor: '' });
  return messages.map(({ came }) => came);
}

eachDatabase('what came for a claim stands beside it until it is answered', async ({ open }) => {
  const world = await openFeeWorld(await open());
  world.setDay('2026-10-12');
  const message = await claim(world, 'TC-1', 1_000_017);
  world.setDay('2026-10-13');
  await claim(world, 'TC-2', 1_000_018);
  world.setDay('2026-10-14');
  await world.pay('TC-2', 1_000_017, { on: '2026-10-13' }); // of another stall, another sum
  expect(await comeOf(world)).toEqual([null, null]);
  const credit = await world.pay('TC-1', 1_000_017, { on: '2026-10-13' });
  const kuitansi = 'KW/TC/2026/000002';
  expect(await comeOf(world)).toEqual([{ credit, kuitansi, on: '2026-10-13' }, null]);

  const answer = { message, id: randomUUID(), outcome: 'booked', note: kuitansi } as const;
  expect(await settleClaim(world.hub, MANAGER, { ...answer, credit })).toMatchObject({
    answer: { outcome: 'booked', note: kuitansi },
    came: null,
  });
  expect(await comeOf(world)).toEqual([null]);
});

eachDatabase('one payment comes for one claim, and none that is taken back', async ({ open }) => {
  const world = await openFeeWorld(await open());
  world.setDay('2026-10-12');
  const first = await claim(world, 'TC-1', 1_000_017);
  world.setDay('2026-10-13');
  await claim(world, 'TC-1', 1_000_017);
  world.setDay('2026-10-14');
  const credit = await world.pay('TC-1', 1_000_017, { on: '2026-10-12' });
  expect(await comeOf(world)).toMatchObject([{ credit }, null]);

  // Answered by it, the first does not leave it to the second.
  const answer = { message: first, id: randomUUID(), outcome: 'booked', note: 'ada' } as const;
  await settleClaim(world.hub, MANAGER, { ...answer, credit });
  expect(await comeOf(world)).toEqual([null]);
  const other = await world.pay('TC-1', 1_000_017, { on: '2026-10-12' });
  expect(await comeOf(world)).toMatchObject([{ credit: other }]);
  const reverse = { act: 'reverse', stall: 'TC-1', on: '2026-10-14' } as const;
  await world.book({ id: randomUUID(), ...reverse, reverses: [other] });
  expect(await comeOf(world)).toEqual([null]);
});

eachDatabase('a kuitansi answers one claim, whoever asks for a second', async ({ open }) => {
  const world = await openFeeWorld(await open());
  world.setDay('2026-10-12');
  const claims = [await claim(world, 'TC-1', 50_000), await claim(world, 'TC-1', 50_000)] as const;
  const credit = await world.pay('TC-1', 50_000, { on: '2026-10-12' });
  const [first, second] = claims.map((message) => {
    const answer = { message, id: randomUUID(), outcome: 'booked', credit, note: 'ada' } as const;
    return () => settleClaim(world.hub, MANAGER, answer);
  });
  await first?.();

  await expect(second?.()).rejects.toMatchObject({ code: 'CLAIM_PAYMENT_USED' });
  expect(await comeOf(world)).toEqual([null]);
});

eachDatabase(
  'a payment that came for a claim comes for none of the next page',
  async ({ open }) => {
    const world = await openFeeWorld(await open(), 3);
    world.setDay('2026-10-12');
    await claim(world, 'TC-1', 50_000);
    world.setDay('2026-10-13');
    for (let count = 0; count < MATTERS_PAGE_MAX - 1; count += 1) {
      await claim(world, count % 2 === 0 ? 'TC-2' : 'TC-3', 60_000);
    }
    world.setDay('2026-10-14');
    await claim(world, 'TC-1', 50_000);
    const credit = await world.pay('TC-1', 50_000, { on: '2026-10-12' });
    const asked = { mall: MALL, state: 'waiting' } as const;
    const { messages, nextCursor } = await listMessages(world.hub, { ...asked, cursor: '' });
    const next = await listMessages(world.hub, { ...asked, cursor: nextCursor });

    expect(messages).toHaveLength(MATTERS_PAGE_MAX);
    expect(messages[0]?.came).toMatchObject({ credit });
    expect(next.messages.map(({ stall, came }) => [stall, came])).toEqual([['TC-1', null]]);
  },
);
