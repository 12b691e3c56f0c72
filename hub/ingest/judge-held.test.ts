import { expect, vi } from 'vitest';
import { eachDatabase, onPostgres, onSqlite } from '../../test/support/hub-databases.ts';
import { makeChain, saleDraft } from '../../test/support/signed-chain.ts';
import {
  addChainDevice,
  ledgerOf,
  send,
  type TestHub,
  testHub,
} from '../../test/support/test-hub.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact } from '../database/transact.ts';
import { findChain } from './chain-store.ts';
import { judgeHeld, keepJudging } from './judge-held.ts';
import type { ReportingDevice } from './store-batch.ts';

/** A till that has sold so often. */
async function addTill(hub: TestHub, seed: string, sales = 1): Promise<ReportingDevice> {
  const chain = makeChain(seed);
  const device = await addChainDevice(hub.database, chain);
  for (let at = 0; at < sales; at += 1) chain.add(saleDraft(1_000));
  await send(hub, device, chain.records);
  return device;
}

/** As if programs of before had not been able to read what was sold. */
async function hold({ db }: HubDatabase): Promise<void> {
  await db
    .updateTable('record')
    .set({ verdict: 'held', reason: 'newer-version', unread_by: 0, type: '' })
    .where('seq', '>', 1)
    .execute();
}

const one = ['1.1 ok', '1.2 ok'];
const oneHeld = ['1.1 ok', '1.2 held newer-version'];

eachDatabase('what an older process stores meanwhile is judged too', async ({ open }) => {
  const hub = testHub(await open());
  await addTill(hub, 'one');
  const end = keepJudging(hub, 5);
  for (const time of ['first', 'second']) {
    await hold(hub.database);
    await vi.waitFor(async () => expect(await ledgerOf(hub.database), time).toEqual(one), 10_000);
  }
  await end();
  await hold(hub.database);
  expect(await ledgerOf(hub.database)).toEqual(oneHeld);
});

onPostgres('a till that is busy stands in the way of no other', async ({ open }) => {
  const hub = testHub(await open({ lockTimeoutMs: 50 }));
  const tills = [await addTill(hub, 'one'), await addTill(hub, 'two')];
  const [first] = tills.toSorted((till, other) => (till.device < other.device ? -1 : 1));
  if (!first) throw new Error('there are two');
  await hold(hub.database);
  const other = await open();
  await transact(other, first, async (trx) => {
    await findChain(trx, first, true);
    expect(await judgeHeld(hub)).toBe(1);
  });
  expect(await ledgerOf(hub.database)).toEqual([...oneHeld, ...one]);
  expect(hub.warnings.join()).toContain('HUB_BUSY');
  expect(await judgeHeld(hub)).toBe(1);
  expect(await ledgerOf(hub.database)).toEqual([...one, ...one]);
});

onSqlite('between two tills, and within a long one, others have their turn', async ({ open }) => {
  const hub = testHub(await open());
  await addTill(hub, 'one', 1_200);
  await addTill(hub, 'two', 1_200);
  await hold(hub.database);
  const held = await ledgerOf(hub.database);
  const turnsUntil = async (turns: number) => {
    const ending = new AbortController();
    let left = turns;
    const turn = () => {
      left -= 1;
      if (left > 0) setImmediate(turn);
      else ending.abort();
    };
    setImmediate(turn);
    return judgeHeld(hub, ending.signal);
  };

  expect(await turnsUntil(1)).toBe(0); // before the first
  expect(await turnsUntil(3)).toBe(0); // in the midst of the first
  expect(await ledgerOf(hub.database)).toEqual(held);
  expect(await turnsUntil(5)).toBe(1);
  expect(await judgeHeld(hub)).toBe(1);
});
