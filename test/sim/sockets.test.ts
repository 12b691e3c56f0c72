import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { theOwner } from '../../domain/actor.ts';
import { formatToldCode } from '../../domain/enrolment/code.ts';
import { enrolTill } from '../../electron/till/enrolment/enrol-till.ts';
import { openTill } from '../../electron/till/open-till.ts';
import type { SyncWorld } from '../../electron/till/sync/world.ts';
import type { Till } from '../../electron/till/till.ts';
import { migrate } from '../../hub/database/migrate.ts';
import { hubMigrations } from '../../hub/database/migrations.ts';
import { type HubPlace, openHubDatabase } from '../../hub/database/open-database.ts';
import { makeEnrolmentCode } from '../../hub/enrolment/codes.ts';
import { approveDevice } from '../../hub/enrolment/devices.ts';
import { readAs } from '../../hub/database/transact.ts';
import { rebuildTotals } from '../../hub/ingest/rebuild-totals.ts';
import { verifyLedger } from '../../hub/ingest/verify-ledger.ts';
import { openHubLog } from '../../hub/server/log.ts';
import { openHub } from '../../hub/server/open-hub.ts';
import { openIdentity } from '../../hub/system/identity.ts';
import { bundlePage, consolePage, isBundleStale } from '../../node/page/page-bundle.ts';
import { FaultProxy, type ProxyFault } from '../support/fault-proxy.ts';
import { addTestStalls } from '../support/hub-server.ts';
import { sharedPostgres } from '../support/postgres.ts';
import { type RunningHub, startHub } from '../support/run-hub.ts';
import { aUnit, openTestShift, stockProduct } from '../support/test-till.ts';
import { sell } from './till-acts.ts';

/** The same over real sockets: hubs are processes that are killed with -9 while tills report. */

const SEED = 20_261_129;
/** Of its own time a till waits so much less between two tries. */
const SOONER = 40;
/** Of one request, in hub-exchange.ts: no less, since a busy computer may need it. ms */
const EXCHANGE_MS = 30_000;
/** Kills of each hub. */
const KILLS = 4;

const projectDir = join(import.meta.dirname, '..', '..');
let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-sockets-'));
  // Else each process of a hub would do it.
  if (isBundleStale(projectDir, consolePage)) await bundlePage(projectDir, consolePage);
});
afterAll(() => rmSync(dir, { recursive: true }));

const bytes = fc.integer({ min: 0, max: 3_000 });
const fault: fc.Arbitrary<ProxyFault> = fc.oneof(
  fc.record({ kind: fc.constantFrom('none' as const, 'drop-answer' as const, 'double' as const) }),
  fc.record({ kind: fc.constant('delay' as const), ms: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constantFrom('cut-request' as const, 'cut-answer' as const), bytes }),
);

const world: SyncWorld = {
  fetch: (url, init) => fetch(url, init),
  now: Date.now,
  random: () => 0.1,
  setTimer: (act, ms) => {
    const timer = setTimeout(act, ms === EXCHANGE_MS ? ms : ms / SOONER).unref();
    return () => clearTimeout(timer);
  },
};

/** A hub that has two stalls, and a till of each that is approved; nothing of it runs. */
async function prepared(place: HubPlace, keyDir: string, proxy: FaultProxy): Promise<Till[]> {
  await using opened = new AsyncDisposableStack();
  const database = openHubDatabase(place);
  opened.defer(database.close);
  await migrate(database, hubMigrations);
  const nowMs = Date.now();
  const identity = await openIdentity(database, { dataDir: keyDir, name: 'hub.test', nowMs });
  await addTestStalls(database);
  const log = openHubLog('silent', { write: () => undefined });
  const hub = { database, identity, clock: Date.now, random: randomBytes, log };
  const server = await openHub(hub);
  opened.defer(server.close);
  proxy.targets = [portOf(await server.listen({ host: '127.0.0.1', port: 0 }))];
  const tills: Till[] = [];
  for (const stall of ['TC-A12', 'TC-B01']) {
    const till = await openTill({
      dataDir: mkdtempSync(join(dir, 'till-')),
      clock: Date.now,
      world,
    });
    tills.push(till);
    stockProduct(till, { code: 'KOPI-01', name: 'Kopi', units: [aUnit('pcs', 1, 45_000)] });
    openTestShift(till);
    const made = await makeEnrolmentCode(hub, stall, 'kasir-1');
    await enrolTill(till, theOwner, { hub: proxy.url, code: formatToldCode(made) });
    await approveDevice(hub, till.device.device, 'kasir-1');
  }
  proxy.targets = [];
  return tills;
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

/** Processes of one hub; which of them run is what the proxy knows. */
class Processes implements AsyncDisposable {
  readonly #start: () => Promise<RunningHub>;
  readonly #proxy: FaultProxy;
  readonly #running = new Set<RunningHub>();

  constructor(start: () => Promise<RunningHub>, proxy: FaultProxy) {
    this.#start = start;
    this.#proxy = proxy;
  }

  async start(): Promise<RunningHub> {
    const hub = await this.#start();
    if (hub.url === '') throw new Error((await hub.ended).stderr);
    this.#running.add(hub);
    this.#listed();
    return hub;
  }

  async kill(hub: RunningHub): Promise<void> {
    this.#running.delete(hub);
    this.#listed();
    await hub.stop('SIGKILL');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const hub of this.#running) await hub.stop();
  }

  #listed(): void {
    this.#proxy.targets = [...this.#running].map(({ url }) => portOf(url));
  }
}

