import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, type PostgresPool } from 'kysely';
import { assertPrivateFile, makePrivateFolder, writeNewFile } from '../../node/private-file.ts';
import { databaseFailure } from '../../node/sqlite/failure.ts';
import { openDatabase } from '../../node/sqlite/open-database.ts';
import type { DatabaseKind } from './ddl.ts';
import { HubPostgresDialect, HubSqliteDialect } from './dialects.ts';
import { hubFailure } from './failure.ts';
import { type FileWatch, nothingToWatch, watchFiles } from './file-watch.ts';
import { openPool, type PoolOptions } from './postgres-pool.ts';
import { preparedPool } from './prepared-pool.ts';
import type { HubTables } from './tables.ts';

/** File of the hub in its data folder. */
export const HUB_FILE = 'hub.db';

/** Where a hub keeps what it has: in its folder, or on a PostgreSQL server. */
export type HubPlace =
  | { readonly dataDir: string }
  | {
      /** `postgres://name:password@host/database`, with `sslmode` as libpq and pg read it. */
      readonly url: string;
      /** Of a streaming replica, for reports: what it says may be a little old. */
      readonly replicaUrl?: string | undefined;
    };

/** The hub's database, on either of the two. */
export interface HubDatabase {
  readonly kind: DatabaseKind;
  /** Inside a transaction only its `trx` is used: on SQLite this would wait for ever. */
  readonly db: Kysely<HubTables>;
  /** To read for reports: the replica where there is one, else `db`. */
  readonly reports: Kysely<HubTables>;
  /** Of the files that it stands on, on SQLite; a transaction looks by itself. */
  readonly watch: FileWatch;
  /** Waits for what is running, and gives every connection back. */
  close(): Promise<void>;
}

/**
 * Opens the hub's database, whose form migrate() then sees to.
 *
 * SQLite has one connection, which Kysely lends to one caller at a time: any number of requests of
 * one process, one transaction after the other. Commands run beside the process that serves.
 * PostgreSQL connects when it is first asked; any number of processes can share it.
 * @throws LapakError FOLDER_READ_ONLY, FILE_FOREIGN, DATABASE_DAMAGED, DISK_FAULT, HUB_BUSY,
 *   HUB_FULL
 */
export function openHubDatabase(place: HubPlace, options: PoolOptions = {}): HubDatabase {
  return 'dataDir' in place ? openSqlite(place.dataDir) : openPostgres(place, options);
}

function openSqlite(dataDir: string): HubDatabase {
  const file = join(dataDir, HUB_FILE);
  try {
    makePrivateFolder(dataDir, (names) => names.includes(HUB_FILE));
    assertPrivateFile(file);
    if (!existsSync(file)) writeNewFile(file, ''); // SQLite's own could be read by everybody
    const database = openDatabase(file, dataDir, 'hub');
    const watch = watchFiles(database);
    const db = new Kysely<HubTables>({ dialect: new HubSqliteDialect(database, watch) });
    const close = once(async () => {
      await db.connection().execute(async () => {}); // destroy() does not wait for a transaction
      await db.destroy();
    });
    return { kind: 'sqlite', db, reports: db, watch, close };
  } catch (error) {
    throw databaseFailure(hubFailure(error), dataDir);
  }
}

function openPostgres(
  { url, replicaUrl }: Extract<HubPlace, { url: string }>,
  options: PoolOptions,
): HubDatabase {
  const main = openPool(url, { ...options, isPipelined: true });
  const replica = replicaUrl === undefined ? main : openPool(replicaUrl, options);
  const kyselyOf = (pool: PostgresPool) =>
    new Kysely<HubTables>({ dialect: new HubPostgresDialect({ pool }) });
  return {
    kind: 'postgres',
    db: kyselyOf(preparedPool(main)),
    // Planned anew each time: how to sum up depends on how many dates are asked for.
    reports: kyselyOf(replica),
    watch: nothingToWatch,
    close: once(async () => {
      const pools = new Set([main, replica]);
      await Promise.all(Array.from(pools, (pool) => pool.end()));
    }),
  };
}

/** Whoever calls again waits for the first call. */
function once(act: () => Promise<void>): () => Promise<void> {
  let acting: Promise<void> | undefined;
  return () => (acting ??= act());
}
