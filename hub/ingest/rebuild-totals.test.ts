import fc from 'fast-check';
import { expect } from 'vitest';
import { openPackHub } from '../../test/support/audit-packs.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { makeChain, saleDraft, zDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, send, STALL, testHub } from '../../test/support/test-hub.ts';
import { mendTotals, rebuildTotals } from './rebuild-totals.ts';
import { verifyLedger } from './verify-ledger.ts';

/** What a till may do on a day: sell in cash or by QRIS, give back, close. */
const act = fc.oneof(
  fc.record({
    kind: fc.constant('sale' as const),
    total: fc.integer({ min: 0, max: 900_000 }),
    qris: fc.integer({ min: 0, max: 900_000 }),
    day: fc.integer({ min: 1, max: 3 }),
    shift: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({ kind: fc.constant('refund' as const), of: fc.integer({ min: 2, max: 12 }) }),
  fc.record({ kind: fc.constant('z' as const), net: fc.integer({ min: 0, max: 2 }) }),
);

eachDatabase('totals that were kept are those of the records, whatever came', async ({ open }) => {
  const hub = testHub(await open());
  let chains = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 12, maxLength: 12 }),
      async (acts, sizes) => {
        const chain = makeChain(`chain ${(chains += 1)}`);
        const device = await addChainDevice(hub.database, chain);
        let zs = 0;
        for (const one of acts) {
          if (one.kind === 'sale') {
            const { total, qris, day, shift } = one;
            const tenders = qris === 0 ? { cash: total } : { cash: total, qris };
            const date = `2026-11-0${day}`;
            chain.add(saleDraft(total + qris, { tenders, shift, date }));
          } else if (one.kind === 'refund') chain.add(saleDraft(-5_000, { ref: `1.${one.of}` }));
          else chain.add(zDraft((zs += 1), { sales: one.net === 0 ? [] : [one.net] }));
        }
        let at = 0;
        for (const size of sizes) {
          const batch = chain.records.slice(at, at + size);
          if (batch.length > 0) {
            await send(hub, device, batch, { after: chain.records[at - 1] ?? null });
          }
          at += size;
        }
        const { differences } = await rebuildTotals(hub.database);
        expect(differences).toEqual([]);
      },
    ),
    { numRuns: 15 },
  );
  expect(await verifyLedger(hub.database)).toMatchObject({ ok: true, devices: chains });
});

eachDatabase('a sum that was changed is found, named and mended', async ({ open }) => {
  const hub = await openPackHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  chain.add(saleDraft(45_000));
  await send(hub, device, chain.records);
  const { db } = hub.database;
  await db.updateTable('day_total').set({ sales: 46_000 }).execute();
  await db.deleteFrom('day_tender').execute();

  const found = await rebuildTotals(hub.database);
  const mended = await mendTotals(hub, 'lapak');

  expect(found.differences).toEqual([
    {
      stall: STALL,
      device: chain.device,
      what: 'day 2026-11-24 sales',
      stored: 46_000,
      found: 45_000,
    },
    {
      stall: STALL,
      device: chain.device,
      what: 'day 2026-11-24 tender cash',
      stored: 0,
      found: 45_000,
    },
  ]);
  expect(mended.differences).toEqual(found.differences);
  expect((await rebuildTotals(hub.database)).differences).toEqual([]);
});

eachDatabase('a record, a signature or a tree that was changed is found', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  for (let at = 0; at < 600; at += 1) chain.add(saleDraft(1_000 + at));
  await send(hub, device, chain.records.slice(0, 500));
  await send(hub, device, chain.records.slice(500), { after: chain.records[499] ?? null });
  const { db } = hub.database;
  const check = async () => {
    const { faults, badSignatureCount } = await verifyLedger(hub.database);
    const found = faults.map(({ fault, place, record }) => `${fault} ${place ?? record}`);
    return [...found, badSignatureCount];
  };
  expect(await check()).toEqual([0]);

  const third = db.selectFrom('record').select(['head', 'signature']).where('seq', '=', 3);
  const { head, signature } = await third.executeTakeFirstOrThrow();
  const change = (set: object) => db.updateTable('record').set(set).where('seq', '=', 3).execute();

  await change({ head: Buffer.from(head.toString().replace('1001', '1002')) });
  expect(await check()).toEqual(['leaf-differs 1.3', 0]);
  await change({ head, signature: Buffer.alloc(64) });
  expect(await check()).toEqual([1]);
  await change({ signature });
  expect(await check()).toEqual([0]);
  await db.deleteFrom('tree_node').where('idx', '=', 1).execute();
  expect(await check()).toEqual(['nodes-differ null', 0]);
  await db.deleteFrom('record').where('seq', '=', 601).execute();
  expect(await check()).toEqual(['record-gone 601', 0]);
});
