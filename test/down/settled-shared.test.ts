import { expect } from 'vitest';
import { readDown } from '../../hub/down/read-down.ts';
import { importFile } from '../support/bank-office.ts';
import { aQris, claimHands } from '../support/claim-hands.ts';
import { openDownWorld, type DownWorld, type TillAtHub } from '../support/down-world.ts';
import { eachDatabase } from '../support/hub-databases.ts';
import { type SettledLine, setNmids, settlementOf } from '../support/settlement.ts';

/** Several tills that are told of one payment, and tills of which each is told of its own. */

const by = 'pengelola-1';
const [ours, theirs] = ['ID1020021111111', 'ID1020022222222'];

const doing = ({ server }: DownWorld) => ({ hub: server.hub, by });
const taken = (world: DownWorld, rows: readonly SettledLine[]) =>
  importFile(doing(world), settlementOf(rows), { name: 'qris.csv', mall: 'TC' });

/** Which of the hub's items for a till are shared with others, the oldest first. */
async function sharedTo({ server }: DownWorld, { device }: TillAtHub, stall = 'TC-A12') {
  const { items } = await readDown(server.hub.database, { stall, device }, 0);
  return items.flatMap((item) => (item.kind === 'settled' ? [item.isShared] : []));
}

/** References of the payments that a till is told of. */
async function heldBy(till: TillAtHub): Promise<string[]> {
  await till.report();
  const match = await till.calls.payments.matchSettled();
  return (match?.spare ?? []).map(({ reference }) => reference).toSorted();
}

eachDatabase('what two stalls are told of is doubtful at both, once both have it', async (on) => {
  await using world = await openDownWorld(await on.open());
  const [coffee, batik] = [await world.till('TC-A12'), await world.till('TC-B01')];
  await setNmids(doing(world), { 'TC-A12': ours, 'TC-B01': theirs });
  for (const till of [coffee, batik]) claimHands(() => till).sell(aQris());
  await taken(world, [[ours, '1', '2026-11-23 10:02', 45_000]]);
  const doubtfulAt = async (till: TillAtHub) => {
    await till.report();
    const match = await till.calls.payments.matchSettled();
    return match?.matches.map(({ isDoubtful }) => isDoubtful) ?? [];
  };
  expect([await doubtfulAt(coffee), await doubtfulAt(batik)]).toEqual([[false], []]);

  await setNmids(doing(world), { 'TC-B01': ours });

  expect([await doubtfulAt(coffee), await doubtfulAt(batik)]).toEqual([[true], [true]]);
  await taken(world, [[ours, '2', '2026-11-23 10:05', 14_000]]);
  expect(await sharedTo(world, coffee)).toEqual([false, true, true]);
  expect(await sharedTo(world, batik, 'TC-B01')).toEqual([true, true]);
});

eachDatabase('what two tills of a stall are told of is shared', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const [till] = [await world.till(), await world.till('TC-B01')];
  await setNmids(doing(world), { 'TC-A12': ours });
  await taken(world, [[ours, '1', '2026-11-23 10:02', 45_000]]);
  await world.till();
  await taken(world, [[ours, '2', '2026-11-23 10:03', 45_000]]);

  expect(await sharedTo(world, till)).toEqual([false, true]);
});

eachDatabase('of many items that are taken back each till hears', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const [coffee, batik] = [await world.till('TC-A12'), await world.till('TC-B01')];
  await setNmids(doing(world), { 'TC-A12': ours, 'TC-B01': theirs });
  for (const at of [1, 2, 3]) {
    await taken(world, [
      [ours, `A${at}`, '2026-11-23 10:02', 45_000],
      [theirs, `B${at}`, '2026-11-23 10:03', 12_000],
    ]);
  }
  expect([await heldBy(coffee), await heldBy(batik)]).toEqual([
    ['A1', 'A2', 'A3'],
    ['B1', 'B2', 'B3'],
  ]);

  await setNmids(doing(world), { 'TC-A12': theirs, 'TC-B01': ours });

  expect([await heldBy(coffee), await heldBy(batik)]).toEqual([
    ['B1', 'B2', 'B3'],
    ['A1', 'A2', 'A3'],
  ]);
});
