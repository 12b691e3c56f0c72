import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { PHOTOS_A_DAY_MAX } from '../../domain/fees/messages-contract.ts';
import { openDownWorld } from '../support/down-world.ts';
import { onSqlite } from '../support/hub-databases.ts';
import { mallActs } from '../support/mall-acts.ts';
import { anId } from '../support/test-till.ts';

const DAY_MS = 24 * 60 * 60_000;
const claim = {
  kind: 'claim',
  amount: 1_000_017,
  how: 'bank',
  on: '2026-11-23',
  reference: '',
} as const;
/** A JPEG as far as its first and last bytes say. */
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0xff, 0xd9]).toString('base64');

onSqlite(
  'what is too much of one day waits, holds up nothing behind it, and is sent the next',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const till = await world.till();
    const tell = (photo: string | null) =>
      till.calls.fees.send({ id: randomUUID(), message: claim, photo });
    for (let at = 0; at <= PHOTOS_A_DAY_MAX; at += 1) await tell(jpeg);
    await tell(null);
    await till.report();
    const [last, tooMany] = (await till.calls.fees.read()).messages;
    expect(last).toMatchObject({ state: 'sent', reason: '' });
    expect(tooMany).toMatchObject({ state: 'waiting', reason: 'MESSAGES_TOO_MANY' });

    world.server.clock.nowMs += DAY_MS;
    till.world.clockMs += DAY_MS;
    await till.report();
    const { messages } = await till.calls.fees.read();
    expect(messages.map(({ state }) => state)).toEqual(messages.map(() => 'sent'));
  },
);

onSqlite('that a claim was refused is told until somebody has read it', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const mall = mallActs(world.server.hub);
  const till = await world.till();
  const id = anId();
  await till.calls.fees.send({ id, message: claim, photo: null });
  await till.report();
  const settled = { kind: 'claim', of: id, outcome: 'refused' } as const;
  const answer = { id: randomUUID(), act: 'claim-settle', mall: 'TC', stall: 'TC-A12' } as const;
  await mall.book([{ ...answer, on: '2026-11-25', note: 'belum masuk', details: settled }]);
  await till.report();
  const shown = async () => (await till.calls.fees.read()).messages[0];
  expect(await shown()).toMatchObject({ outcome: 'refused', isAcknowledged: false });

  await till.calls.fees.acknowledge({ id });
  expect(await shown()).toMatchObject({ outcome: 'refused', isAcknowledged: true });
  await expect(till.calls.fees.acknowledge({ id: anId() })).rejects.toMatchObject({
    code: 'FEE_UNKNOWN',
  });
});
