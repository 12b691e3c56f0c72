import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { migrate } from '../../../hub/database/migrate.ts';
import { hubMigrations } from '../../../hub/database/migrations.ts';
import { type HubDatabase, openHubDatabase } from '../../../hub/database/open-database.ts';
import { keepPartitions } from '../../../hub/database/partitions.ts';
import type { ReportingDevice } from '../../../hub/ingest/store-batch.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { type ChainRecord, makeChain, NINE_MS, saleDraft } from '../../support/signed-chain.ts';
import { addChainDevice, send, type TestHub, testHub } from '../../support/test-hub.ts';

/** Records that go to the hub at once, as a till sends at most. */
export const BATCH = 500;

/** As a real server: what it says is stored outlives a power cut. */
const settings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '512MB',
  max_wal_size: '8GB',
  max_connections: '100',
};

/** A hub on PostgreSQL without its server, and a connection beside it. */
export interface BenchHub extends TestHub {
  readonly url: string;
  /** Of PostgreSQL's superuser: for floors, and to fill tables. */
  readonly client: pg.Client;
}

/** A server as a real one for as long as `work` runs; one that syncs no disk where told so. */
export async function withPostgres<T>(
  work: (server: PostgresServer) => Promise<T>,
  isSynced = true,
): Promise<T> {
  const own = isSynced ? settings : { shared_buffers: settings.shared_buffers };
  const server = await startPostgres({ LAPAK_POSTGRES_SETTINGS: JSON.stringify(own) });
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

/** A hub on a database of its own for as long as `work` runs. */
export async function withBenchHub<T>(
  server: PostgresServer,
  work: (hub: BenchHub) => Promise<T>,
): Promise<T> {
  const { url } = await server.createDatabase();
  const database = openHubDatabase({ url });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await migrate(database, hubMigrations);
    await keepPartitions(database, NINE_MS);
    return await work({ ...testHub(database), url, client });
  } finally {
    await client.end();
    await database.close();
  }
}

/** A till's journal as it comes in: how far it was sent. */
export interface BenchTill {
  readonly device: ReportingDevice;
  readonly records: readonly ChainRecord[];
  sent: number;
}

/** A till with so many sales to report. @param seed of its key: another one for each */
export async function benchTill(
  database: HubDatabase,
  seed: string,
  count: number,
): Promise<BenchTill> {
  const chain = makeChain(seed);
  for (let at = 1; at < count; at += 1) {
    const tenders = at % 3 === 0 ? { qris: 25_000 } : { cash: 25_000 };
    chain.add(saleDraft(25_000, { tenders }));
  }
  // As it goes over the wire, without details: else the engine would clear up after the bench.
  const records = chain.records.map(({ wire: { body: _body, ...wire }, ...record }) => {
    return { ...record, wire };
  });
  return { device: await addChainDevice(database, chain), records, sent: 0 };
}

/**
 * Sends the next batches of a till, each with its receipt of the one before.
 * @returns milliseconds of each
 */
export async function sendBatches(
  hub: TestHub,
  till: BenchTill,
  batches: number,
  size = BATCH,
): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < batches; at += 1) {
    const { sent, records, device } = till;
    const batch = records.slice(sent, sent + size);
    const after = records[sent - 1] ?? null;
    const startedAt = performance.now();
    const { outcome } = await send(hub, device, batch, { after, size: sent });
    times.push(performance.now() - startedAt);
    if (outcome !== 'stored') throw new Error(`a batch was answered by ${outcome}`);
    till.sent += batch.length;
  }
  return times;
}

/** Records a second. */
export function perSecond(records: number, milliseconds: number): number {
  return (records / milliseconds) * 1_000;
}

/** How long it takes. ms */
export async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}

/** A hub's server on a thread of its own, on the database of a bench. */
export interface HubThread {
  readonly url: string;
  /** Says a code for the stall TC-A12, or approves a device. */
  ask(device: string | null): Promise<string>;
  /** Time of a processor that its thread has taken so far, without its database. ms */
  cpuMs(): Promise<number>;
  stop(): Promise<unknown>;
}

/**
 * Opens the server of a hub beside this thread.
 * @param isElsewhere whether it stands for another computer: hub and database then take only what
 *   this thread leaves of the processor
 */
export async function openHubThread(
  { url, client }: BenchHub,
  isElsewhere = false,
): Promise<HubThread> {
  if (isElsewhere) await givePostgresWay(client);
  const workerData = { url, isElsewhere };
  const thread = new Worker(new URL('./hub-thread.ts', import.meta.url), { workerData });
  const said = async () => String((await once(thread, 'message'))[0]);
  return {
    url: await said(),
    ask: (device) => {
      thread.postMessage(device);
      return said();
    },
    cpuMs: async () => {
      const { user, system } = await thread.cpuUsage();
      return (user + system) / 1_000;
    },
    stop: () => thread.terminate(),
  };
}

/** Backends are made by the first of its processes, and run as that one does. */
async function givePostgresWay(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ folder: string }>(
    "SELECT current_setting('data_directory') AS folder",
  );
  const file = join(rows[0]?.folder ?? '', 'postmaster.pid');
  setPriority(Number(readFileSync(file, 'utf8').split('\n')[0]), constants.priority.PRIORITY_LOW);
}
