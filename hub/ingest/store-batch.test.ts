import { expect } from 'vitest';
import { openCheckpoint } from '../../domain/tlog/checkpoint.ts';
import { isConsistent, isIncluded } from '../../domain/tlog/proofs.ts';
import { treeOrigin } from '../../domain/sync/verify-receipt.ts';
import type { HubReceipt } from '../../domain/sync/contract.ts';
import { noteCrypto, treeCrypto } from '../../node/crypto/tlog.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import {
  type ChainRecord,
  makeChain,
  NINE_MS,
  recoveryDraft,
  saleDraft,
  zDraft,
} from '../../test/support/signed-chain.ts';
import { addChainDevice, ledgerOf, placeOf, send, testHub } from '../../test/support/test-hub.ts';

const hex = (text: string) => Buffer.from(text, 'hex');

/** What a till makes of a receipt: the checkpoint, once it and its proofs hold. */
function provenBy(
  receipt: HubReceipt,
  record: ChainRecord,
  device: string,
  publicKey: Buffer,
  from?: { readonly size: number; readonly root: Uint8Array },
) {
  const origin = treeOrigin('hub.example', device);
  const checkpoint = openCheckpoint(receipt.checkpoint, { origin, publicKey }, noteCrypto);
  if (!checkpoint) throw new Error('the checkpoint is not signed');
  const { size, root } = checkpoint;
  const { index, inclusion } = receipt;
  const leaf = hex(record.leaf);
  expect(isIncluded({ index, size, leaf, proof: inclusion.map(hex), root }, treeCrypto)).toBe(true);
  if (from) {
    const proof = receipt.consistency.map(hex);
    const trees = { from: from.size, fromRoot: from.root, to: size, toRoot: root };
    expect(isConsistent({ ...trees, proof }, treeCrypto)).toBe(true);
  }
  return checkpoint;
}

eachDatabase('a batch is stored whole, in order, and its receipt proves it', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  chain.add(saleDraft(45_000));
  const second = chain.add(saleDraft(90_000));

  const stored = await send(hub, device, chain.records);

  expect(stored).toMatchObject({ outcome: 'stored', verdicts: [] });
  expect(await ledgerOf(hub.database)).toEqual(['1.1 ok', '1.2 ok', '1.3 ok']);
  if (stored.outcome !== 'stored') throw new Error(stored.outcome);
  expect(stored.receipt.place).toEqual(placeOf(second));
  const { size } = provenBy(stored.receipt, second, chain.device, hub.identity.publicKey);
  expect(size).toBe(3);
});

eachDatabase(
  'what was found out of a claimed payment is stored and counts nothing',
  async ({ open }) => {
    const hub = testHub(await open());
    const chain = makeChain();
    const device = await addChainDevice(hub.database, chain);
    chain.add(saleDraft(45_000, { tenders: { qris: 45_000 } }));
    const { head, body } = foundDraft('1.2', 45_000);
    chain.add({ type: 'tender-state', head, body });
    chain.add(saleDraft(90_000));

    await send(hub, device, chain.records);

    expect(await ledgerOf(hub.database)).toEqual(['1.1 ok', '1.2 ok', '1.3 ok', '1.4 ok']);
  },
);

/** That the money of the only tender of a sale has come. */
function foundDraft(ref: string, amount: number) {
  const stamp = { at: NINE_MS, offset: 420, businessDate: '2026-11-24', cashier: 'kasir-1' };
  const id = '019a0000-0000-7000-8000-000000000001';
  return {
    head: { ...stamp, total: 0, ref, kind: 'qris', amount, state: 'verified' },
    body: { id, number: 'ABC-000001', tender: 0, by: 'hand', note: '' },
  } as const;
}

