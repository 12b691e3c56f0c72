import { expect } from 'vitest';
import { openPackHub } from '../../test/support/audit-packs.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { makeChain, NINE_MS, saleDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, send, STALL } from '../../test/support/test-hub.ts';
import { mendTotals } from '../ingest/rebuild-totals.ts';
import { readNewestReceipt } from '../ingest/read-head.ts';
import { lastReports } from '../reports/day-store.ts';
import { readStall } from '../reports/read-stall.ts';
import { describeDevice } from './describe-devices.ts';
import { revokeDevice } from './devices.ts';
import { settleAlarm } from './settle-alarm.ts';

const DAY_MS = 86_400_000;

eachDatabase('a till reported when its last batch came, whatever people do', async ({ open }) => {
  const began = await openPackHub(await open());
  let nowMs = NINE_MS;
  const hub = { ...began, clock: () => nowMs };
  const { database } = hub;
  const chain = makeChain();
  const device = await addChainDevice(database, chain);
  const reported = async () => {
    const { reportedAtMs } = await describeDevice(database, chain.device);
    const days = { from: '2026-11-24', to: '2026-11-24' };
    const stall = await readStall(hub, { stall: STALL, ...days });
    const last = (await lastReports(database.db, [STALL])).get(STALL) ?? null;
    expect([stall.reportedAtMs, last]).toEqual([reportedAtMs, reportedAtMs]);
    return reportedAtMs;
  };
  const settle = (alarm: 'fork' | 'rollback') =>
    settleAlarm(hub, { device: chain.device, alarm, note: 'x', by: 'lapak' });
  const later = () => (nowMs += DAY_MS);
  await settle('fork');
  expect(await database.db.selectFrom('chain').select('size').execute()).toEqual([]);
  expect(await reported()).toBeNull();

  const sentAtMs = later();
  chain.add(saleDraft(45_000));
  await send(hub, device, chain.records);
  expect(await reported()).toBe(sentAtMs);

  later();
  await readNewestReceipt(hub, device, { size: 0, tip: '1.1' });
  await settle('rollback');
  later();
  await database.db.updateTable('record').set({ total: 1 }).where('seq', '=', 2).execute();
  expect(await mendTotals(hub, 'lapak')).toMatchObject({ changed: 1 });
  later();
  const revoke = { through: { epoch: 1, seq: 1 }, by: 'lapak' };
  await revokeDevice(hub, chain.device, revoke);
  expect(await reported()).toBe(sentAtMs);
});

eachDatabase('a till that is revoked before it reported has not reported', async ({ open }) => {
  const hub = await openPackHub(await open());
  const chain = makeChain();
  await addChainDevice(hub.database, chain);
  await revokeDevice(hub, chain.device, { through: null, by: 'lapak' });

  expect(await describeDevice(hub.database, chain.device)).toMatchObject({
    state: 'revoked',
    reportedAtMs: null,
    newest: null,
  });
  expect(await lastReports(hub.database.db, [STALL])).toEqual(new Map());
});
