import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { formatInvitation } from '../../domain/enrolment/invitation.ts';
import { migrate } from '../../hub/database/migrate.ts';
import { hubMigrations } from '../../hub/database/migrations.ts';
import { openHubDatabase } from '../../hub/database/open-database.ts';
import { makeEnrolmentCode } from '../../hub/enrolment/codes.ts';
import { describeDevices } from '../../hub/enrolment/describe-devices.ts';
import { approveDevice, revokeDevice } from '../../hub/enrolment/devices.ts';
import type { DownParts } from '../../hub/down/keep-item.ts';
import { openHubLog } from '../../hub/server/log.ts';
import { openHub } from '../../hub/server/open-hub.ts';
import { openIdentity } from '../../hub/system/identity.ts';
import { receiptPage } from '../../node/page/page-bundle.ts';
import { addTestStalls } from '../support/hub-server.ts';
import { type Lapak, test as base } from './lapak.ts';

const projectDir = join(import.meta.dirname, '..', '..');

/** Who does it at the hub. */
const MANAGER = 'lapak';

/** A hub of a mall, served by this process on a port of its own. */
export interface StallHub {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  /** With what its manager tells tills something. */
  readonly parts: DownParts;
  /** Name of the one till that enrolled. */
  device(): Promise<string>;
  /** For a till of the stall TC-A12, `Kopi Gayo` in Thamrin City. */
  invite(): Promise<string>;
  /** What its manager does with the one till that enrolled. */
  approve(): Promise<void>;
  revoke(): Promise<void>;
  /** Stops listening; what it has stays. */
  stop(): Promise<void>;
  /** Listens again where it did. */
  start(): Promise<void>;
}

export const test = base.extend<{ hub: StallHub }>({
  hub: async ({ lapak }, use) => {
    const dataDir = `${lapak.dataDir}-hub`;
    const { hub, close } = await openStallHub(dataDir);
    await use(hub);
    await close();
    rmSync(dataDir, { recursive: true });
  },
});

async function openStallHub(dataDir: string) {
  const database = openHubDatabase({ dataDir });
  await migrate(database, hubMigrations);
  await addTestStalls(database);
  const identity = await openIdentity(database, { dataDir, name: null, nowMs: Date.now() });
  const log = openHubLog('error', { write: (line) => void process.stderr.write(line) });
  const parts = { database, identity, clock: Date.now, random: randomBytes, log };
  const receiptDir = join(projectDir, receiptPage.outDir);
  const open = () =>
    openHub({ ...parts, receiptDir, limits: { openCallsPerMinute: 1_000, keyListMs: 0 } });
  let server = await open();
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = new URL(url);
  const every = { text: '', filter: null, cursor: '' } as const;
  const device = async () => (await describeDevices(database, every)).devices.at(-1)?.device ?? '';
  const hub: StallHub = {
    url,
    parts,
    device,
    invite: async () => {
      const made = await makeEnrolmentCode(parts, 'TC-A12', MANAGER);
      return formatInvitation({ hub: url, ...made });
    },
    approve: async () => void (await approveDevice(parts, await device(), MANAGER)),
    revoke: async () =>
      void (await revokeDevice(parts, await device(), { through: null, by: MANAGER })),
    stop: () => server.close(),
    start: async () => {
      server = await open();
      await server.listen({ host: '127.0.0.1', port: Number(port) });
    },
  };
  const close = async (): Promise<void> => {
    await server.close();
    await database.close();
  };
  return { hub, close };
}

/** Enrols the till that is on the screen, and has all that it has sent. */
export async function reportTo(hub: StallHub, { calls }: Lapak): Promise<void> {
  await calls.sync.enrol({ invitation: await hub.invite() });
  await hub.approve();
  await calls.sync.tryNow();
}

/** What answers in place of everything where a network asks for a sign-in first. */
export async function openPortal(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((_, answer) => {
    answer
      .setHeader('content-type', 'text/html')
      .end('<html><body>Wi-Fi Thamrin City</body></html>');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}`, close };
}