eachDatabase('every receipt proves that the one before it still holds', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  for (let at = 0; at < 700; at += 1) chain.add(saleDraft(1_000 + at));
  let after: ChainRecord | null = null;
  let last: { size: number; root: Uint8Array } | undefined;
  for (const count of [1, 255, 2, 1, 300, 142]) {
    const from: number = last?.size ?? 0;
    const batch = chain.records.slice(from, from + count);
    const stored = await send(hub, device, batch, { after, size: from });
    if (stored.outcome !== 'stored') throw new Error(stored.outcome);
    after = batch.at(-1) ?? null;
    if (!after) throw new Error('no batch is empty');
    last = provenBy(stored.receipt, after, chain.device, hub.identity.publicKey, last);
    expect(last.size).toBe(from + count);
  }
});

eachDatabase('the same batch again changes nothing, and is answered alike', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  chain.add(saleDraft(45_000));
  const first = await send(hub, device, chain.records);
  const [again, atOnce] = await Promise.all([
    send(hub, device, chain.records),
    send(hub, device, chain.records),
  ]);

  expect([again, atOnce]).toEqual([first, first]);
  expect(await ledgerOf(hub.database)).toEqual(['1.1 ok', '1.2 ok']);
  const [day] = await hub.database.db.selectFrom('day_total').selectAll().execute();
  expect(day).toMatchObject({ receipts: 1, sales: 45_000, records: 2 });
});

eachDatabase('an old record behind the newest is there already, and no fault', async (fresh) => {
  const hub = testHub(await fresh.open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const old = chain.add(saleDraft(45_000));
  const last = chain.add(saleDraft(90_000));
  await send(hub, device, chain.records);
  const garbage = { ...old, wire: { ...old.wire, seq: 900, head: '{}' } };
  await send(hub, device, [garbage], { after: last });
  await send(hub, device, [garbage], { after: last });
  const again = await send(hub, device, [old, garbage], { after: last });
  const next = chain.add(saleDraft(10_000));

  expect(again).toMatchObject({ outcome: 'stored', verdicts: [{ reason: 'not-authentic' }] });
  expect(await send(hub, device, [next], { after: last })).toMatchObject({ verdicts: [] });
  expect(await ledgerOf(hub.database)).toEqual([
    '1.1 ok',
    '1.2 ok',
    '1.3 ok',
    '1.900 quarantined not-authentic',
    '1.4 ok',
  ]);
});

eachDatabase(
  'what no database has a place for is not readable, and stops nothing',
  async (fresh) => {
    const hub = testHub(await fresh.open());
    const chain = makeChain();
    const device = await addChainDevice(hub.database, chain);
    const long = Array.from({ length: 9_000 }, (_, at) => 'abcdefgh'[(at * at) % 7]).join('');
    const z = zDraft(1, { sales: [] });
    const taxes = (kind: string) => ({ taxes: [{ kind, base: 0, tax: 0 }] });
    chain.add(saleDraft(-1, { ref: '1.99999999999999999999999' }));
    chain.add(saleDraft(-1, { ref: '9007199254740993.1' }));
    chain.add(saleDraft(5, { tenders: { [long]: 5 } }));
    chain.add({ ...z, head: { ...z.head, ...taxes('p\0n') } } as typeof z);
    chain.add({ ...z, head: { ...z.head, ...taxes(long) } } as typeof z);
    chain.add(recoveryDraft('1.99999999999999999999999'));
    const bad = chain.records.length - 1;
    const stored = await send(hub, device, chain.records);

    expect(stored).toMatchObject({ outcome: 'stored' });
    expect((await ledgerOf(hub.database)).slice(1)).toEqual(
      Array.from({ length: bad }, () => expect.stringMatching(/quarantined not-readable$/)),
    );
  },
);

eachDatabase('a batch that overlaps adds what is new', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const [start] = chain.records;
  chain.add(saleDraft(45_000));
  await send(hub, device, chain.records);
  chain.add(saleDraft(90_000));
  await send(hub, device, chain.records.slice(1), { after: start ?? null });

  expect(await ledgerOf(hub.database)).toEqual(['1.1 ok', '1.2 ok', '1.3 ok']);
});

