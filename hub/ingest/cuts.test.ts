import fc from 'fast-check';
import { expect } from 'vitest';
import { openPackHub } from '../../test/support/audit-packs.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import {
  type ChainRecord,
  makeChain,
  recoveryDraft,
  saleDraft,
  type SignedChain,
  zDraft,
} from '../../test/support/signed-chain.ts';
import {
  addChainDevice,
  ledgerOf,
  send,
  type TestHub,
  testHub,
} from '../../test/support/test-hub.ts';
import { leafOf } from '../../node/crypto/signing.ts';
import { readTotals } from '../reports/read-totals.ts';
import { mendTotals } from './rebuild-totals.ts';
import type { ReportingDevice } from './store-batch.ts';

const november = { from: '2026-11-01', to: '2026-11-30', stall: null, mall: null, region: null };

/** What a till sends in one go on, as far as it is cut into batches, and behind which record. */
interface Run {
  readonly after: ChainRecord | null;
  readonly records: readonly ChainRecord[];
}

/** Sales, of which one says nothing that adds up, refunds of each, and the close. */
function tradeOn(chain: SignedChain): void {
  chain.add(saleDraft(90_000)); // 1.2
  chain.add(saleDraft(50_000, { tenders: { cash: 1 } })); // 1.3: its tenders are not its total
  chain.add(saleDraft(-45_000, { ref: '1.2' }));
  chain.add(saleDraft(-45_000, { ref: '1.3' }));
  chain.add(saleDraft(-45_000, { ref: '1.2' }));
  chain.add(saleDraft(-1, { ref: '1.2' }));
  chain.add(zDraft(1, { sales: [90_000] }));
  chain.add(saleDraft(10_000, { shift: 2 })); // 1.9
}

/** All that a till with a bad disk, a copy and a restored book sends. */
function troubled(chain: SignedChain): Run[] {
  tradeOn(chain);
  const copy = chain.branch(5);
  const restored = chain.branch(9);
  const damaged = chain.add(saleDraft(20_000, { shift: 2 })); // 1.10
  chain.addNewer({ points: 3 });
  chain.add(saleDraft(30_000, { shift: 2 }));
  chain.add(zDraft(2, { sales: [10_000, 20_000, 30_000] }));
  const head = damaged.wire.head.replace('20000', '21000');
  const leaf = leafOf(Buffer.from(head)).toString('hex');
  const flipped = { ...damaged, leaf, wire: { ...damaged.wire, head } };
  const main = chain.records.map((one) => (one === damaged ? flipped : one));
  copy.add(saleDraft(-45_000, { ref: '1.2' }));
  copy.add(saleDraft(40_000));
  copy.add(saleDraft(-40_000, { ref: '1.7' }));
  for (const total of [1, 2, 3, 4, 5]) copy.add(saleDraft(total)); // as far as 1.13
  restored.add(recoveryDraft('1.13'));
  restored.add(saleDraft(-5_000, { ref: '1.9', shift: 2 }));
  restored.add(saleDraft(7_000, { shift: 2 }));
  const lies = restored.branch(restored.records.length);
  lies.addForged(recoveryDraft('1.9'), { epoch: 3, seq: 1, prev: flipped.leaf });
  return [
    { after: null, records: main.slice(0, 11) },
    { after: copy.records[4] ?? null, records: copy.records.slice(5) },
    { after: main[10] ?? null, records: main.slice(11) },
    { after: main[8] ?? null, records: restored.records.slice(9) },
    { after: restored.records.at(-1) ?? null, records: lies.records.slice(-1) },
  ];
}

/** Sends runs one after the other, each cut where these numbers say. */
async function sendCut(
  hub: TestHub,
  device: ReportingDevice,
  runs: readonly Run[],
  cuts: readonly number[],
): Promise<void> {
  for (const { after, records } of runs) {
    const ends = [...new Set([...cuts.filter((cut) => cut < records.length), records.length])];
    let at = 0;
    for (const end of ends.toSorted((one, other) => one - other)) {
      await send(hub, device, records.slice(at, end), { after: records[at - 1] ?? after });
      at = end;
    }
  }
}

/** What the records of a device are, and what is written beside them; receipts tell the tree. */
async function writtenOf({ database: { db } }: TestHub, device: string) {
  const of = db.selectFrom('record').where('device', '=', device).orderBy('idx');
  const rows = await of.select(['seq', 'verdict', 'reason', 'goes_on', 'open_shifts']).execute();
  const chain = await db
    .selectFrom('chain')
    .select(['epoch', 'seq', 'sales', 'count', 'unread', 'moved', 'open_shifts', 'size'])
    .where('device', '=', device)
    .executeTakeFirstOrThrow();
  const lines = rows.map((row) => Object.values(row).join(' '));
  return `${lines.join('\n')}\n${JSON.stringify(chain)}`;
}

eachDatabase(
  'what a record is does not depend on how its till cuts its batches, nor when it is judged',
  async ({ open }) => {
    const hub = await openPackHub(await open());
    let chains = 0;
    const found = new Set<string>();
    const cut = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cut, async (cuts) => {
        const chain = makeChain(`cut ${(chains += 1)}`);
        const device = await addChainDevice(hub.database, chain);
        await sendCut(hub, device, troubled(chain), cuts);
        found.add(await writtenOf(hub, chain.device));
        const anew = await mendTotals(hub, 'lapak');
        expect(anew).toMatchObject({ changed: 0, differences: [] });
      }),
      { numRuns: 12 },
    );
    expect(found.size).toBe(1);
    const [written = ''] = found;
    for (const reason of ['not-authentic', 'newer-version', 'on-a-fork', 'refund-of-nothing']) {
      expect(written).toContain(reason);
    }
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
    const { has_fork } = await hub.database.db
      .selectFrom('chain')
      .select('has_fork')
      .executeTakeFirstOrThrow();
    expect(has_fork).toBe(1);
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
