import { setTimeout as pause } from 'node:timers/promises';
import {
  type Compilable,
  CompiledQuery,
  type Kysely,
  type SelectQueryBuilder,
  SqliteAdapter,
  type Transaction,
} from 'kysely';
import type { DatabaseKind } from './ddl.ts';
import { hubFailure, isPassing } from './failure.ts';
import type { HubDatabase } from './open-database.ts';
import { UNREAD } from './prepared-pool.ts';
import { setWho, type Who } from './row-security.ts';
import type { HubTables } from './tables.ts';

/** The hub's database inside transact(); every store function takes it first. */
export type Tx = Transaction<HubTables>;

/** How often a transaction is begun that others stood in the way of. */
const TRIES_MAX = 5;
/** Longest wait before the second try; as much again before each later one. ms */
const PAUSE_MS = 20;

/**
 * One write transaction: all of `act` or nothing, on disk before this resolves. Immediate on
 * SQLite, READ COMMITTED on PostgreSQL. `act` uses nothing but its `trx`, and is run again where
 * another transaction stood in the way: it changes nothing but the database. Where HUB_BUSY comes
 * of a connection that was lost, it may have been written all the same: ask before the next try.
 * @param who whose rows it sees and writes on PostgreSQL, whatever its SQL asks for
 * @throws LapakError HUB_BUSY, HUB_FULL, and what `act` throws
 */
export async function transact<T>(
  { db }: Pick<HubDatabase, 'db'>,
  who: Who,
  act: (trx: Tx) => Promise<T>,
): Promise<T> {
  const work = kindOf(db) === 'sqlite' ? act : actFor(who, act);
  return tryAgain(() => db.transaction().execute(work));
}

/**
 * Writes by one statement, of what belongs to no stall: as transact() does, but that PostgreSQL
 * makes a transaction of a statement by itself, which spares two.
 * @throws LapakError HUB_BUSY, HUB_FULL, and what `act` throws
 */
export async function writeOne<T>(
  { db }: Pick<HubDatabase, 'db'>,
  act: (db: Kysely<HubTables>) => Promise<T>,
): Promise<T> {
  return kindOf(db) === 'sqlite' ? transact({ db }, 'no-stall', act) : tryAgain(() => act(db));
}

/**
 * Runs a statement of which no answer is read: on PostgreSQL it goes out with the next one of the
 * transaction, its commit at the latest, which fails by what is wrong with it.
 */
export async function runUnread(trx: Tx, statement: Compilable): Promise<void> {
  const { sql, parameters } = statement.compile();
  await trx.executeQuery(CompiledQuery.raw(UNREAD + sql, [...parameters]));
}

async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES_MAX || !isPassing(error)) throw hubFailure(error);
    }
    await pause(Math.random() * PAUSE_MS * tries); // two that met do not meet again
  }
}

/**
 * Reads, without a transaction where none is needed to say for whom: on SQLite it holds nothing up.
 * Of `reports` or `db`; SQL is in the stores.
 * @throws LapakError HUB_BUSY
 */
export async function readAs<T>(
  db: Kysely<HubTables>,
  who: Who,
  look: (db: Kysely<HubTables>) => Promise<T>,
): Promise<T> {
  if (kindOf(db) === 'sqlite') return look(db);
  try {
    const reading = db.transaction().setAccessMode('read only');
    return await reading.execute(actFor(who, look));
  } catch (error) {
    throw hubFailure(error);
  }
}

function actFor<T>(who: Who, act: (trx: Tx) => Promise<T>): (trx: Tx) => Promise<T> {
  return async (trx) => {
    await setWho(trx, who);
    return act(trx);
  };
}

/** Which of the two a database, or a transaction of it, runs on. */
export function kindOf(db: Kysely<HubTables>): DatabaseKind {
  return db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';
}

/**
 * Locks the rows of a query until the transaction ends, on PostgreSQL; on SQLite a transaction has
 * the whole database. `trx.selectFrom('chain').$call(forUpdateOn(trx))`
 */
export function forUpdateOn(database: Pick<HubDatabase, 'kind'> | Kysely<HubTables>) {
  const kind = 'kind' in database ? database.kind : kindOf(database);
  return <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>) =>
    kind === 'postgres' ? query.forUpdate() : query;
}
