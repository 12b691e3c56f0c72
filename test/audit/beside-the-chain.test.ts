import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { EntryOf } from '../../domain/audit/pack.ts';
import { entriesOf, openPackHub, packDates, packLines, sealed } from '../support/audit-packs.ts';
import { eachDatabase, onSqlite } from '../support/hub-databases.ts';
import { saidOf, textOf } from '../support/said-of-pack.ts';
import { makeChain, recoveryDraft, saleDraft, zDraft } from '../support/signed-chain.ts';
import { addChainDevice, ledgerOf, send } from '../support/test-hub.ts';

/** What a record of a pack is linked to, where not all of them are of one chain. */

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-beside-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

const date = packDates.from;
const sale = saleDraft(10_000, { date });

eachDatabase('a record of another device is a part of the chain it stands in', async (fresh) => {
  const hub = await openPackHub(await fresh.open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  chain.add(sale);
  const copy = chain.branch(1);
  chain.addForged(sale, { device: 'f'.repeat(32) });
  await send(hub, device, chain.records);
  copy.addForged(sale, { tenders: { cash: 1 } }); // bad by itself, and on a fork
  await send(hub, device, copy.records.slice(1), { after: chain.records[0] ?? null });
  const last = chain.add(sale);
  await send(hub, device, [last], { after: chain.records[2] ?? null });

  expect(await ledgerOf(hub.database)).toEqual([
    '1.1 ok',
    '1.2 ok',
    '1.3 quarantined other-device',
    '1.2 quarantined tenders-differ',
    '1.4 ok',
  ]);
  expect(await saidOf(dir, textOf(await packLines(hub)))).toMatchObject({ ok: true, records: 5 });
});

eachDatabase('a fork ahead of its chain takes the place of what comes there', async (fresh) => {
  const hub = await openPackHub(await fresh.open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  chain.add(sale);
  const copy = chain.branch(1);
  await send(hub, device, chain.records);
  copy.add(saleDraft(11_000, { date }));
  copy.add(sale); // 1.3, ahead of all
  await send(hub, device, copy.records.slice(1), { after: chain.records[0] ?? null });
  const other = chain.branch(2);
  other.addForged(sale, { tenders: { cash: 1 } });
  chain.addForged(sale, { seq: 4 });
  await send(hub, device, other.records.slice(2), { after: chain.records[1] ?? null });
  await send(hub, device, chain.records.slice(2), { after: chain.records[1] ?? null });

  expect(await ledgerOf(hub.database)).toEqual([
    '1.1 ok',
    '1.2 ok',
    '1.2 fork other-at-place',
    '1.3 fork on-a-fork',
    '1.3 quarantined tenders-differ',
    '1.4 quarantined not-linked',
  ]);
  expect(await saidOf(dir, textOf(await packLines(hub)))).toMatchObject({ ok: true, records: 6 });
});

eachDatabase('any number of bytes that say nothing may lie beside a chain', async (fresh) => {
  const hub = await openPackHub(await fresh.open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const [start = null] = chain.records;
  const first = chain.add(sale);
  await send(hub, device, chain.records);
  const signature = `${'A'.repeat(86)}==`;
  const lost = chain.branch(2);
  for (let at = 0; at < 10; at += 1) lost.add(sale);
  for (const one of lost.records.slice(2)) {
    // From the next place on, and each says that it lay behind the first of all.
    await send(hub, device, [{ ...one, wire: { ...one.wire, signature } }], { after: start });
  }
  const next = chain.add(saleDraft(30_000, { date }));
  await send(hub, device, [next], { after: first });

  expect((await ledgerOf(hub.database)).at(2)).toBe('1.3 quarantined not-authentic');
  expect((await ledgerOf(hub.database)).at(-1)).toBe('1.3 ok');
  expect(await saidOf(dir, textOf(await packLines(hub)))).toMatchObject({ ok: true, records: 13 });
});

eachDatabase('a chain begins behind bytes that say nothing', async (fresh) => {
  const hub = await openPackHub(await fresh.open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const lost = chain.branch(1).add(saleDraft(1)); // of the day before
  const signature = `${'A'.repeat(86)}==`;
  await send(hub, device, [{ ...lost, wire: { ...lost.wire, signature } }]);
  chain.add(saleDraft(20_000, { date }));
  await send(hub, device, chain.records);
  const lines = await packLines(hub);

  expect(entriesOf(lines)[1]).toMatchObject({ kind: 'device', first: 1, end: 3 });
  expect(await saidOf(dir, textOf(lines))).toMatchObject({ ok: true, records: 3 });
});

type Told = Partial<Pick<EntryOf<'record'>, 'verdict' | 'reason' | 'goesOn'>>;

const notLinked = { verdict: 'quarantined', reason: 'not-linked', goesOn: true } as const;
/** What a hub that lies may say of records of a chain of two and its copy of three. */
const lies: readonly (readonly [string, number, Told])[] = [
  ['a sale of the chain stands beside it', 1, { goesOn: false }],
  ['the chain goes on from a fork', 2, { goesOn: true }],
  ['a fork behind the newest is not linked', 2, notLinked],
  ['a fork that names one beside the chain is not linked', 3, notLinked],
  [
    'the amounts of a fork count, which no stall takes',
    4,
    { verdict: 'fork', reason: 'on-a-fork' },
  ],
];

onSqlite('a hub that lies about what a record is linked to is found', async (fresh) => {
  const hub = await openPackHub(await fresh.open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  chain.add(sale);
  await send(hub, device, chain.records);
  const copy = chain.branch(1);
  for (const total of [11_000, 12_000, 500_000_000_000]) copy.add(saleDraft(total, { date }));
  await send(hub, device, copy.records.slice(1), { after: chain.records[0] ?? null });
  const lines = await packLines(hub);

  await refuseEach(lines, lies);
});

const tooLarge = { verdict: 'quarantined', reason: 'sums-too-large' } as const;
/** What it may say of records of which something else is wrong than that. */
const otherWrongs: readonly (readonly [string, number, Told])[] = [
  ['a sale that does not add up is one too many', 2, tooLarge],
  ['a refund that does not add up is above its sale', 3, { reason: 'refund-above-sale' }],
  ['a refund that does not add up is of nothing', 3, { reason: 'refund-of-nothing' }],
  ['a Z that does not add up is other than its sales', 4, { reason: 'z-differs' }],
  ['the chain goes on from a record of another device behind it', 6, { goesOn: true }],
  [
    'a recovery beside the chain has other counters',
    7,
    { verdict: 'quarantined', reason: 'counters-differ' },
  ],
  ['the chain goes on from bytes that lay elsewhere', 8, { goesOn: true }],
];

onSqlite('a hub that lies about what is wrong with a record is found', async (fresh) => {
  const hub = await openPackHub(await fresh.open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const [start = null] = chain.records;
  const tenders = { cash: 1 };
  const copy = chain.branch(1);
  chain.add(sale);
  chain.addForged(sale, { tenders });
  chain.addForged(saleDraft(-4_000, { date, ref: '1.2' }), { tenders });
  chain.addForged(zDraft(1, { sales: [10_000] }, date), { tenders });
  const other = chain.branch(5);
  chain.add(recoveryDraft('1.5'));
  await send(hub, device, chain.records);
  const foreign = copy.addForged(sale, { device: 'f'.repeat(32) });
  await send(hub, device, [foreign], { after: start });
  const again = other.add(recoveryDraft('1.6'));
  await send(hub, device, [again], { after: chain.records[4] ?? null });
  const lost = chain.branch(6).add(saleDraft(11_000, { date }));
  const wire = { ...lost.wire, seq: 9, signature: `${'A'.repeat(86)}==` };
  await send(hub, device, [{ ...lost, wire }], { after: chain.records[5] ?? null });

  expect(await ledgerOf(hub.database)).toEqual([
    '1.1 ok',
    '1.2 ok',
    '1.3 quarantined tenders-differ',
    '1.4 quarantined tenders-differ',
    '1.5 quarantined tenders-differ',
    '2.1 ok',
    '1.2 quarantined other-device',
    '2.1 fork other-at-place',
    '2.9 quarantined not-authentic',
  ]);
  await refuseEach(await packLines(hub), otherWrongs);
});

/** What it may say of what came back and names no sale. */
const ofNoSale: readonly (readonly [string, number, Told])[] = [
  ['a refund of no sale counts', 2, { verdict: 'ok', reason: null }],
  ['a refund of no sale is above its sale', 2, { reason: 'refund-above-sale' }],
  ['a refund of no sale has other tenders', 2, { reason: 'tenders-differ' }],
  ['a void of no sale counts', 3, { verdict: 'ok', reason: null }],
  ['a refund of no sale on a fork counts', 4, { verdict: 'fork', reason: 'other-at-place' }],
  ['a sale is a refund of nothing', 1, { verdict: 'quarantined', reason: 'refund-of-nothing' }],
];

onSqlite('a hub that lets what came back answer no sale is found', async (fresh) => {
  const hub = await openPackHub(await fresh.open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  chain.add(sale);
  const copy = chain.branch(2);
  chain.add(saleDraft(-4_000, { date }));
  chain.add(saleDraft(-4_000, { date, isVoid: true }));
  await send(hub, device, chain.records);
  const forked = copy.add(saleDraft(-3_000, { date }));
  await send(hub, device, [forked], { after: chain.records[1] ?? null });

  expect(await ledgerOf(hub.database)).toEqual([
    '1.1 ok',
    '1.2 ok',
    '1.3 quarantined refund-of-nothing',
    '1.4 quarantined refund-of-nothing',
    '1.3 quarantined refund-of-nothing',
  ]);
  await refuseEach(await packLines(hub), ofNoSale);
});

/** A pack is whole, and with each of these lies both verifiers stop at the record it is told of. */
async function refuseEach(lines: readonly string[], told: typeof lies): Promise<void> {
  expect((await saidOf(dir, textOf(lines))).ok).toBe(true);
  for (const [lie, index, change] of told) {
    const entries = entriesOf(lines).map((entry) =>
      entry.kind === 'record' && entry.index === index ? { ...entry, ...change } : entry,
    );
    const { ok, firstBad } = await saidOf(dir, textOf(sealed(entries)));
    expect({ lie, ok, firstBad }).toEqual({ lie, ok: false, firstBad: index + 3 });
  }
}
