import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
import type { DatabaseKind } from '../../hub/database/ddl.ts';
import { migrate } from '../../hub/database/migrate.ts';
import { hubMigrations } from '../../hub/database/migrations.ts';
import {
  type HubDatabase,
  type HubPlace,
  openHubDatabase,
} from '../../hub/database/open-database.ts';
import type { PoolOptions } from '../../hub/database/postgres-pool.ts';
import { type PostgresServer, sharedPostgres } from './postgres.ts';

/** A place for a hub's database that nothing else uses, and that is gone after the test. */
export interface FreshPlace {
  readonly kind: DatabaseKind;
  readonly place: HubPlace;
  /** Opens it in this program's form; it is closed after the test. Again: as a second process. */
  open(options?: PoolOptions): Promise<HubDatabase>;
  /** As open(), without a look at its form. */
  openAsItIs(options?: PoolOptions): HubDatabase;
}

type Body = (fresh: FreshPlace) => Promise<void>;

interface Begins {
  /** Whether nothing is in it at first, not even a table. */
  readonly isEmpty?: boolean;
  /** How long the test may take; as all of them where it does not say. */
  readonly timeoutMs?: number;
}

/** One test on each of the two databases: `on SQLite: …`, `on PostgreSQL: …`. */
export function eachDatabase(name: string, body: Body, begins: Begins = {}): void {
  onSqlite(name, body, begins);
  onPostgres(name, body, begins);
}

/** A test of what only SQLite has. */
export function onSqlite(
  name: string,
  body: Body,
  { timeoutMs }: Pick<Begins, 'timeoutMs'> = {},
): void {
  test(`on SQLite: ${name}`, timeoutOf(timeoutMs), async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'lapak-hub-'));
    await using cleared = new AsyncDisposableStack();
    cleared.defer(() => rmSync(dataDir, { recursive: true }));
    await runOn('sqlite', { dataDir }, body);
  });
}

/** A test of what only PostgreSQL has. */
export function onPostgres(
  name: string,
  body: Body,
  { isEmpty = false, timeoutMs }: Begins = {},
): void {
  test(`on PostgreSQL: ${name}`, timeoutOf(timeoutMs), async () => {
    const server = await sharedPostgres();
    const database = await server.createDatabase(isEmpty ? undefined : await migrated(server));
    await using cleared = new AsyncDisposableStack();
    cleared.defer(database.drop);
    await runOn('postgres', { url: database.url }, body);
  });
}

function timeoutOf(timeoutMs: number | undefined): { readonly timeout?: number } {
  return timeoutMs === undefined ? {} : { timeout: timeoutMs };
}

let template: Promise<string> | undefined;

/** Name of a database in this program's form: a copy of it is made sooner than its like. */
function migrated(server: PostgresServer): Promise<string> {
  template ??= (async () => {
    const { name, url } = await server.createDatabase();
    const database = openHubDatabase({ url });
    await migrate(database, hubMigrations);
    await database.close();
    return name;
  })();
  return template;
}

async function runOn(kind: DatabaseKind, place: HubPlace, body: Body): Promise<void> {
  const opened: HubDatabase[] = [];
  const openAsItIs = (options?: PoolOptions) => {
    const database = openHubDatabase(place, options);
    opened.push(database);
    return database;
  };
  const open = async (options?: PoolOptions) => {
    const database = openAsItIs(options);
    await migrate(database, hubMigrations);
    return database;
  };
  try {
    await body({ kind, place, open, openAsItIs });
  } finally {
    for (const database of opened) await database.close();
  }
}
