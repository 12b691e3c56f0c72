import fc from 'fast-check';
import { expect } from 'vitest';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import {
  makeChain,
  recoveryDraft,
  saleDraft,
  type SignedChain,
  zDraft,
} from '../../test/support/signed-chain.ts';
import { addChainDevice, ledgerOf, send, testHub } from '../../test/support/test-hub.ts';
import { rebuildTotals } from './rebuild-totals.ts';

/** The shift of a till, and what it took. */
interface Shift {
  readonly number: number;
  readonly sales: readonly number[];
}

/** A sale of so much, or the Z of the shift. */
const act = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 90_000 }) },
  { weight: 1, arbitrary: fc.constant('z' as const) },
);
type Act = number | 'z';

/** Trades on. @returns the shift as it stands behind each of the new records */
function trade(chain: SignedChain, acts: readonly Act[], begin: Shift): Shift[] {
  let shift = begin;
  return acts.map((one) => {
    if (one === 'z') {
      chain.add(zDraft(shift.number, { sales: shift.sales }));
      shift = { number: shift.number + 1, sales: [] };
    } else {
      chain.add(saleDraft(one, { shift: shift.number }));
      shift = { ...shift, sales: [...shift.sales, one] };
    }
    return shift;
  });
}

const first: Shift = { number: 1, sales: [] };

eachDatabase('the Z of a till that was set back is of its own branch', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const [start] = chain.records;
  const restored = chain.branch(1);
  chain.add(saleDraft(10_000));
  await send(hub, device, chain.records);
  restored.add(recoveryDraft('1.2'));
  trade(restored, [5_000, 'z'], first);
  await send(hub, device, restored.records.slice(1), { after: start ?? null });

  expect(await ledgerOf(hub.database)).toEqual(['1.1 ok', '1.2 ok', '2.1 ok', '2.2 ok', '2.3 ok']);
});

eachDatabase('a Z is right on its branch, wherever a till is set back or copied', async (fresh) => {
  const hub = testHub(await fresh.open());
  let chains = 0;
  const acts = fc.array(act, { minLength: 1, maxLength: 6 });
  const plan = fc.record({ before: acts, behind: acts, at: fc.nat(6), cut: fc.nat(6) });
  await fc.assert(
    fc.asyncProperty(plan, fc.boolean(), async ({ before, behind, at, cut }, isRecovered) => {
      const chain = makeChain(`branch ${(chains += 1)}`);
      const device = await addChainDevice(hub.database, chain);
      const states = [first, ...trade(chain, before, first)];
      await send(hub, device, chain.records);
      const kept = 1 + Math.min(at, before.length);
      const other = chain.branch(kept);
      if (isRecovered) other.add(recoveryDraft(`1.${chain.records.length}`));
      trade(other, [...behind, 'z'], states[kept - 1] ?? first);
      const sent = other.records.slice(kept);
      const half = Math.min(cut, sent.length - 1);
      const after = other.records[kept - 1] ?? null;
      if (half > 0) await send(hub, device, sent.slice(0, half), { after });
      await send(hub, device, sent.slice(half), { after: other.records[kept + half - 1] ?? after });

      const rows = await hub.database.db
        .selectFrom('record')
        .select('verdict')
        .distinct()
        .where('device', '=', chain.device)
        .execute();
      expect(rows.map(({ verdict }) => verdict)).not.toContain('quarantined');
      expect(await rebuildTotals(hub.database)).toMatchObject({
        changed: 0,
        differences: [],
      });
    }),
    { numRuns: 25 },
  );
});

eachDatabase('what was not told apart in a shift of long ago is no Z of now', async ({ open }) => {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  for (const shift of [1, 2, 3, 4, 5]) chain.add(saleDraft(1_000, { shift }));
  chain.add(zDraft(5, { sales: [1_000] }));
  chain.add(zDraft(5, { sales: [1_000] })); // a second time
  chain.add(zDraft(2, { sales: [1_000] }));
  chain.add(zDraft(1, { sales: [1_000] })); // no till leaves five open
  await send(hub, device, chain.records);

  expect((await ledgerOf(hub.database)).slice(6)).toEqual([
    '1.7 ok',
    '1.8 quarantined z-differs',
    '1.9 ok',
    '1.10 quarantined z-differs',
  ]);
});

eachDatabase('what nobody signed opens and closes no shift', async ({ open }) => {
  const hub = testHub(await open());
  const signature = `${'A'.repeat(86)}==`;
  for (const place of [{}, { epoch: 1, seq: 99 }]) {
    const chain = makeChain(`unsigned ${JSON.stringify(place)}`);
    const device = await addChainDevice(hub.database, chain);
    const [start] = chain.records;
    chain.add(saleDraft(10_000));
    const sold = chain.add(saleDraft(20_000));
    const lie = chain.branch(1).addForged(saleDraft(1), { epoch: 1, seq: 4 });
    const unsigned = { ...lie, wire: { ...lie.wire, epoch: 1, seq: 4, signature, ...place } };
    await send(hub, device, [...chain.records, unsigned]);
    const restored = chain.branch(3);
    const zs = [
      restored.addForged(recoveryDraft('1.4'), { prev: unsigned.leaf }),
      restored.add(zDraft(1, { sales: [] })),
      restored.add(zDraft(1, { sales: [10_000, 20_000] })),
    ];
    await send(hub, device, zs, { after: unsigned });
    expect(unsigned.wire.head).toContain(start?.leaf); // it says that nothing was sold yet
    const rows = await hub.database.db
      .selectFrom('record')
      .select(['type', 'verdict', 'reason'])
      .where('device', '=', chain.device)
      .orderBy('idx')
      .execute();
    expect(rows.slice(3)).toMatchObject([
      { reason: 'not-authentic' },
      { type: 'recovery', verdict: 'ok' },
      { type: 'z', verdict: 'quarantined', reason: 'z-differs' },
      { type: 'z', verdict: 'ok' },
    ]);
    expect(sold.tip.counters.sales).toBe(30_000);
  }
});
