import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LapakError } from '../../domain/errors.ts';
import { invalid } from '../../node/cli/command.ts';
import { migrate } from '../database/migrate.ts';
import { hubMigrations } from '../database/migrations.ts';
import { HUB_FILE, type HubDatabase, openHubDatabase } from '../database/open-database.ts';
import { roleToTake } from '../database/row-security.ts';
import type { Hub } from '../hub.ts';
import { readHub } from '../system/hub-store.ts';
import { openIdentity } from '../system/identity.ts';
import { hasKey } from '../system/key-file.ts';

/** What a command works with: no identity, and no log but its answer. */
export type CommandHub = Pick<Hub, 'database' | 'clock' | 'random'>;

interface Opening {
  /** Whether a hub may begin with the key of one whose database is gone. */
  readonly isAnew?: boolean;
}

/**
 * Opens the database of a hub for one piece of work and closes it again, also when that fails: that
 * of DATABASE_URL, else the one in the folder. The hub may be running meanwhile. On PostgreSQL it
 * works below the rules for rows where it can, see row-security.ts.
 * @throws what openHubDatabase(), migrate() and the work throw; LapakError HUB_FORGOT
 */
export async function withHub<T>(
  dataDir: string,
  work: (hub: CommandHub) => Promise<T>,
  { isAnew = false }: Opening = {},
): Promise<T> {
  if (!isAnew && isOnSqlite() && !hasDatabase(dataDir)) {
    throw new LapakError('HUB_FORGOT', { dataDir });
  }
  let database = openDatabaseOf(dataDir);
  try {
    await migrate(database, hubMigrations).catch(refuseAddress);
    if (!isAnew) await assertRemembered(dataDir, database);
    const role = await roleToTake(database);
    if (role !== undefined) {
      await database.close();
      database = openDatabaseOf(dataDir, role);
    }
    return await work({ database, clock: Date.now, random: randomBytes });
  } finally {
    await database.close();
  }
}

/**
 * withHub() for what the hub's own journal has: as the hub of this folder, which begins with it.
 * @throws LapakError as withHub(), HUB_KEY_OTHER
 */
export function withIdentity<T>(
  dataDir: string,
  work: (hub: CommandHub & Pick<Hub, 'identity'>) => Promise<T>,
): Promise<T> {
  return withHub(dataDir, async (hub) => {
    const options = { dataDir, name: null, nowMs: hub.clock() };
    return work({ ...hub, identity: await openIdentity(hub.database, options) });
  });
}

/** Whether the hub's data are in its folder. */
export function isOnSqlite(): boolean {
  return !process.env.DATABASE_URL;
}

/** Before SQLite makes one: it would delete a log that is left. */
function hasDatabase(dataDir: string): boolean {
  const isLeft = hasKey(dataDir) || existsSync(join(dataDir, `${HUB_FILE}-wal`));
  return !isLeft || existsSync(join(dataDir, HUB_FILE));
}

/** A key is there only once a database knows its hub: then this one is another, or was emptied. */
async function assertRemembered(dataDir: string, { db }: HubDatabase): Promise<void> {
  const isBegun = hasKey(dataDir);
  if (isBegun && !(await readHub(db))) throw new LapakError('HUB_FORGOT', { dataDir });
}

function openDatabaseOf(dataDir: string, role?: string): HubDatabase {
  const { DATABASE_URL: url, DATABASE_REPLICA_URL: replicaUrl } = process.env;
  if (!url) return openHubDatabase({ dataDir });
  for (const given of [url, replicaUrl || url]) {
    const isPostgres = URL.canParse(given) && /^postgres(ql)?:/.test(given);
    if (!isPostgres) throw invalid('DATABASE_URL (postgres://…)');
  }
  return openHubDatabase({ url, replicaUrl: replicaUrl || undefined }, { role });
}

/**
 * No such host, name, password or database: no later try goes better. Source:
 * postgresql.org/docs/current/errcodes-appendix.html
 */
const addressFaults = new Set<unknown>(['ENOTFOUND', '28000', '28P01', '3D000']);

function refuseAddress(error: unknown): never {
  const isOfAddress = error instanceof Error && 'code' in error && addressFaults.has(error.code);
  throw isOfAddress ? invalid(`DATABASE_URL: ${error.message}`) : error;
}
