import { expect } from 'vitest';
import { signIn } from '../../test/support/hub-callers.ts';
import { onSqlite } from '../../test/support/hub-databases.ts';
import { hubRows } from '../../test/support/hub-rows.ts';
import { openTestServer, type TestServer } from '../../test/support/hub-server.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { openCheckedSums, SUM_LIFE_MS } from './checked-sums.ts';

async function twoLooks(server: TestServer, metricsToken: string) {
  const headers = { origin: server.url, cookie: await signIn(server) };
  const figures = async (): Promise<number> => {
    const of = { authorization: `Bearer ${metricsToken}` };
    const told = await (await fetch(`${server.url}/metrics`, { headers: of })).text();
    return Number(/lapak_records\{signature="unchecked"\} (\d+)/.exec(told)?.[1]);
  };
  const lamp = async (): Promise<number> => {
    const told = await (await fetch(`${server.url}/v1/signatures`, { headers })).json();
    return told.records - told.checked;
  };
  const settle = async (): Promise<number> => {
    const body = JSON.stringify({ alarm: 'fork', note: 'salinan dihapus' });
    const path = `/v1/devices/${hubRows.device.device}/settlement`;
    return (await fetch(`${server.url}${path}`, { method: 'POST', headers, body })).status;
  };
  return { figures, lamp, settle };
}

async function addChain({ db }: HubDatabase): Promise<void> {
  await db.insertInto('device').values(hubRows.device).execute();
  await db.insertInto('chain').values(hubRows.chain).execute();
}

onSqlite('the console and the figures are told one sum, until it is old', async ({ open }) => {
  const database = await open();
  await using server = await openTestServer(database, { metricsToken: 'rahasia' });
  const { figures, lamp } = await twoLooks(server, 'rahasia');
  expect(await lamp()).toBe(0);
  await addChain(database);
  expect([await figures(), await lamp()]).toEqual([0, 0]);
  server.clock.nowMs += SUM_LIFE_MS;
  expect([await figures(), await lamp()]).toEqual([1, 1]);
});

onSqlite('a clock that was set back does not make a sum stay', async ({ open }) => {
  const database = await open();
  await using server = await openTestServer(database);
  const { lamp } = await twoLooks(server, '');
  expect(await lamp()).toBe(0);
  await addChain(database);
  server.clock.nowMs -= SUM_LIFE_MS - 1;
  expect(await lamp()).toBe(0);
  server.clock.nowMs -= 1;
  expect(await lamp()).toBe(1);
});

onSqlite('what a person settled is in the sum at once', async ({ open }) => {
  const database = await open();
  await using server = await openTestServer(database);
  const { lamp, settle } = await twoLooks(server, '');
  expect(await lamp()).toBe(0);
  await addChain(database);
  expect(await settle()).toBe(200);
  expect(await lamp()).toBe(1);
});

onSqlite(
  'those who look at once wait for one sum, and a failure is told to none later',
  async ({ open }) => {
    const database = await open();
    const sums = openCheckedSums({ database, clock: () => 0 });
    await database.db.schema.alterTable('chain').renameTo('chain_away').execute();
    const failed = sums.read();
    expect(sums.read()).toBe(failed);
    await expect(failed).rejects.toThrow(/chain/);
    await database.db.schema.alterTable('chain_away').renameTo('chain').execute();
    expect(await sums.read()).toMatchObject({ records: 0 });
  },
);
