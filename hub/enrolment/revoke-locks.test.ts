import { sql } from 'kysely';
import { expect, vi } from 'vitest';
import { openPackHub } from '../../test/support/audit-packs.ts';
import { onPostgres } from '../../test/support/hub-databases.ts';
import { makeChain, NINE_MS, saleDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, placeOf, send, STALL } from '../../test/support/test-hub.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact } from '../database/transact.ts';
import { takeBodies } from '../down/take-bodies.ts';
import { findChain } from '../ingest/chain-store.ts';
import { insertHub } from '../system/hub-store.ts';
import { makeEnrolmentCode } from './codes.ts';
import { revokeDevice } from './devices.ts';
import { settleAlarm } from './settle-alarm.ts';

onPostgres('who waits for the chain of a till has not locked the hub', async ({ open }) => {
  const hub = await openPackHub(await open());
  await transact(hub.database, 'no-stall', (trx) =>
    insertHub(trx, { ...hub.identity, name: 'hub.example' }, NINE_MS),
  );
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const sold = chain.add(saleDraft(45_000));
  await send(hub, device, chain.records);
  const named = { device: device.device, by: 'pengelola-1' };
  const body = { place: placeOf(sold), body: sold.wire.body ?? null };
  const waiters: readonly (() => Promise<unknown>)[] = [
    () => settleAlarm(hub, { ...named, alarm: 'fork', note: 'x' }),
    () => takeBodies(hub, device, [body]),
    () => revokeDevice(hub, device.device, { through: null, by: named.by }),
  ];
  const other = await open();
  for (const [at, wait] of waiters.entries()) {
    let waiting: Promise<unknown> = Promise.resolve();
    await transact(other, device, async (trx) => {
      await findChain(trx, device, true);
      waiting = wait();
      await vi.waitFor(async () => expect(await waitersIn(other)).toBe(1), 4_000);
      const parts = { ...hub, random: (bytes: number) => Buffer.alloc(bytes, at) };
      await makeEnrolmentCode(parts, STALL, named.by); // which appends to the hub's journal
    });
    await waiting;
  }
});

async function waitersIn({ db }: HubDatabase): Promise<number> {
  const query = sql<{ count: number }>`SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return (await query.execute(db)).rows[0]?.count ?? 0;
}
