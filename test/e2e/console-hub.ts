import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test as base } from '@playwright/test';
import { addDays } from '../../domain/time.ts';
import { migrate } from '../../hub/database/migrate.ts';
import { hubMigrations } from '../../hub/database/migrations.ts';
import { type HubDatabase, openHubDatabase } from '../../hub/database/open-database.ts';
import { storeBatch } from '../../hub/ingest/store-batch.ts';
import { addMall, addRegion, addStall } from '../../hub/organisation/stall-store.ts';
import { linkTo, makeLink } from '../../hub/people/links.ts';
import { consolePage } from '../../node/page/page-bundle.ts';
import { HUB_NINE_MS, openTestServer, type TestServer } from '../support/hub-server.ts';
import {
  type ChainRecord,
  makeChain,
  saleDraft,
  type SignedChain,
  zDraft,
} from '../support/signed-chain.ts';

const projectDir = join(import.meta.dirname, '..', '..');

/** The date at which the hub of these tests stands. */
const TODAY = '2026-11-29';
const DAY_MS = 24 * 60 * 60_000;

/** A hub of its own for each test, in this process. */
export interface ConsoleHub {
  readonly server: TestServer;
  readonly database: HubDatabase;
  /** The till of `TC-A12`, which trades every day. */
  readonly chain: SignedChain;
  /** A link that signs in, once. */
  newLink(): Promise<string>;
}

interface Options {
  /** Stalls that trade, stalls of which nothing came yet, or no stall at all. */
  readonly trade: 'busy' | 'none' | 'empty';
}

export const test = base.extend<Options & { hub: ConsoleHub }>({
  trade: ['busy', { option: true }],
  page: async ({ page }, use) => {
    await page.clock.setFixedTime(HUB_NINE_MS);
    await page.emulateMedia({ reducedMotion: 'reduce' }); // a new colour scheme is there at once
    // What is new on the screen takes no touch yet: each act waits until it does.
    const fresh = page.locator('[data-fresh]').filter({ visible: true });
    await page.addLocatorHandler(fresh.first(), async () => {});
    await use(page);
  },
  hub: async ({ trade }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'lapak-console-'));
    const database = openHubDatabase({ dataDir });
    await migrate(database, hubMigrations);
    const consoleDir = join(projectDir, consolePage.outDir);
    const server = await openTestServer(database, { dataDir, consoleDir });
    const chain = makeChain('console A12');
    if (trade === 'empty') await database.db.deleteFrom('stall').execute();
    if (trade === 'busy') await fillMall(database, server, chain);
    await use({
      server,
      database,
      chain,
      newLink: async () => linkTo(server.url, await makeLink(server.hub)),
    });
    await server.close();
    await database.close();
    rmSync(dataDir, { recursive: true });
  },
});

/** Opens the console by a link, and waits for its first page. */
export async function signIn(page: Page, hub: ConsoleHub): Promise<void> {
  await page.goto(await hub.newLink());
  await page.getByRole('navigation', { name: 'Halaman' }).waitFor();
}

const stalls = [
  ['TC-C03', 'C03', 'Songket Palembang Warisan Nenek'],
  ['TC-D04', 'D04', 'Keripik Tempe Malang'],
  ['TC-E05', 'E05', 'Tenun Ikat Sumba'],
  ['TC-F06', 'F06', 'Sambal Roa Manado'],
  ['TC-G07', 'G07', 'Gula Aren Cianjur'],
  ['TC-H08', 'H08', 'Ukir Jepara'],
] as const;

async function fillMall(
  database: HubDatabase,
  server: TestServer,
  chain: SignedChain,
): Promise<void> {
  const { db } = database;
  for (const [code, number, name] of stalls) await addStall(db, { code, mall: 'TC', number, name });
  await addRegion(db, { code: 'jabar', name: 'Jawa Barat' });
  await addMall(db, { code: 'PB', region: 'jabar', name: 'Pasar Baru Trade Center' });
  await addStall(db, { code: 'PB-01', mall: 'PB', number: '01', name: 'Angklung Udjo' });
  tradeForDays(chain);
  await report(server, 'TC-A12', chain, chain.records);
  await report(server, 'TC-B01', ...dayOf('B01', [1_250_000, 480_000]));
  await report(server, 'PB-01', ...dayOf('PB', [2_475_000]));
  await report(server, 'TC-C03', ...nilDay('C03'));
  await report(server, 'TC-D04', ...dayOf('D04', []));
  await forked(server, 'TC-E05');
  await report(server, 'TC-F06', ...quarantined('F06'));
}

