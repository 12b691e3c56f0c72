import { expect } from 'vitest';
import { makePrivateKey } from '../../node/crypto/private-key.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import {
  type ChainRecord,
  makeChain,
  NINE_MS,
  saleDraft,
} from '../../test/support/signed-chain.ts';
import { addChainDevice, send, STALL, testHub } from '../../test/support/test-hub.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact } from '../database/transact.ts';
import { readNewestReceipt } from '../ingest/read-head.ts';
import { beginJournal } from '../journal/append-act.ts';
import { hubRecordsFrom } from '../journal/journal-store.ts';
import { readDay } from '../reports/read-day.ts';
import { readStall } from '../reports/read-stall.ts';
import { sumChecked } from '../signatures/check-store.ts';
import { openSignatureChecker } from '../signatures/signature-checker.ts';
import { describeDevice, describeDevices } from './describe-devices.ts';
import { settleAlarm } from './settle-alarm.ts';

const date = '2026-11-24';

async function oneTill(open: () => Promise<HubDatabase>) {
  const database = await open();
  const { identity: signer, ...hub } = testHub(database);
  const key = makePrivateKey();
  const identity = { ...signer, device: 'a'.repeat(32), key, nonceSecret: Buffer.alloc(32) };
  await transact(database, 'no-stall', (trx) => beginJournal(trx, identity, NINE_MS));
  const chain = makeChain();
  const device = await addChainDevice(database, chain);
  const first = chain.add(saleDraft(45_000));
  const parts = { ...hub, identity };
  await send(parts, device, chain.records);
  return { hub: parts, chain, device, first };
}

/** The alarms of the till, as each page tells them. */
async function alarmsOf({ hub, chain }: Awaited<ReturnType<typeof oneTill>>) {
  const { alarms } = await describeDevice(hub.database, chain.device);
  const own = alarms.map(({ kind }) => kind);
  const day = await readDay(hub, { date, text: '', state: null, cursor: '' });
  const stall = await readStall(hub, { stall: STALL, from: date, to: date });
  const wanted = { text: '', filter: 'alarm', cursor: '' } as const;
  const listed = await describeDevices(hub.database, wanted);
  const ofTills = (alarms: readonly string[] = []) => alarms.filter((one) => one !== 'quarantined');
  expect(ofTills(day.stalls[0]?.alarms)).toEqual(own);
  expect(ofTills(stall.alarms)).toEqual(own);
  expect(listed.devices).toHaveLength(own.length === 0 ? 0 : 1);
  return own;
}

async function lastAct({ database }: { readonly database: HubDatabase }) {
  const rows = await transact(database, 'no-stall', (trx) => hubRecordsFrom(trx, 1, 100));
  const { head, body } = rows.at(-1) ?? {};
  return {
    by: (JSON.parse(String(head)) as { cashier: string }).cashier,
    ...(JSON.parse(String(body)) as { act: string; subject: string; note: string }),
  };
}

const by = 'pengelola-3';

eachDatabase(
  'a fork is an alarm until a person has settled it, and again when it happens again',
  async ({ open }) => {
    const till = await oneTill(open);
    const { hub, chain, device, first } = till;
    const start = chain.records[0];
    const fork = (total: number) =>
      send(hub, device, [chain.branch(1).add(saleDraft(total))], { after: start ?? null });
    expect(await alarmsOf(till)).toEqual([]);
    await fork(12_000);
    expect(await alarmsOf(till)).toEqual(['fork']);
    const order = { device: chain.device, alarm: 'fork', note: 'salinan dihapus', by } as const;
    await settleAlarm(hub, order);
    expect(await alarmsOf(till)).toEqual([]);
    expect(await lastAct(hub)).toMatchObject({
      act: 'alarm-settle',
      subject: chain.device,
      note: 'salinan dihapus',
      changes: [{ field: 'alarm', from: 'fork', to: '' }],
      by,
    });
    // The same again is no fork anew, nor is it settled twice.
    await fork(12_000);
    await settleAlarm(hub, { ...order, note: 'lagi' });
    expect(await alarmsOf(till)).toEqual([]);
    expect(await lastAct(hub)).toMatchObject({ note: 'salinan dihapus' });

    const goesOn = chain.add(saleDraft(5_000));
    await send(hub, device, [goesOn], { after: first });
    expect(await alarmsOf(till)).toEqual([]);
    await fork(13_000);
    expect(await alarmsOf(till)).toEqual(['fork']);
  },
);

eachDatabase('a till that went back is an alarm until it is settled', async ({ open }) => {
  const till = await oneTill(open);
  const { hub, chain, device } = till;
  const goBack = () => readNewestReceipt(hub, device, { size: 0, tip: '1.1' });
  await goBack();
  const { alarms } = await describeDevice(hub.database, chain.device);
  expect(alarms).toEqual([{ kind: 'rollback', sinceMs: NINE_MS }]);
  expect(await alarmsOf(till)).toEqual(['rollback']);
  const order = { device: chain.device, alarm: 'rollback', note: 'cadangan', by } as const;
  await settleAlarm(hub, order);
  expect(await alarmsOf(till)).toEqual([]);
  await readNewestReceipt(hub, device, { size: 0, tip: '1.2' });
  expect(await alarmsOf(till)).toEqual([]);
  await goBack();
  expect(await alarmsOf(till)).toEqual(['rollback']);
});

eachDatabase(
  'what nobody signed is an alarm until settled, and with each more; what is proven is none',
  async ({ open }) => {
    const till = await oneTill(open);
    const { hub, chain, device, first } = till;
    const checker = openSignatureChecker(hub);
    const signature = `${'A'.repeat(86)}==`;
    const unsign = (one: ChainRecord) => ({ ...one, wire: { ...one.wire, signature } });
    const proven = unsign(chain.add(saleDraft(1_000)));
    const proof = chain.add(saleDraft(2_000));
    await send(hub, device, [proven, proof], { after: first });
    await checker.checkAll();
    const sums = { records: 4, checked: 4, proven: 1 };
    expect(await sumChecked(hub.database.db)).toEqual({ ...sums, unsigned: 0, unsettled: 0 });
    expect(await alarmsOf(till)).toEqual([]);

    const lone = unsign(chain.add(saleDraft(3_000)));
    await send(hub, device, [lone], { after: proof });
    await checker.checkAll();
    const found = { records: 5, checked: 5, proven: 1, unsigned: 1, unsettled: 1 };
    expect(await sumChecked(hub.database.db)).toEqual(found);
    expect((await describeDevice(hub.database, chain.device)).signatures).toEqual(found);
    expect(await alarmsOf(till)).toEqual(['signatures']);
    const order = { device: chain.device, alarm: 'signatures', note: 'disk rusak', by } as const;
    await settleAlarm(hub, order);
    expect(await alarmsOf(till)).toEqual([]);
    expect(await sumChecked(hub.database.db)).toEqual({ ...found, unsettled: 0 });

    await send(hub, device, [unsign(chain.add(saleDraft(4_000)))], { after: lone });
    await checker.checkAll();
    expect(await alarmsOf(till)).toEqual(['signatures']);
    expect(await sumChecked(hub.database.db)).toMatchObject({ unsigned: 2, unsettled: 1 });
    await checker.close();
  },
);
