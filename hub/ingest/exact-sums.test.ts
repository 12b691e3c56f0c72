import fc from 'fast-check';
import { expect } from 'vitest';
import { openPackHub } from '../../test/support/audit-packs.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import {
  type ChainRecord,
  makeChain,
  saleDraft,
  type SignedChain,
  zDraft,
} from '../../test/support/signed-chain.ts';
import { addChainDevice, ledgerOf, send, testHub } from '../../test/support/test-hub.ts';
import { revokeDevice } from '../enrolment/devices.ts';
import { readTotals } from '../reports/read-totals.ts';
import { rebuildTotals } from './rebuild-totals.ts';

const november = { from: '2026-11-01', to: '2026-11-30', stall: null, mall: null, region: null };
const SALE_MAX = 100_000_000_000;

/** What somebody with a key of his own may sign, of amounts at the edges. */
const amount = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 500, 1_000, SALE_MAX) },
  fc.constantFrom(1, -1, -SALE_MAX, SALE_MAX + 1, 2 ** 52),
);
const forged = fc.oneof(
  fc.record({
    kind: fc.constantFrom('sale' as const, 'refund' as const),
    change: fc.record(
      { total: amount, discount: amount, tax: amount, rounding: amount },
      { requiredKeys: ['total'] },
    ),
    tenders: fc.array(fc.tuple(fc.constantFrom('cash', 'qris', 'card'), amount), { maxLength: 3 }),
    isBalanced: fc.integer({ min: 0, max: 9 }).map((nth) => nth > 0),
    isFork: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('z' as const),
    taxes: fc.array(
      fc.record({ kind: fc.constantFrom('none', 'ppn'), base: amount, tax: amount }),
      {
        maxLength: 4,
      },
    ),
    isFork: fc.boolean(),
  }),
);
type Forged = typeof forged extends fc.Arbitrary<infer T> ? T : never;

function forge(chain: SignedChain, one: Forged): ChainRecord {
  if (one.kind === 'z') {
    const tax = one.taxes.reduce((sum, kind) => sum + kind.tax, 0);
    return chain.addForged(zDraft(1, { sales: [45_000] }), { taxes: one.taxes, tax });
  }
  const { kind, change, isBalanced } = one;
  const { total } = change;
  const given = Object.fromEntries(one.tenders);
  const { cash: _, ...others } = given;
  const rest = Object.values(others).reduce((sum, of) => sum + of, 0);
  const tenders = isBalanced ? { ...others, cash: total - rest } : given;
  return chain.addForged(saleDraft(total), { ...change, type: kind, total, tenders });
}

eachDatabase('whatever a device signs, every sum of a nation stays exact', async ({ open }) => {
  const hub = await openPackHub(await open());
  let [chains, counted] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(forged, { minLength: 1, maxLength: 8 }), async (acts) => {
      const chain = makeChain(`forged ${(chains += 1)}`);
      const device = await addChainDevice(hub.database, chain);
      const [start] = chain.records;
      chain.add(saleDraft(45_000));
      await send(hub, device, chain.records);
      for (const one of acts) {
        const own = one.isFork ? chain.branch(1) : chain;
        const after = (one.isFork ? start : own.records.at(-1)) ?? null;
        await send(hub, device, [forge(own, one)], { after });
      }
      const totals = await readTotals(hub.database, november);
      counted += totals.takings.receipts - 1;
      JSON.parse(JSON.stringify(totals), (_, value: unknown) => {
        if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true);
      });
      expect(await rebuildTotals(hub.database)).toMatchObject({
        changed: 0,
        differences: [],
      });
      const through = { epoch: 1, seq: 1 };
      await revokeDevice(hub, chain.device, { through, by: 'lapak' });
      expect((await readTotals(hub.database, november)).takings.netRupiah).toBe(0);
      expect(await rebuildTotals(hub.database)).toMatchObject({
        changed: 0,
        differences: [],
      });
    }),
    { numRuns: 25 },
  );
  expect(counted).toBeGreaterThan(0); // of what was forged some is no lie
});

eachDatabase('what would make a device larger than a life does not count', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const [start] = chain.records;
  await send(hub, device, chain.records);
  const forks = Array.from({ length: 120 }, (_, at) => {
    const fork = chain.branch(1);
    return fork.add(saleDraft(SALE_MAX, { number: `ABC-${at}` }));
  });
  for (const fork of forks) await send(hub, device, [fork], { after: start ?? null });

  const ledger = await ledgerOf(hub.database);
  expect(ledger.filter((line) => line.endsWith('sums-too-large'))).toHaveLength(20);
  const { takings } = await readTotals(hub.database, november);
  expect(takings.netRupiah).toBe(100 * SALE_MAX);
  expect(await rebuildTotals(hub.database)).toMatchObject({ changed: 0, differences: [] });
});

eachDatabase('nobody lowers what a stall took by a sale, or on a fork', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const [start] = chain.records;
  const sale = chain.add(saleDraft(1_000_000)); // 1.2
  chain.addNewer({});
  const last = chain.addNewer({});
  await send(hub, device, chain.records);
  const counters = { sales: 1_000_000, refunds: 0, count: 3 };
  const negative = { total: -900_000, tenders: { cash: -900_000 } };
  const hidden = chain.addForged(saleDraft(1), { ...negative, counters });
  await send(hub, device, [hidden], { after: last });
  const fork = () => chain.branch(1);
  const forks = [
    fork().addForged(saleDraft(1), negative),
    fork().add(saleDraft(-950_000, { ref: '1.9' })),
    fork().add(saleDraft(-950_000, { ref: '1.2' })),
    fork().add(saleDraft(-100_000, { ref: '1.2' })),
    fork().add(zDraft(1, { sales: [5] })),
  ];
  for (const one of forks) await send(hub, device, [one], { after: start ?? null });
  const onFork = chain.branch(2);
  const again = onFork.add(saleDraft(-60_000, { ref: '1.2' }));
  await send(hub, device, [again], { after: sale });

  expect(await ledgerOf(hub.database)).toEqual([
    '1.1 ok',
    '1.2 ok',
    '1.3 held newer-version',
    '1.4 held newer-version',
    '1.5 quarantined implausible',
    '1.2 quarantined implausible',
    '1.2 quarantined refund-of-nothing',
    '1.2 fork other-at-place',
    '1.2 quarantined refund-above-sale',
    '1.2 quarantined z-differs',
    '1.3 quarantined refund-above-sale',
  ]);
  const { takings } = await readTotals(hub.database, november);
  expect(takings).toMatchObject({ salesRupiah: 1_000_000, refundsRupiah: 950_000 });
  expect(await rebuildTotals(hub.database)).toMatchObject({ changed: 0, differences: [] });
});