/** Nine days of trade, each closed, and a day that goes on. */
function tradeForDays(chain: SignedChain): void {
  const sums = [1, 3, 2, 5, 4, 2, 6, 3, 4];
  sums.forEach((count, at) => {
    const date = addDays(TODAY, at - sums.length);
    const shift = at + 1;
    const sales = Array.from({ length: count }, (_, sale) => 45_000 * (sale + 1) + 7_500 * at);
    for (const total of sales) {
      const number = `ABC-${String(chain.records.length).padStart(6, '0')}`;
      const options = { date, shift, number, at: HUB_NINE_MS - (sums.length - at) * DAY_MS };
      chain.add(saleDraft(total, options));
    }
    chain.add(zDraft(shift, { sales }, date));
  });
  const shift = sums.length + 1;
  const of = { date: TODAY, shift };
  const at = (minutes: number) => HUB_NINE_MS + minutes * 60_000;
  const three = { lines: [kopi(3)], tenders: [{ kind: 'cash', amount: 150_000 }], change: 15_000 };
  chain.add(saleDraft(135_000, { ...of, number: 'ABC-000101', at: at(3), details: three }));
  const tenders = { cash: 50_000, qris: 225_000 };
  const mixed = {
    lines: [
      kopi(5),
      { ...kopi(0.5), name: 'Gula aren', unit: 'kg', price: 100_000, amount: 50_000 },
    ],
    tenders: [
      { kind: 'qris', amount: 225_000 },
      { kind: 'cash', amount: 100_000 },
    ],
    change: 50_000,
  };
  chain.add(
    saleDraft(275_000, { ...of, number: 'ABC-000102', at: at(11), tenders, details: mixed }),
  );
  const sold = chain.add(saleDraft(60_000, { ...of, number: 'ABC-000103', at: at(26) }));
  const ref = `1.${sold.wire.seq}`;
  chain.add(saleDraft(-20_000, { ...of, number: 'ABC-000104', at: at(31), ref }));
}

/** So many of it in a sale. */
function kopi(count: number) {
  const product = { code: 'KOPI-01', name: 'Kopi Gayo 200 g', category: 'Kopi', unit: 'pcs' };
  const [price, quantity] = [45_000, 1000 * count];
  return { ...product, factor: 1000, quantity, price, amount: price * count };
}

function dayOf(seed: string, sales: readonly number[]): [SignedChain, readonly ChainRecord[]] {
  const chain = makeChain(`console ${seed}`);
  for (const total of sales) chain.add(saleDraft(total, { date: TODAY, at: HUB_NINE_MS }));
  return [chain, chain.records];
}

function nilDay(seed: string): [SignedChain, readonly ChainRecord[]] {
  const chain = makeChain(`console ${seed}`);
  chain.add(zDraft(1, { sales: [] }, TODAY));
  return [chain, chain.records];
}

/** A refund of nothing: kept, and not counted. */
function quarantined(seed: string): [SignedChain, readonly ChainRecord[]] {
  const chain = makeChain(`console ${seed}`);
  chain.add(saleDraft(90_000, { date: TODAY }));
  chain.add(saleDraft(-15_000, { date: TODAY, ref: '1.77' }));
  return [chain, chain.records];
}

/** Two records in one place. */
async function forked(server: TestServer, stall: string): Promise<void> {
  const chain = makeChain('console E05');
  const start = chain.records[0];
  chain.add(saleDraft(310_000, { date: TODAY }));
  const clone = chain.branch(1);
  const other = clone.add(saleDraft(12_000, { date: TODAY }));
  await report(server, stall, chain, chain.records);
  await store(server, stall, chain, [other], start);
}

/** Enrols a till of a stall, approved since the beginning of the month, and sends its records. */
async function report(
  server: TestServer,
  stall: string,
  chain: SignedChain,
  records: readonly ChainRecord[],
): Promise<void> {
  const approvedAtMs = HUB_NINE_MS - 20 * DAY_MS;
  const { device, publicKey } = chain;
  await server.hub.database.db
    .insertInto('device')
    .values({
      device,
      stall,
      public_key: publicKey,
      transport_key: publicKey,
      state: 'active',
      enrolled_at_ms: approvedAtMs,
      approved_at_ms: approvedAtMs,
      revoked_at_ms: null,
      last_epoch: null,
      last_seq: null,
    })
    .execute();
  await store(server, stall, chain, records);
}

async function store(
  { hub }: TestServer,
  stall: string,
  { device, publicKey }: SignedChain,
  records: readonly ChainRecord[],
  after?: ChainRecord,
): Promise<void> {
  const place = after && { epoch: after.wire.epoch, seq: after.wire.seq, leaf: after.leaf };
  // The sale with two means of payment shares its details.
  const wires = records.map(({ wire: { body, ...rest } }) =>
    rest.head.includes('"qris"') && body !== undefined ? { ...rest, body } : rest,
  );
  const of = { stall, device, publicKey };
  const batch = { size: 0, after: place ?? null, records: wires };
  const { outcome } = await storeBatch(hub, of, batch);
  if (outcome !== 'stored') throw new Error(`${stall}: ${outcome}`);
}
