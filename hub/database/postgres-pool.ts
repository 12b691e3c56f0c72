import pg from 'pg';
import { assert } from '../../domain/assert.ts';

/** How a hub uses its PostgreSQL server. */
export interface PoolOptions {
  /** Most connections of this process at once. */
  readonly poolSize?: number;
  /** Longest that one statement runs. ms */
  readonly statementTimeoutMs?: number;
  /** Longest that a statement waits for a lock. ms */
  readonly lockTimeoutMs?: number;
  /** Longest that a caller waits for a connection. ms */
  readonly connectTimeoutMs?: number;
  /** Whether a statement may go out before the last one was answered; by default it waits. */
  readonly isPipelined?: boolean;
  /** The role that each connection takes on; by default it stays who it logged in as. */
  readonly role?: string | undefined;
  /** Told of a connection that was lost while nobody used it. */
  readonly onLost?: (error: Error) => void;
}

/** Longest that a transaction may do nothing: a process that hangs gives its locks back. ms */
const IDLE_IN_TRANSACTION_MS = 60_000;

/**
 * A page elsewhere costs hardly more than the next one: by the default, of turning disks, a month
 * of a federation is now and then read with its whole year. Source:
 * postgresql.org/docs/current/runtime-config-query.html
 */
const ON_FLASH = 'SET random_page_cost = 1.1';

/**
 * Connections to a PostgreSQL server. `url` is as libpq and pg read it, `sslmode` included. What is
 * whole in the database is a number here, see wholeNumber(); bytea is a Buffer.
 */
export function openPool(url: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'lapak-hub',
    max: options.poolSize ?? 10,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    lock_timeout: options.lockTimeoutMs ?? 5_000,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 10_000,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    pipeline: options.isPipelined ?? false,
    ...(options.role === undefined ? {} : { options: `-c role=${options.role}` }),
    types: { getTypeParser },
  });
  const onLost = options.onLost ?? (() => {});
  // Without a listener each would end the process: the pool's for a connection that lies idle, the
  // client's for one that is lent out between two statements, whose next statement then fails.
  pool.on('error', onLost);
  pool.on('connect', (client) => {
    client.on('error', () => {});
    // Where it fails, the connection does, and says so to the statement that it was opened for.
    client.query(ON_FLASH).catch(() => {});
  });
  return pool;
}

const { INT8, NUMERIC } = pg.types.builtins;

const getTypeParser: typeof pg.types.getTypeParser = (type: number, format?: 'text' | 'binary') =>
  format !== 'binary' && (type === INT8 || type === NUMERIC)
    ? wholeNumber
    : pg.types.getTypeParser(type, format);

/**
 * A bigint, or the numeric that is the sum of bigints: the same number as on SQLite.
 * @throws InvariantError for a fraction, and past 2^53 − 1
 */
function wholeNumber(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), `not a whole number that is exact: ${text}`);
  return value;
}