/** Sells at each till whenever one of them reports, until it is told to stop. */
async function trade(tills: readonly Till[], proxy: FaultProxy, signal: AbortSignal) {
  while (!signal.aborted) {
    for (const till of tills) sell(till, 1);
    await proxy.more(1);
  }
}

/** Kills a hub again and again in the midst of what tills report; then nothing goes wrong. */
async function storm(tills: readonly Till[], proxy: FaultProxy, hubs: Processes, spare: number) {
  for (let more = 0; more < spare; more += 1) await hubs.start();
  const trading = new AbortController();
  const traded = trade(tills, proxy, trading.signal);
  for (let kill = 0; kill < KILLS; kill += 1) {
    const hub = await hubs.start();
    proxy.faults = fc.sample(fault, { seed: SEED + kill, numRuns: 12 });
    await proxy.more(8);
    await hubs.kill(hub);
  }
  proxy.faults = [];
  trading.abort();
  await hubs.start();
  await traded;
  await expect
    .poll(() => tills.map((till) => till.uploader.status().records), { timeout: 120_000 })
    .toEqual([0, 0]);
}

/** The hub has the journals of both tills, once, in order, and nothing else. */
async function expectWhole(place: HubPlace, tills: readonly Till[]): Promise<void> {
  await using opened = new AsyncDisposableStack();
  const database = openHubDatabase(place);
  opened.defer(database.close);
  for (const { db, device } of tills) {
    const rows = await readAs(database.db, 'every-stall', (all) =>
      all
        .selectFrom('record')
        .select(['leaf', 'verdict'])
        .where('device', '=', device.device)
        .orderBy('idx')
        .execute(),
    );
    const signed = db.prepare('SELECT leaf FROM journal_record ORDER BY position').pluck().all();
    expect(rows.map(({ leaf }) => leaf.toString('hex'))).toEqual(
      signed.map((leaf) => (leaf as Buffer).toString('hex')), // a BLOB
    );
    expect(rows.filter(({ verdict }) => verdict !== 'ok')).toEqual([]);
  }
  expect(await verifyLedger(database)).toMatchObject({ ok: true });
  const rebuilt = await rebuildTotals(database);
  expect(rebuilt.differences).toEqual([]);
}

async function survive(place: HubPlace, keyDir: string, spare: number, env: NodeJS.ProcessEnv) {
  await using opened = new AsyncDisposableStack();
  const proxy = await new FaultProxy().open();
  opened.defer(() => proxy.close());
  const tills = await prepared(place, keyDir, proxy);
  opened.defer(async () => {
    for (const till of tills) await till.close();
  });
  const words = ['serve', '--port', '0', '--no-open', '--data', keyDir, '--log', 'error'];
  const hubs = opened.use(new Processes(() => startHub(words, env), proxy));
  await storm(tills, proxy, hubs, spare);
  await expectWhole(place, tills);
}

test('on SQLite: a hub that is killed again and again has every record once', async () => {
  const dataDir = join(dir, 'hub');
  await survive({ dataDir }, dataDir, 0, {});
}, 400_000); // the longest that a busy computer may take

test('on PostgreSQL: so has one of two processes, of which one is killed', async () => {
  const server = await sharedPostgres();
  const { url, drop } = await server.createDatabase();
  await using opened = new AsyncDisposableStack();
  opened.defer(drop);
  await survive({ url }, join(dir, 'keys'), 1, { DATABASE_URL: url });
}, 400_000);
