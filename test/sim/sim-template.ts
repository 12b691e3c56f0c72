import { randomBytes } from 'node:crypto';
import { theOwner } from '../../domain/actor.ts';
import { formatToldCode } from '../../domain/enrolment/code.ts';
import { enrolTill } from '../../electron/till/enrolment/enrol-till.ts';
import { closeTill, openTill } from '../../electron/till/open-till.ts';
import type { SyncWorld } from '../../electron/till/sync/world.ts';
import { migrate } from '../../hub/database/migrate.ts';
import { hubMigrations } from '../../hub/database/migrations.ts';
import { openHubDatabase } from '../../hub/database/open-database.ts';
import { makeEnrolmentCode } from '../../hub/enrolment/codes.ts';
import { approveDevice } from '../../hub/enrolment/devices.ts';
import type { Hub } from '../../hub/hub.ts';
import { openHubLog } from '../../hub/server/log.ts';
import { type HubServer, openHub } from '../../hub/server/open-hub.ts';
import { type HubIdentity, openIdentity } from '../../hub/system/identity.ts';
import { addTestStalls } from '../support/hub-server.ts';
import { aUnit, openTestShift, stockProduct } from '../support/test-till.ts';
import { SimFolders } from './sim-folders.ts';
import { arriving } from './sim-network.ts';
import { BEGIN_MS } from './virtual-time.ts';

/** Where the hub of every simulation is. */
const ORIGIN = 'http://hub.test';
/** Tills that each simulation begins with: two of one stall, one of another. */
const STALLS = ['TC-A12', 'TC-A12', 'TC-B01'] as const;

/** What every simulation begins with: copies of it are made. */
export interface SimTemplate {
  readonly hub: string;
  readonly identity: HubIdentity;
  /** Folders of tills that are enrolled, approved, and have an open shift. */
  readonly tills: readonly string[];
}

let made: Promise<SimTemplate> | undefined;

/** The template of this process. */
export function simTemplate(): Promise<SimTemplate> {
  made ??= makeTemplate();
  return made;
}

async function makeTemplate(): Promise<SimTemplate> {
  const folders = new SimFolders();
  process.once('exit', () => folders[Symbol.dispose]());
  const dataDir = folders.fresh();
  await using opened = new AsyncDisposableStack();
  const database = openHubDatabase({ dataDir });
  opened.defer(database.close);
  await migrate(database, hubMigrations);
  const identity = await openIdentity(database, { dataDir, name: 'hub.test', nowMs: BEGIN_MS });
  await addTestStalls(database);
  const log = openHubLog('silent', { write: () => undefined });
  const hub = { database, identity, clock: () => BEGIN_MS, random: randomBytes, log };
  const server = await openHub(hub);
  opened.defer(server.close);
  const tills: string[] = [];
  for (const stall of STALLS) {
    const folder = folders.fresh();
    await enrolled(folder, hub, server, stall);
    tills.push(folder);
  }
  return { hub: dataDir, identity, tills };
}

async function enrolled(dataDir: string, hub: Hub, server: HubServer, stall: string) {
  const world: SyncWorld = {
    fetch: async (url, init) => {
      const { status, headers, body } = await server.inject(arriving(url, init));
      return new Response(new Uint8Array(body), { status, headers });
    },
    now: () => BEGIN_MS,
    setTimer: () => () => undefined,
    random: () => 0.5,
  };
  const till = await openTill({ dataDir, clock: () => BEGIN_MS, world, isReporting: false });
  stockProduct(till, { code: 'KOPI-01', name: 'Kopi Gayo', units: [aUnit('pcs', 1, 45_000)] });
  openTestShift(till);
  const made = await makeEnrolmentCode(hub, stall, 'kasir-1');
  await enrolTill(till, theOwner, { hub: ORIGIN, code: formatToldCode(made) });
  await approveDevice(hub, till.device.device, 'kasir-1');
  await closeTill(till);
}
