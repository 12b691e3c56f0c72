import fc from 'fast-check';
import { expect } from 'vitest';
import { eachDatabase, onSqlite } from '../../test/support/hub-databases.ts';
import { makeChain, saleDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, send, STALL, testHub } from '../../test/support/test-hub.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { verifyLedger } from './verify-ledger.ts';

const wrong = `${'A'.repeat(86)}==`;

/** A device that sent its chain, of which some records have a wrong signature of their own. */
async function sentBy(database: HubDatabase, seed: string, bad: readonly number[] = []) {
  const hub = testHub(database);
  const chain = makeChain(seed);
  const device = await addChainDevice(database, chain);
  for (let sale = 0; sale < 5; sale += 1) chain.add(saleDraft(1_000 + sale));
  const records = chain.records.map((one, at) =>
    bad.includes(at + 1) ? { ...one, wire: { ...one.wire, signature: wrong } } : one,
  );
  await send(hub, device, records);
  return device;
}

const change = ({ db }: HubDatabase, device: string, seq: number, set: object) =>
  db.updateTable('record').set(set).where('device', '=', device).where('seq', '=', seq).execute();

eachDatabase('one till hides nothing of another: all faults are listed', async ({ open }) => {
  const database = await open();
  const devices = [];
  for (const seed of ['one', 'two', 'three']) devices.push(await sentBy(database, seed));
  const [first, second, third] = devices.map(({ device }) => device).sort();
  if (!first || !second || !third) throw new Error('three tills reported');
  await change(database, first, 2, { head: Buffer.from('{}') });
  await change(database, first, 6, { signature: Buffer.alloc(64) });
  await database.db
    .deleteFrom('record')
    .where('device', '=', second)
    .where('seq', 'in', [3, 4])
    .execute();
  await change(database, third, 6, { signature: Buffer.alloc(64) });

  const { faults, ...check } = await verifyLedger(database);
  expect(check).toEqual({
    ok: false,
    devices: 3,
    records: 16,
    faultCount: 4,
    badSignatureCount: 0,
    badSignatures: [],
  });
  expect(faults).toEqual([
    { fault: 'leaf-differs', stall: STALL, device: first, record: 2, place: '1.2' },
    { fault: 'unsigned', stall: STALL, device: first, record: 6, place: '1.6' },
    { fault: 'record-gone', stall: STALL, device: second, record: 3, place: null },
    { fault: 'unsigned', stall: STALL, device: third, record: 6, place: '1.6' },
  ]);
});

eachDatabase('a signature that a later record makes good is no fault, and told', async (fresh) => {
  const database = await fresh.open();
  const { device } = await sentBy(database, 'one', [3, 4]);

  expect(await verifyLedger(database)).toMatchObject({
    ok: true,
    faults: [],
    badSignatureCount: 2,
    badSignatures: [
      { stall: STALL, device, record: 3, place: '1.3' },
      { stall: STALL, device, record: 4, place: '1.4' },
    ],
  });
});

eachDatabase(
  'a record that came before proves what it names, whenever that comes',
  async (fresh) => {
    const database = await fresh.open();
    const hub = testHub(database);
    const chain = makeChain();
    const device = await addChainDevice(database, chain);
    for (let sale = 0; sale < 4; sale += 1) chain.add(saleDraft(1_000 + sale));
    const sent = chain.records.map((one, at) =>
      [1, 2].includes(at) ? { ...one, wire: { ...one.wire, signature: wrong } } : one,
    );
    const [start = null] = sent;
    await send(hub, device, sent.slice(0, 1));
    await send(hub, device, sent.slice(3), { after: start });
    await send(hub, device, sent.slice(1), { after: start });

    expect(await verifyLedger(database)).toMatchObject({
      ok: true,
      faults: [],
      badSignatures: [{ place: '1.2' }, { place: '1.3' }],
    });
    await change(database, device.device, 4, { signature: Buffer.alloc(64) });
    expect(await verifyLedger(database)).toMatchObject({ ok: true, badSignatureCount: 3 });
    await change(database, device.device, 5, { signature: Buffer.alloc(64) });
    const { faults } = await verifyLedger(database);
    expect(faults.map(({ place }) => place)).toEqual(['1.4', '1.5', '1.2', '1.3']);
  },
);

onSqlite(
  'a signature is a fault where no good one is behind it, whatever is bad',
  async (fresh) => {
    const database = await fresh.open();
    const { device } = await sentBy(database, 'one');
    const signatures = await database.db
      .selectFrom('record')
      .select(['seq', 'signature'])
      .orderBy('seq')
      .execute();
    await fc.assert(
      fc.asyncProperty(fc.subarray([1, 2, 3, 4, 5, 6]), async (bad) => {
        for (const { seq, signature } of signatures) {
          const set = { signature: bad.includes(seq) ? Buffer.alloc(64) : signature };
          await change(database, device, seq, set);
        }
        const newestGood = Math.max(0, ...[1, 2, 3, 4, 5, 6].filter((seq) => !bad.includes(seq)));
        const unproved = bad.filter((seq) => seq > newestGood);
        const { ok, faults, badSignatureCount } = await verifyLedger(database);

        expect(faults.map(({ place }) => place)).toEqual(unproved.map((seq) => `1.${seq}`));
        expect(badSignatureCount).toBe(bad.length - unproved.length);
        expect(ok).toBe(unproved.length === 0);
      }),
      { numRuns: 64 },
    );
  },
);

eachDatabase('what is wrong many times is counted, and listed so far of each', async (fresh) => {
  const database = await fresh.open();
  for (let till = 1; till <= 20; till += 1) await sentBy(database, `till ${till}`);
  const chain = makeChain();
  const device = await addChainDevice(database, chain);
  for (let sale = 1; sale < 120; sale += 1) chain.add(saleDraft(1_000));
  await send(testHub(database), device, chain.records);
  await database.db
    .updateTable('record')
    .set({ signature: Buffer.alloc(64) })
    .execute();

  const { ok, faultCount, faults } = await verifyLedger(database);
  const ofLiar = faults.filter((fault) => fault.device === device.device);
  expect({ ok, faultCount, listed: faults.length }).toEqual({
    ok: false,
    faultCount: 20 * 6 + 120,
    listed: 100,
  });
  expect(ofLiar.length).toBeLessThan(11);
});

eachDatabase('a tree that is not that of its records is told', async ({ open }) => {
  const database = await open();
  await sentBy(database, 'one');
  const { db } = database;
  const { frontier } = await db.selectFrom('chain').select('frontier').executeTakeFirstOrThrow();
  const other = Buffer.from(frontier);
  other[other.length - 1] = (other.at(-1) ?? 0) ^ 1;
  await db.updateTable('chain').set({ frontier: other }).execute();

  expect((await verifyLedger(database)).faults).toMatchObject([
    { fault: 'tree-differs', record: null, place: null },
  ]);
});
