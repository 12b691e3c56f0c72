import fc from 'fast-check';
import { expect } from 'vitest';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { makeChain, saleDraft, type SignedChain, zDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, ledgerOf, send, testHub } from '../../test/support/test-hub.ts';
import { readTotals } from '../reports/read-totals.ts';

const november = { from: '2026-11-01', to: '2026-11-30', stall: null, mall: null, region: null };

/** Sales, of which one says nothing that adds up, refunds of each, and the close. */
function tradeOn(chain: SignedChain): void {
  chain.add(saleDraft(90_000)); // 1.2
  chain.add(saleDraft(50_000, { tenders: { cash: 1 } })); // 1.3: its tenders are not its total
  chain.add(saleDraft(-45_000, { ref: '1.2' }));
  chain.add(saleDraft(-45_000, { ref: '1.3' }));
  chain.add(saleDraft(-45_000, { ref: '1.2' }));
  chain.add(saleDraft(-1, { ref: '1.2' }));
  chain.add(zDraft(1, { sales: [90_000] }));
  chain.add(saleDraft(10_000, { shift: 2 }));
}

eachDatabase(
  'what a record is does not depend on how its till cuts its batches',
  async ({ open }) => {
    const hub = testHub(await open());
    let chains = 0;
    const found = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 9 }), async (cuts) => {
        const chain = makeChain(`cut ${(chains += 1)}`);
        const device = await addChainDevice(hub.database, chain);
        tradeOn(chain);
        const ends = [...new Set([...cuts, chain.records.length])].toSorted((a, b) => a - b);
        let at = 0;
        for (const end of ends) {
          await send(hub, device, chain.records.slice(at, end), {
            after: chain.records[at - 1] ?? null,
          });
          at = end;
        }
        const rows = await hub.database.db
          .selectFrom('record')
          .select(['seq', 'verdict', 'reason'])
          .where('device', '=', chain.device)
          .orderBy('idx')
          .execute();
        found.add(rows.map(({ seq, verdict, reason }) => `${seq} ${verdict} ${reason}`).join(', '));
      }),
      { numRuns: 12 },
    );
    expect(found.size).toBe(1);
    expect([...found][0]).toContain('5 quarantined refund-of-nothing');
  },
);

eachDatabase(
  'a fork of amounts that no stall takes makes no sum of others wrong',
  async ({ open }) => {
    const hub = testHub(await open());
    const chain = makeChain();
    const device = await addChainDevice(hub.database, chain);
    const [start] = chain.records;
    const other = chain.branch(1);
    chain.add(saleDraft(45_000));
    await send(hub, device, chain.records);
    const huge = Number.MAX_SAFE_INTEGER;
    other.add(saleDraft(huge));
    await send(hub, device, other.records.slice(1), { after: start ?? null });

    expect(await ledgerOf(hub.database)).toEqual([
      '1.1 ok',
      '1.2 ok',
      '1.2 quarantined implausible',
    ]);
    const { takings } = await readTotals(hub.database, november);
    expect(takings.netRupiah).toBe(45_000);
    const { is_frozen } = await hub.database.db
      .selectFrom('chain')
      .select('is_frozen')
      .executeTakeFirstOrThrow();
    expect(is_frozen).toBe(1);
  },
);

eachDatabase(
  'what is behind a revocation counts no more, though it was on its way',
  async ({ open }) => {
    const hub = testHub(await open());
    const chain = makeChain();
    const device = await addChainDevice(hub.database, chain);
    const first = chain.add(saleDraft(45_000));
    await send(hub, device, chain.records);
    await hub.database.db
      .updateTable('device')
      .set({ state: 'revoked', last_epoch: 1, last_seq: 3 })
      .execute();
    chain.add(saleDraft(10_000));
    chain.add(saleDraft(20_000));
    const late = chain.records.slice(2);

    expect(await send(hub, device, late, { after: first })).toMatchObject({ outcome: 'stored' });
    expect(await ledgerOf(hub.database)).toEqual([
      '1.1 ok',
      '1.2 ok',
      '1.3 ok',
      '1.4 quarantined after-revocation',
    ]);
    const more = chain.add(saleDraft(30_000));
    const after = chain.records.at(-2) ?? null;
    await expect(send(hub, device, [more], { after })).rejects.toMatchObject({
      code: 'DEVICE_REVOKED',
    });
  },
);
