import { expect } from 'vitest';
import { openPackHub } from '../../test/support/audit-packs.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { makeChain, saleDraft, zDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, ledgerOf, send } from '../../test/support/test-hub.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { revokeDevice } from '../enrolment/devices.ts';
import { readTotals } from '../reports/read-totals.ts';
import { judgeHeld } from './judge-held.ts';
import { mendTotals, rebuildTotals } from './rebuild-totals.ts';
import { verifyLedger } from './verify-ledger.ts';

const november = { from: '2026-11-01', to: '2026-11-30', stall: null, mall: null, region: null };

const takingsOf = async (database: HubDatabase) => (await readTotals(database, november)).takings;

/** As if a hub of before had not been able to read this record, which lay at this place. */
async function holdAsBefore({ db }: HubDatabase, seq: number): Promise<void> {
  await db
    .updateTable('record')
    .set({
      unread_by: 0,
      verdict: 'held',
      reason: 'newer-version',
      type: '',
      business_date: '',
      total: 0,
    })
    .where('seq', '=', seq)
    .execute();
}

eachDatabase('a revocation takes, and a later place gives back what it took', async ({ open }) => {
  const hub = await openPackHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  chain.add(saleDraft(1_000));
  chain.add(saleDraft(2_000));
  chain.add(saleDraft(-500, { ref: '1.3' }));
  chain.add(saleDraft(4_000, { tenders: { cash: 1 } }));
  await send(hub, device, chain.records);
  const fresh = await ledgerOf(hub.database);
  const revoke = (seq: number | null) => {
    const through = seq === null ? null : { epoch: 1, seq };
    return revokeDevice(hub, chain.device, { through, by: 'lapak' });
  };
  await revoke(2);
  expect(await ledgerOf(hub.database)).toEqual([
    '1.1 ok',
    '1.2 ok',
    '1.3 quarantined after-revocation',
    '1.4 quarantined after-revocation',
    '1.5 quarantined tenders-differ',
  ]);
  expect(await takingsOf(hub.database)).toMatchObject({ netRupiah: 1_000 });
  await revoke(3);
  expect(await takingsOf(hub.database)).toMatchObject({ netRupiah: 3_000 });
  await revoke(5);
  expect(await ledgerOf(hub.database)).toEqual(fresh);
  expect(await takingsOf(hub.database)).toMatchObject({ netRupiah: 2_500 });
  expect(await revoke(null)).toMatchObject({ through: { seq: 5 } });
  expect(await rebuildTotals(hub.database)).toMatchObject({ changed: 0, differences: [] });
  expect(await verifyLedger(hub.database)).toMatchObject({ ok: true, records: 5 });
});

eachDatabase('what an older hub held counts as soon as it can be read', async ({ open }) => {
  const hub = await openPackHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  for (const total of [1_000, 2_000, 4_000]) chain.add(saleDraft(total));
  chain.add(zDraft(1, { sales: [1_000, 2_000, 4_000] }));
  await send(hub, device, chain.records);
  const [fresh, written] = [await ledgerOf(hub.database), await allOf(hub.database)];
  expect(await judgeHeld(hub)).toBe(0);

  await holdAsBefore(hub.database, 3);
  const found = await rebuildTotals(hub.database);
  expect(found).toMatchObject({ changed: 1 });
  expect(found.differences.map(({ what }) => what)).toEqual(
    ['date', 'type', 'total', 'verdict', 'reason'].map((fact) => `record 1.3 ${fact}`),
  );
  expect(await ledgerOf(hub.database)).not.toEqual(fresh); // it was only looked at

  expect(await judgeHeld(hub)).toBe(1);
  expect(await ledgerOf(hub.database)).toEqual(fresh);
  expect(await allOf(hub.database)).toEqual(written);
  expect(await judgeHeld(hub)).toBe(0);
});

eachDatabase('what nobody can read yet stays held', async ({ open }) => {
  const hub = await openPackHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  chain.addNewer({ points: 3 });
  await send(hub, device, chain.records);

  expect(await judgeHeld(hub)).toBe(0);
  expect(await ledgerOf(hub.database)).toEqual(['1.1 ok', '1.2 held newer-version']);
});

eachDatabase('a long chain is judged in steps, and a Z at its end is right', async ({ open }) => {
  const hub = await openPackHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const sales = Array.from({ length: 2_400 }, (_, at) => at + 1);
  for (const total of sales) chain.add(saleDraft(total));
  chain.add(saleDraft(-7, { ref: '1.9', shift: 2 }));
  chain.add(saleDraft(-2, { ref: '1.9', shift: 2 }));
  chain.add(zDraft(1, { sales }));
  for (let at = 0; at < chain.records.length; at += 500) {
    const after = chain.records[at - 1] ?? null;
    await send(hub, device, chain.records.slice(at, at + 500), { after });
  }
  const fresh = await ledgerOf(hub.database);
  expect(fresh.slice(-3)).toEqual([
    '1.2402 ok',
    '1.2403 quarantined refund-above-sale',
    '1.2404 ok',
  ]);
  expect(await rebuildTotals(hub.database)).toMatchObject({ changed: 0, differences: [] });
  await hub.database.db
    .updateTable('record')
    .set({ verdict: 'quarantined', reason: 'not-linked' })
    .execute();
  await mendTotals(hub, 'lapak');
  expect(await ledgerOf(hub.database)).toEqual(fresh);
});

eachDatabase('a fork is not forgotten over the steps of a long chain', async ({ open }) => {
  const hub = await openPackHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const [start = null] = chain.records;
  await send(hub, device, chain.records);
  const fork = chain.branch(1).add(saleDraft(5_000));
  chain.add(saleDraft(1_000));
  await send(hub, device, chain.records.slice(1), { after: start });
  await send(hub, device, [fork], { after: start });
  for (let at = 2; at <= 1_100; at += 1) chain.add(saleDraft(at));
  for (let at = 2; at < chain.records.length; at += 500) {
    const after = chain.records[at - 1] ?? null;
    await send(hub, device, chain.records.slice(at, at + 500), { after });
  }
  const chains = () => {
    return hub.database.db
      .selectFrom('chain')
      .select(['has_fork', 'is_straight', 'size'])
      .execute();
  };
  const written = [{ has_fork: 1, is_straight: 0, size: chain.records.length + 1 }];
  expect(await chains()).toEqual(written);

  expect(await rebuildTotals(hub.database)).toMatchObject({ changed: 0, differences: [] });
  await hub.database.db.updateTable('chain').set({ is_straight: 1 }).execute();
  await mendTotals(hub, 'lapak');
  expect(await chains()).toEqual(written);
});

/** All rows of records and chains: bytes, tree and what is written beside them. */
async function allOf({ db }: HubDatabase) {
  return {
    records: await db.selectFrom('record').selectAll().orderBy('idx').execute(),
    chains: await db.selectFrom('chain').selectAll().execute(),
    days: await db.selectFrom('day_total').selectAll().execute(),
  };
}
