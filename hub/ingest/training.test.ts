import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { RecordDraft } from '../../domain/journal/record.ts';
import { packLines, openPackHub, type PackHub } from '../../test/support/audit-packs.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { python, saidOf, textOf } from '../../test/support/said-of-pack.ts';
import { makeChain, NINE_MS, saleDraft, zDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, ledgerOf, send } from '../../test/support/test-hub.ts';
import { readDay } from '../reports/read-day.ts';
import { PackChecker } from '../../domain/audit/check-pack.ts';
import { auditCrypto } from '../../node/crypto/audit.ts';
import { rebuildTotals } from './rebuild-totals.ts';
import { verifyLedger } from './verify-ledger.ts';

const dates = { from: '2026-11-24', to: '2026-11-24' };
const stall = { name: 'Kopi Gayo', number: 'A12', mall: 'Thamrin City', phone: '' };

/** Two kopi that were rung up to learn, as the till writes it. */
const training: RecordDraft = {
  type: 'training',
  head: { at: NINE_MS, offset: 420, businessDate: dates.from, cashier: 'kasir-2', total: 0 },
  body: {
    id: '0193f1f0-0000-7000-8000-000000000009',
    stall,
    lines: [],
    tenders: [{ kind: 'cash', amount: 100_000 }],
    change: 10_000,
    number: 'ABC-LATIHAN-000001',
    sums: { total: 0, discount: 0, tax: 0, rounding: 0 },
  },
};

/** All that the hub says of the day, and what it adds up by itself. */
async function figuresOf(hub: PackHub) {
  const all = { date: dates.from, text: '', state: null, cursor: '' };
  const { summary, stalls } = await readDay(hub, all);
  const tables = await Promise.all(
    (['day_tender', 'day_tax'] as const).map((table) =>
      hub.database.db.selectFrom(table).selectAll().execute(),
    ),
  );
  return { summary, states: stalls.map(({ state }) => state), tables };
}

eachDatabase(
  'training is taken in, and no sum or finding of a hub changes by it',
  async (fresh) => {
    const practised = await openPackHub(await fresh.open());
    const chain = makeChain();
    const device = await addChainDevice(practised.database, chain);
    chain.add(saleDraft(45_000));
    chain.add(zDraft(1, { sales: [45_000] }));
    await send(practised, device, chain.records);
    const before = await figuresOf(practised);

    const after = chain.records.at(-1) ?? null;
    const added = chain.add(training);
    await send(practised, device, [added], { after });

    expect(added.tip.counters).toEqual({ sales: 45_000, refunds: 0, count: 1 });
    expect(await ledgerOf(practised.database)).toEqual(['1.1 ok', '1.2 ok', '1.3 ok', '1.4 ok']);
    expect(await figuresOf(practised)).toEqual(before);
    expect((await rebuildTotals(practised.database)).differences).toEqual([]);
    expect(await verifyLedger(practised.database)).toMatchObject({ ok: true });

    const lines = await packLines(practised, dates);
    const checker = new PackChecker(auditCrypto(), null);
    for (const line of lines) expect(checker.take(line)).toBeUndefined();
    expect(checker.end()).toMatchObject({ ok: true, records: 4 });
    if (!python) return;
    const dir = mkdtempSync(join(tmpdir(), 'lapak-training-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    expect(await saidOf(dir, textOf(lines), [])).toMatchObject({ ok: true });
  },
);

eachDatabase('training that says that something was sold does not count', async (fresh) => {
  const hub = await openPackHub(await fresh.open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  chain.addForged(training, { total: 90_000 });
  await send(hub, device, chain.records);
  expect(await ledgerOf(hub.database)).toMatchObject([
    '1.1 ok',
    expect.stringMatching(/^1\.2 quarantined/),
  ]);
});
