import { expect } from 'vitest';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { makeChain, saleDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, send, testHub } from '../../test/support/test-hub.ts';
import { rebuildTotals } from './rebuild-totals.ts';

const DAY_MS = 86_400_000;
const signature = `${'A'.repeat(86)}==`;
const garbage = (seq: number, characters: number) => ({
  leaf: '',
  tip: makeChain().records[0]?.tip ?? expect.fail('a chain begins'),
  wire: { epoch: 1, seq, head: `${seq} ${'x'.repeat(characters)}`, signature, body: '' },
});

eachDatabase('what nobody signed has an end by day, and what is signed has none', async (fresh) => {
  const began = testHub(await fresh.open());
  let nowMs = began.clock();
  const hub = { ...began, clock: () => nowMs };
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const [first] = chain.records;
  const refused = { code: 'UNSIGNED_TOO_MUCH' };
  const after = { after: first ?? null };
  await send(hub, device, chain.records);

  const large = [1, 2, 3, 4, 5].map((at) => garbage(10 + at, 990_000));
  await send(hub, device, large, after); // the first of a day, however much
  await send(hub, device, large, after); // the same again
  await expect(send(hub, device, [garbage(20, 10)], after)).rejects.toMatchObject(refused);
  chain.add(saleDraft(45_000));
  expect(await send(hub, device, chain.records.slice(1), after)).toMatchObject({
    outcome: 'stored',
    verdicts: [],
  });

  nowMs += DAY_MS;
  await send(hub, device, [garbage(20, 10), garbage(21, 990_000)], after);
  await send(hub, device, [garbage(22, 990_000), garbage(23, 990_000)], after);
  await expect(
    send(hub, device, [garbage(24, 990_000), garbage(25, 990_000)], after),
  ).rejects.toMatchObject(refused);
  expect(await hub.database.db.selectFrom('record').select('seq').execute()).toHaveLength(11);
});

eachDatabase(
  'what nobody signed may come before a chain begins, and is beside it',
  async (fresh) => {
    const hub = testHub(await fresh.open());
    const { db } = hub.database;
    const chain = makeChain();
    const device = await addChainDevice(hub.database, chain);
    const beside = [garbage(2, 10)];
    const told = { outcome: 'stored', verdicts: [{ reason: 'not-authentic' }] };
    expect(await send(hub, device, beside)).toMatchObject(told);
    expect(await send(hub, device, beside)).toMatchObject(told);
    chain.add(saleDraft(45_000));

    expect(await send(hub, device, chain.records)).toMatchObject({
      outcome: 'stored',
      verdicts: [],
    });
    expect(await db.selectFrom('chain').select(['seq', 'size']).execute()).toEqual([
      { seq: 2, size: 3 },
    ]);
    expect(await rebuildTotals(hub.database)).toMatchObject({
      changed: 0,
      differences: [],
    });
  },
);

eachDatabase(
  'a record that came unsigned is known again behind the one that it names',
  async (fresh) => {
    const hub = testHub(await fresh.open());
    const { db } = hub.database;
    const chain = makeChain();
    const device = await addChainDevice(hub.database, chain);
    await send(hub, device, chain.records);
    const start = chain.records[0] ?? null;
    chain.add(saleDraft(45_000));
    const earlier = chain.add(saleDraft(20_000));
    const later = chain.add(saleDraft(30_000));
    const unsigned = (record: typeof earlier, seq: number) => {
      return { ...record, wire: { ...record.wire, seq, signature } };
    };
    const told = { outcome: 'stored', verdicts: [{ reason: 'not-authentic' }] };
    // They lay in each other's place: the one that came first names the one behind it.
    await send(hub, device, [unsigned(later, 2)], { after: start });
    await send(hub, device, [unsigned(earlier, 3)], { after: later });
    expect(await db.selectFrom('chain').select(['seq', 'is_straight']).execute()).toEqual([
      { seq: 3, is_straight: 0 },
    ]);

    expect(await send(hub, device, [later], { after: earlier })).toMatchObject(told);
    expect(await db.selectFrom('chain').select(['seq', 'size']).execute()).toEqual([
      { seq: 3, size: 3 },
    ]);
  },
);
