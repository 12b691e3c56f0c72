import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import type { Hub } from '../../hub/hub.ts';
import { implementer } from '../../hub/implementer.ts';
import { storeBatch } from '../../hub/ingest/store-batch.ts';
import { addMall, addRegion, addStall } from '../../hub/organisation/stall-store.ts';
import { hubRouter } from '../../hub/router.ts';
import { openHubLog } from '../../hub/server/log.ts';
import { type HubOptions, openHub } from '../../hub/server/open-hub.ts';
import { openIdentity } from '../../hub/system/identity.ts';

/** The time at which the hub of a test begins: 2026-11-29T09:00+07:00. UTC ms */
export const HUB_NINE_MS = Date.UTC(2026, 10, 29, 2);

/** A hub that listens on a free port, with a clock that stands until it is set. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly hub: Hub;
  readonly clock: { nowMs: number };
  /** Folder of its key. */
  readonly dataDir: string;
  /** What the log was told, as it stands in it. */
  readonly lines: string[];
  /** Closes the server; the database stays open. */
  close(): Promise<void>;
}

export interface TestServerOptions
  extends Pick<
    HubOptions,
    'limits' | 'publicUrl' | 'consoleDir' | 'kuitansiDir' | 'receiptDir' | 'metricsToken'
  > {
  /** What a batch waits for before it is answered. */
  readonly onBatch?: () => Promise<void>;
  /** Folder of its key; by default one of its own. */
  readonly dataDir?: string;
}

/** Opens a hub on a database that has its form: the stalls TC-A12 and TC-B01 are there. */
export async function openTestServer(
  database: HubDatabase,
  { onBatch, dataDir: given, ...options }: TestServerOptions = {},
): Promise<TestServer> {
  const dataDir = given ?? mkdtempSync(join(tmpdir(), 'lapak-hub-key-'));
  const clock = { nowMs: HUB_NINE_MS };
  const lines: string[] = [];
  const log = openHubLog('info', { write: (line) => void lines.push(line) });
  const nowMs = clock.nowMs;
  const identity = await openIdentity(database, { dataDir, name: null, nowMs });
  await addTestStalls(database);
  const hub = { database, identity, clock: () => clock.nowMs, random: randomBytes, log };
  const server = await openHub({
    ...hub,
    router: onBatch ? slowRouter(onBatch) : hubRouter,
    ...options,
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const close = () => server.close();
  return {
    url,
    port: Number(new URL(url).port),
    hub,
    clock,
    dataDir,
    lines,
    close,
    [Symbol.asyncDispose]: async () => {
      await close();
      if (given === undefined) rmSync(dataDir, { recursive: true });
    },
  };
}

/** The hub's calls, of which batches wait before they are stored. */
function slowRouter(onBatch: () => Promise<void>) {
  const batches = implementer.sync.batches.handler(async ({ context, input }) => {
    await onBatch();
    const { stall, device, publicKey } = context.signer();
    return storeBatch(context.hub, { stall, device, publicKey }, input);
  });
  return { ...hubRouter, sync: { ...hubRouter.sync, batches } };
}

/** Two stalls of one mall, where they are not there yet. */
export async function addTestStalls({ db }: HubDatabase): Promise<void> {
  const found = await db.selectFrom('stall').select('code').execute();
  if (found.length > 0) return;
  await addRegion(db, { code: 'dki', name: 'DKI Jakarta' });
  await addMall(db, { code: 'TC', region: 'dki', name: 'Thamrin City' });
  await addStall(db, { code: 'TC-A12', mall: 'TC', number: 'A12', name: 'Kopi Gayo' });
  await addStall(db, { code: 'TC-B01', mall: 'TC', number: 'B01', name: 'Batik Sari' });
}
