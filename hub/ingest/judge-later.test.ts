import fc from 'fast-check';
import { expect, vi } from 'vitest';
import { packLines, openPackHub, type PackHub } from '../../test/support/audit-packs.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import {
  type ChainRecord,
  makeChain,
  recoveryDraft,
  saleDraft,
  type SignedChain,
  zDraft,
} from '../../test/support/signed-chain.ts';
import { addChainDevice, ledgerOf, send } from '../../test/support/test-hub.ts';
import { PackChecker } from '../../domain/audit/check-pack.ts';
import { auditCrypto } from '../../node/crypto/audit.ts';
import { judgeHeld } from './judge-held.ts';
import { rebuildTotals } from './rebuild-totals.ts';

/**
 * No program of a newer version is there yet: so the hub is made to read as one of before, to which
 * what names `NEWER` or `7.7` is of a newer one; `BROKEN` is what this one cannot read after all.
 */
const reading = vi.hoisted(() => {
  vi.resetModules(); // a file before this one, in the same process, has loaded what reads heads
  return { isOld: false };
});

vi.mock('../../domain/journal/check-head.ts', async (original) => {
  const real = await original<typeof import('../../domain/journal/check-head.ts')>();
  const readHead: typeof real.readHead = (text) => {
    const read = real.readHead(text);
    if (read.kind !== 'head' || !/"(number|lost)":"(NEWER|BROKEN|7\.7)/.test(text)) return read;
    const { epoch, seq, prev } = read.head;
    if (reading.isOld) return { kind: 'newer', epoch, seq, prev };
    return text.includes('BROKEN') ? { kind: 'unreadable' } : read;
  };
  return { ...real, readHead };
});

/** The program of a hub is updated: what could not be read was so to a version before. */
async function update({ database: { db } }: PackHub): Promise<void> {
  reading.isOld = false;
  await db.updateTable('record').set({ unread_by: 0 }).where('unread_by', '=', 1).execute();
}

const kinds = ['sale', 'sale', 'sale', 'refund', 'z', 'recovery', 'unsigned'] as const;
const act = fc.record({
  kind: fc.constantFrom(...kinds),
  number: fc.constantFrom('ABC', 'NEWER', 'NEWER', 'BROKEN'),
  amount: fc.integer({ min: 1, max: 9 }),
  /** Records that the till loses first, as a book that is restored does; mostly none. */
  lost: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 6 })),
  ref: fc.integer({ min: 1, max: 8 }),
});

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function addTo(chain: SignedChain, { kind, number, amount, ref }: Act, at: number): ChainRecord {
  const named = { number: `${number}-${at}` };
  switch (kind) {
    case 'recovery':
      return chain.add(recoveryDraft(number === 'ABC' ? '1.9' : '7.7'));
    case 'z':
      return chain.add(zDraft(1, { sales: [amount] }));
    case 'refund':
      return chain.add(saleDraft(-amount, { ...named, ref: `1.${ref}` }));
    default:
      return chain.add(saleDraft(amount, named));
  }
}

const badSignature = `${'A'.repeat(86)}==`;

/** Sends what a till does, record by record. */
async function report(hub: PackHub, seed: string, acts: readonly Act[]): Promise<string> {
  let chain = makeChain(seed);
  const device = await addChainDevice(hub.database, chain);
  await send(hub, device, chain.records);
  for (const [at, one] of acts.entries()) {
    if (one.lost > 0) chain = chain.branch(Math.max(1, chain.records.length - one.lost));
    const after = chain.records.at(-1) ?? null;
    const { wire, ...record } = addTo(chain, one, at);
    const signature = one.kind === 'unsigned' ? badSignature : wire.signature;
    await send(hub, device, [{ ...record, wire: { ...wire, signature } }], { after });
  }
  return chain.device;
}

/** All that was made of what a device sent, but for its own name. */
async function writtenOf({ database: { db } }: PackHub, device: string) {
  const rows = async (table: 'day_total' | 'day_tender' | 'day_tax' | 'refunded') => {
    const found = await db.selectFrom(table).selectAll().where('device', '=', device).execute();
    return found.map((row) => JSON.stringify({ ...row, device: '' })).toSorted();
  };
  const found = await db
    .selectFrom('record')
    .select(['idx', 'epoch', 'seq', 'leaf', 'follows', 'business_date', 'type', 'total'])
    .select(['verdict', 'reason', 'goes_on', 'open_shifts', 'unread_by'])
    .where('device', '=', device)
    .orderBy('idx')
    .execute();
  const indexes = new Map(found.map(({ leaf, idx }) => [leaf.toString('hex'), idx]));
  const indexOf = (leaf: Buffer | null) => leaf && (indexes.get(leaf.toString('hex')) ?? '');
  const records = found.map((row) => ({ ...row, leaf: '', follows: indexOf(row.follows) }));
  const chain = await db
    .selectFrom('chain')
    .select(['epoch', 'seq', 'sales', 'refunds', 'count', 'unread', 'open_shifts', 'moved', 'size'])
    .select(['has_fork', 'forked_at_ms'])
    .where('device', '=', device)
    .executeTakeFirstOrThrow();
  const days = [await rows('day_total'), await rows('day_tender'), await rows('day_tax')];
  return { records, chain, days, refunded: await rows('refunded') };
}

eachDatabase(
  'what a hub of before could not read is as if it had always been able',
  async (fresh) => {
    const hub = await openPackHub(await fresh.open());
    let runs = 0;
    const acts = fc.array(act, { minLength: 2, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(acts, async (done) => {
        runs += 1;
        const always = await report(hub, `always ${runs}`, done);
        reading.isOld = true;
        const later = await report(hub, `later ${runs}`, done).finally(() => {
          reading.isOld = false;
        });
        await update(hub);
        await judgeHeld(hub);
        expect(await writtenOf(hub, later)).toEqual(await writtenOf(hub, always));
      }),
      { numRuns: 25 },
    );
    expect(await judgeHeld(hub)).toBe(0);
    expect(await rebuildTotals(hub.database)).toMatchObject({ changed: 0, differences: [] });
  },
);

eachDatabase('a recovery of a newer program is no fork once it can be read', async ({ open }) => {
  const hub = await openPackHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const [start] = chain.records;
  const restored = chain.branch(1);
  chain.add(saleDraft(10_000));
  await send(hub, device, chain.records);
  restored.add(recoveryDraft('7.7'));
  restored.add(saleDraft(5_000, { number: 'NEWER-1' }));
  reading.isOld = true;
  await send(hub, device, restored.records.slice(1), { after: start ?? null });
  expect(await ledgerOf(hub.database)).toEqual([
    '1.1 ok',
    '1.2 ok',
    '8.1 fork on-a-fork',
    '8.2 fork on-a-fork',
  ]);
  await update(hub);

  expect(await judgeHeld(hub)).toBe(1);
  expect(await ledgerOf(hub.database)).toEqual(['1.1 ok', '1.2 ok', '8.1 ok', '8.2 ok']);
  const { forked_at_ms } = (await writtenOf(hub, chain.device)).chain;
  expect(forked_at_ms).toBeNull();
  const checker = new PackChecker(auditCrypto(), null);
  for (const line of await packLines(hub)) expect(checker.take(line)).toBeUndefined();
  expect(checker.end()).toMatchObject({ ok: true });
});
