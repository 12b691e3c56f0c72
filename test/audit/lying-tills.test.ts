import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PackChecker } from '../../domain/audit/check-pack.ts';
import { VerdictReason } from '../../domain/sync/verdict.ts';
import { migrate } from '../../hub/database/migrate.ts';
import { hubMigrations } from '../../hub/database/migrations.ts';
import { openHubDatabase } from '../../hub/database/open-database.ts';
import { rebuildTotals } from '../../hub/ingest/rebuild-totals.ts';
import { verifyLedger } from '../../hub/ingest/verify-ledger.ts';
import { readTotals } from '../../hub/reports/read-totals.ts';
import { auditCrypto } from '../../node/crypto/audit.ts';
import { entriesOf, openPackHub, type PackHub, packLines } from '../support/audit-packs.ts';
import { type LyingStep, LyingTill } from '../support/lying-till.ts';
import { saidInPython, textOf } from '../support/said-of-pack.ts';
import { STALL } from '../support/test-hub.ts';

/**
 * Whatever a till sends that has the key of its journal, the hub's ledger is what its records come
 * to, and its packs are whole to two verifiers that share nothing.
 */

/** `LAPAK_RUNS=5000` lets as many tills lie; a test run does with fewer, always the same. */
const RUNS = Number(process.env['LAPAK_RUNS'] ?? 150);
const SEED = 126;
/** On a busy computer, with what it takes to find the fewest steps that end wrong. */
const TIMEOUT_MS = 60_000 + RUNS * 2_000;

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-lying-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

const windows = [
  { from: '2026-11-20', to: '2026-11-30' },
  { from: '2026-11-24', to: '2026-11-25' },
  { from: '2026-11-25', to: '2026-11-25' },
] as const;
const dates = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];

const date = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...dates) },
  { weight: 1, arbitrary: fc.constantFrom('0001-01-01', '9999-12-31') },
);
const shift = fc.integer({ min: 1, max: 3 });
const epoch = fc.integer({ min: 1, max: 4 });
const seq = fc.integer({ min: 1, max: 25 });
const spot = fc.record({ epoch, seq });
const stamped = { date, shift };
const amount = fc.nat(100).map((thousands) => thousands * 1_000);

const what = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      is: fc.constant('sale' as const),
      ...stamped,
      total: amount,
      source: fc.option(fc.constantFrom('old-1', 'old-2'), { freq: 12 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      is: fc.constant('refund' as const),
      ...stamped,
      amount: fc.integer({ min: 1, max: 60_000 }),
      of: fc.nat(30),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constant('z' as const),
      ...stamped,
      invented: fc.option(amount, { freq: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('newer' as const), ...stamped }) },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('recovery' as const),
      ...stamped,
      lost: spot.map((one) => `${one.epoch}.${one.seq}`),
    }),
  },
);

const counters = fc.record({ sales: amount, refunds: amount, count: fc.nat(50) });
const forged = fc.oneof(
  fc.record({ total: fc.constantFrom(0, 5, 1e12, 9e12) }),
  fc.record({ counters }),
  fc.record({ prev: fc.constant('a'.repeat(64)) }),
  fc.record({ seq }),
  fc.record({ epoch }),
  spot,
  fc.record({ device: fc.constant('f'.repeat(32)) }),
  fc.record({ businessDate: date }),
  fc.record({ v: fc.constantFrom(2, 3) }),
  fc.record({ tenders: fc.record({ cash: amount }) }),
  fc.record({ shift: fc.constantFrom(1, 2 ** 40) }),
  fc.record({ tax: fc.constantFrom(99, 1e12) }),
  fc.record({ rounding: fc.constant(-77) }),
  fc.record({ type: fc.constant('start') }),
  fc.record({ at: fc.nat() }),
  fc.record({ extra: fc.constant(1) }),
);

const bent = fc.oneof(
  fc.record({
    at: fc.nat(8),
    how: fc.constantFrom('unsigned' as const, 'flipped', 'spaced', 'twice', 'lost'),
  }),
  fc.record({ at: fc.nat(8), how: fc.constant('elsewhere' as const), spot }),
);

