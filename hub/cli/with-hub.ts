import { randomBytes } from 'node:crypto';
import { invalid } from '../../node/cli/command.ts';
import { migrate } from '../database/migrate.ts';
import { hubMigrations } from '../database/migrations.ts';
import { type HubDatabase, openHubDatabase } from '../database/open-database.ts';
import { roleToTake } from '../database/row-security.ts';
import type { Hub } from '../hub.ts';
import { openIdentity } from '../system/identity.ts';

/** What a command works with: no identity, and no log but its answer. */
export type CommandHub = Pick<Hub, 'database' | 'clock' | 'random'>;

/**
 * Opens the database of a hub for one piece of work and closes it again, also when that fails: that
 * of DATABASE_URL, else the one in the folder. The hub may be running meanwhile. On PostgreSQL it
 * works below the rules for rows where it can, see row-security.ts.
 * @throws what openHubDatabase(), migrate() and the work throw
 */
export async function withHub<T>(
  dataDir: string,
  work: (hub: CommandHub) => Promise<T>,
): Promise<T> {
  let database = openDatabaseOf(dataDir);
  try {
    await migrate(database, hubMigrations).catch(refuseAddress);
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