eachDatabase('a jump is a gap: nothing is stored, and said from where', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const [start] = chain.records;
  const lost = chain.add(saleDraft(45_000));
  const next = chain.add(saleDraft(90_000));
  if (start) await send(hub, device, [start]);

  const gap = await send(hub, device, [next], { after: lost });

  expect(gap).toMatchObject({ outcome: 'gap', newest: start && placeOf(start) });
  expect(await ledgerOf(hub.database)).toEqual(['1.1 ok']);
});

eachDatabase('another record at the same place is a fork: both are kept', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const [start] = chain.records;
  const clone = chain.branch(1);
  chain.add(saleDraft(45_000));
  await send(hub, device, chain.records);
  const other = clone.add(saleDraft(90_000));
  const onIt = clone.add(saleDraft(10_000));
  const forked = await send(hub, device, [other, onIt], { after: start ?? null });
  const goesOn = chain.add(saleDraft(20_000));
  await send(hub, device, [goesOn], { after: chain.records[1] ?? null });

  expect(forked).toMatchObject({
    outcome: 'stored',
    receipt: { place: placeOf(onIt) },
    verdicts: [
      { place: placeOf(other), verdict: 'fork', reason: 'other-at-place' },
      { place: placeOf(onIt), verdict: 'fork', reason: 'on-a-fork' },
    ],
  });
  expect(await ledgerOf(hub.database)).toEqual([
    '1.1 ok',
    '1.2 ok',
    '1.2 fork other-at-place',
    '1.3 fork on-a-fork',
    '1.3 fork other-at-place',
  ]);
  const { has_fork, size } = await hub.database.db
    .selectFrom('chain')
    .select(['has_fork', 'size'])
    .executeTakeFirstOrThrow();
  expect([has_fork, size]).toEqual([1, 5]);
  const [day] = await hub.database.db.selectFrom('day_total').selectAll().execute();
  expect(day).toMatchObject({ sales: 165_000, quarantined: 0 });
});

eachDatabase('a till that was set back goes on in a new epoch', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const [start] = chain.records;
  const restored = chain.branch(1);
  chain.add(saleDraft(45_000));
  await send(hub, device, chain.records);
  const recovery = restored.add(recoveryDraft('1.2'));
  const sale = restored.add(saleDraft(90_000));
  const stored = await send(hub, device, [recovery, sale], { after: start ?? null });

  expect(stored).toMatchObject({ outcome: 'stored', verdicts: [] });
  expect(await ledgerOf(hub.database)).toEqual(['1.1 ok', '1.2 ok', '2.1 ok', '2.2 ok']);
});

eachDatabase('bytes that nobody signed do not stop what comes after', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const poison = chain.add(saleDraft(45_000));
  chain.add(saleDraft(90_000));
  chain.add(zDraft(1, { sales: [45_000, 90_000] }));
  const head = poison.wire.head.replace('45000', '46000');
  const sent = chain.records.map((one) =>
    one === poison ? { ...one, wire: { ...one.wire, head } } : one,
  );
  const stored = await send(hub, device, sent);

  expect(stored).toMatchObject({
    outcome: 'stored',
    receipt: { place: { seq: 4 } },
    verdicts: [
      { verdict: 'quarantined', reason: 'not-authentic' },
      { verdict: 'quarantined', reason: 'z-differs' },
    ],
  });
  expect(await ledgerOf(hub.database)).toEqual([
    '1.1 ok',
    '1.2 quarantined not-authentic',
    '1.3 ok',
    '1.4 quarantined z-differs',
  ]);
});

eachDatabase('a record of a newer program is held, and the next ones count', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const [start] = chain.records;
  const newer = chain.addNewer({ loyalty: 3 });
  const sale = chain.add(saleDraft(90_000));
  if (start) await send(hub, device, [start, newer]);
  const stored = await send(hub, device, [sale], { after: newer });

  expect(stored).toMatchObject({ outcome: 'stored', verdicts: [] });
  expect(await ledgerOf(hub.database)).toEqual(['1.1 ok', '1.2 held newer-version', '1.3 ok']);
});

