import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { verifyLedger } from '../../hub/ingest/verify-ledger.ts';
import { entriesOf, openPackHub, type PackHub, packLines } from '../support/audit-packs.ts';
import { eachDatabase } from '../support/hub-databases.ts';
import { saidOf, textOf } from '../support/said-of-pack.ts';
import { type ChainRecord, makeChain, saleDraft } from '../support/signed-chain.ts';
import { addChainDevice, ledgerOf, send } from '../support/test-hub.ts';

/** What proves the records of a pack where one by itself does not. */

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-proved-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

const [before, date, later] = ['2026-11-24', '2026-11-25', '2026-11-26'];

/** With a signature that is not the till's. */
const wrong = (record: ChainRecord): ChainRecord => {
  return { ...record, wire: { ...record.wire, signature: `${'A'.repeat(86)}==` } };
};

async function packOf(hub: PackHub) {
  const lines = await packLines(hub, { from: date, to: date });
  const device = entriesOf(lines).find((entry) => entry.kind === 'device');
  return { device, said: await saidOf(dir, textOf(lines)) };
}

eachDatabase('a wrong signature that a later record makes good is told', async ({ open }) => {
  const hub = await openPackHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  for (const day of [before, date, date, date]) chain.add(saleDraft(10_000, { date: day }));
  const bad = [2, 3];
  await send(
    hub,
    device,
    chain.records.map((one, at) => (bad.includes(at) ? wrong(one) : one)),
  );

  expect((await packOf(hub)).said).toMatchObject({ ok: true, wrongSignatures: 2 });
});

eachDatabase('a pack goes on to the record that makes its last one good', async ({ open }) => {
  const hub = await openPackHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  for (const day of [before, date, later, later, later, later]) {
    chain.add(saleDraft(10_000, { date: day }));
  }
  const bad = [2, 3, 4];
  await send(
    hub,
    device,
    chain.records.map((one, at) => (bad.includes(at) ? wrong(one) : one)),
  );

  expect(await packOf(hub)).toMatchObject({
    device: { first: 1, end: 6, size: 7 },
    said: { ok: true, wrongSignatures: 3 },
  });
});

eachDatabase('a record that one stored before it makes good is proved', async ({ open }) => {
  const hub = await openPackHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  for (const day of [before, date, date]) chain.add(saleDraft(10_000, { date: day }));
  const [start, first, second, third] = chain.records;
  if (!start || !first || !second || !third) throw new Error('they were added');
  await send(hub, device, [start, first]);
  await send(hub, device, [third], { after: first });
  await send(hub, device, [wrong(second), third], { after: first });

  expect((await packOf(hub)).said).toMatchObject({ ok: true, wrongSignatures: 1 });
});

eachDatabase('a record that stands twice in a batch is the first of them', async ({ open }) => {
  const hub = await openPackHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  for (const day of [before, date]) chain.add(saleDraft(10_000, { date: day }));
  const [start, first, second] = chain.records;
  if (!start || !first || !second) throw new Error('they were added');
  await send(hub, device, [start, wrong(first), second, wrong(second)]);

  expect(await ledgerOf(hub.database)).toEqual(['1.1 ok', '1.2 ok', '1.3 ok']);
  expect((await packOf(hub)).said).toMatchObject({ ok: true, wrongSignatures: 1 });
  expect(await verifyLedger(hub.database)).toMatchObject({ ok: true, badSignatureCount: 1 });
});

eachDatabase('what was stored as signed by nobody proves nothing', async ({ open }) => {
  const hub = await openPackHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  for (const day of [before, date]) chain.add(saleDraft(10_000, { date: day }));
  const [start, first, second] = chain.records;
  if (!start || !first || !second) throw new Error('they were added');
  await send(hub, device, [start]);
  await send(hub, device, [wrong(second)], { after: start });
  await send(hub, device, [wrong(first), second], { after: start });

  expect(await ledgerOf(hub.database)).toEqual([
    '1.1 ok',
    '1.3 quarantined not-authentic',
    '1.2 quarantined not-authentic',
  ]);
  expect((await packOf(hub)).said).toMatchObject({ ok: true });
  expect(await verifyLedger(hub.database)).toMatchObject({ ok: true });
});

eachDatabase('a fork that is bad by itself on the day before is not the chain', async (fresh) => {
  const hub = await openPackHub(await fresh.open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  chain.add(saleDraft(10_000, { date: before }));
  const copy = chain.branch(2);
  chain.add(saleDraft(-10_000, { date: before, ref: '1.2' }));
  await send(hub, device, chain.records);
  copy.add(saleDraft(-10_000, { date: before, ref: '1.2', number: 'ABC-000778' }));
  await send(hub, device, copy.records.slice(2), { after: copy.records[1] ?? null });
  const newest = chain.records.at(-1) ?? null;
  const next = chain.add(saleDraft(7_000, { date }));
  await send(hub, device, [next], { after: newest });

  expect(await packOf(hub)).toMatchObject({
    device: { first: 2, end: 5 },
    said: { ok: true, records: 5 },
  });
});