const on = fc.nat(3);
const step: fc.Arbitrary<LyingStep> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      act: fc.constant('write' as const),
      on,
      what,
      forged: fc.option(forged, { freq: 6 }),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      act: fc.constant('send' as const),
      on,
      from: fc.option(fc.nat(25), { freq: 3 }),
      count: fc.integer({ min: 1, max: 12 }),
      bent: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 2, arbitrary: fc.array(bent, { maxLength: 3 }) },
      ),
      isTurned: fc.nat(15).map((one) => one === 15),
      isFirst: fc.nat(20).map((one) => one === 20),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('copy' as const), on, at: fc.nat(25) }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('revoke' as const), through: fc.option(spot) }),
  },
);

/** A hub of one till that does these steps, on a database of its own. */
async function withLyingTill(
  steps: readonly LyingStep[],
  body: (hub: PackHub) => Promise<void>,
): Promise<void> {
  await using opened = new AsyncDisposableStack();
  const dataDir = mkdtempSync(join(dir, 'hub-'));
  const database = openHubDatabase({ dataDir });
  opened.defer(() => database.close());
  await migrate(database, hubMigrations);
  const hub = await openPackHub(database);
  const till = await LyingTill.enrol(hub);
  for (const one of steps) await till.do(one);
  await body(hub);
}

/** What the verifier of this program says of a pack. */
function checked(lines: readonly string[]) {
  const checker = new PackChecker(auditCrypto(), null);
  for (const line of lines) {
    const bad = checker.take(line);
    if (bad) return bad;
  }
  return checker.end();
}

/** What the days of a pack and what the hub's reports say that the stall took. */
async function takingsOf({ database }: PackHub, of: (typeof windows)[number], pack: string[]) {
  const days = entriesOf(pack).filter((entry) => entry.kind === 'day');
  const sum = (name: 'receipts' | 'sales' | 'refunds') =>
    days.reduce((total, day) => total + day[name], 0);
  const wanted = { ...of, stall: STALL, mall: null, region: null };
  const { takings } = await readTotals(database, wanted);
  return {
    shown: [sum('receipts'), sum('sales'), sum('refunds')],
    reported: [takings.receipts, takings.salesRupiah, takings.refundsRupiah],
  };
}

async function reasonsIn({ database: { db } }: PackHub): Promise<string[]> {
  const rows = await db.selectFrom('record').select('reason').distinct().execute();
  return rows.flatMap(({ reason }) => (reason === null ? [] : [reason]));
}

test(
  'whatever a till sends, ledger, reports and both verifiers agree',
  async () => {
    const files: string[] = [];
    const reasons = new Set<string>();
    const property = fc.asyncProperty(
      fc.array(step, { maxLength: 60, size: 'max' }),
      async (steps) =>
        withLyingTill(steps, async (hub) => {
          expect(await rebuildTotals(hub.database)).toMatchObject({ changed: 0, differences: [] });
          expect(await verifyLedger(hub.database)).toMatchObject({ ok: true, faults: [] });
          for (const dated of windows) {
            const pack = await packLines(hub, dated);
            expect(checked(pack)).toMatchObject({ ok: true });
            const { shown, reported } = await takingsOf(hub, dated, pack);
            expect(shown).toEqual(reported);
            files.push(join(dir, `${files.length}.ndjson`));
            writeFileSync(files.at(-1) ?? '', textOf(pack));
          }
          for (const reason of await reasonsIn(hub)) reasons.add(reason);
        }),
    );
    await fc.assert(property, { numRuns: RUNS, seed: SEED });

    for (const said of saidInPython(files)) expect(said).toMatchObject({ ok: true });
    // Nobody takes so much in sixty steps.
    const all = VerdictReason.options.filter((reason) => reason !== 'sums-too-large');
    expect([...reasons].toSorted()).toEqual(all.toSorted());
  },
  TIMEOUT_MS,
);