eachDatabase('no more is given back of a sale than it came to', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  chain.add(saleDraft(90_000)); // 1.2
  chain.add(saleDraft(-45_000, { ref: '1.2' }));
  const middle = chain.records.at(-1) ?? null;
  await send(hub, device, chain.records);
  chain.add(saleDraft(-45_000, { ref: '1.2' }));
  chain.add(saleDraft(-1, { ref: '1.2' }));
  chain.add(saleDraft(-1, { ref: '1.9' }));
  await send(hub, device, chain.records.slice(3), { after: middle });

  expect(await ledgerOf(hub.database)).toEqual([
    '1.1 ok',
    '1.2 ok',
    '1.3 ok',
    '1.4 ok',
    '1.5 quarantined refund-above-sale',
    '1.6 quarantined refund-of-nothing',
  ]);
  const [day] = await hub.database.db.selectFrom('day_total').selectAll().execute();
  expect(day).toMatchObject({ sales: 90_000, refunds: 90_000, refund_count: 2, quarantined: 2 });
});

eachDatabase('what comes back and names no sale does not count', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  chain.add(saleDraft(90_000)); // 1.2
  chain.add(saleDraft(-45_000));
  chain.add(saleDraft(-45_000, { isVoid: true }));
  chain.add(saleDraft(-45_000, { source: 'INV-1' })); // another system had its sale
  chain.add(saleDraft(-90_000, { ref: '1.2' }));
  await send(hub, device, chain.records);

  expect(await ledgerOf(hub.database)).toEqual([
    '1.1 ok',
    '1.2 ok',
    '1.3 quarantined refund-of-nothing',
    '1.4 quarantined refund-of-nothing',
    '1.5 ok',
    '1.6 ok',
  ]);
  const [day] = await hub.database.db.selectFrom('day_total').selectAll().execute();
  expect(day).toMatchObject({ sales: 90_000, refunds: 90_000, refund_count: 1, quarantined: 2 });
});

eachDatabase('a void gives back as a refund does, by the same rules', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  chain.add(saleDraft(90_000)); // 1.2
  chain.add(saleDraft(45_000)); // 1.3
  chain.add(saleDraft(-90_000, { ref: '1.2', isVoid: true }));
  chain.add(saleDraft(-1, { ref: '1.2', isVoid: true }));
  chain.add(saleDraft(-1, { ref: '1.9', isVoid: true }));
  await send(hub, device, chain.records);

  expect(await ledgerOf(hub.database)).toEqual([
    '1.1 ok',
    '1.2 ok',
    '1.3 ok',
    '1.4 ok',
    '1.5 quarantined refund-above-sale',
    '1.6 quarantined refund-of-nothing',
  ]);
  const [day] = await hub.database.db.selectFrom('day_total').selectAll().execute();
  expect(day).toMatchObject({ sales: 135_000, refunds: 90_000, refund_count: 1, quarantined: 2 });
});

eachDatabase('a Z is held against its shift, over batches', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const sale = chain.add(saleDraft(45_000));
  await send(hub, device, chain.records);
  chain.add(zDraft(1, { sales: [45_000] }));
  chain.add(zDraft(2, { sales: [] }, '2026-11-25'));
  chain.add(zDraft(3, { sales: [1_000] }, '2026-11-26'));
  await send(hub, device, chain.records.slice(2), { after: sale });

  expect(await ledgerOf(hub.database)).toEqual([
    '1.1 ok',
    '1.2 ok',
    '1.3 ok',
    '1.4 ok',
    '1.5 quarantined z-differs',
  ]);
  const days = await hub.database.db
    .selectFrom('day_total')
    .select(['business_date', 'sales', 'z_count', 'nil_z_count', 'quarantined'])
    .orderBy('business_date')
    .execute();
  expect(days).toEqual([
    { business_date: '2026-11-24', sales: 45_000, z_count: 1, nil_z_count: 0, quarantined: 0 },
    { business_date: '2026-11-25', sales: 0, z_count: 1, nil_z_count: 1, quarantined: 0 },
    { business_date: '2026-11-26', sales: 0, z_count: 0, nil_z_count: 0, quarantined: 1 },
  ]);
});
