import type { Database, Statement } from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import type { FileWatch } from './file-watch.ts';
import { openWriteTurn } from './write-turn.ts';

/**
 * Kysely begins deferred (kysely#1152): a write would wait for its lock in mid-transaction. What
 * came into files that are at their places no more was not written.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #database: Database;
  readonly #watch: FileWatch;
  readonly #turn = openWriteTurn();

  constructor(database: Database, watch: FileWatch) {
    super({ database: remembering(database) });
    this.#database = database;
    this.#watch = watch;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    this.#watch.look();
    const begin = CompiledQuery.raw('begin immediate');
    await this.#turn.take(() => connection.executeQuery(begin));
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    this.#watch.look();
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // SQLite has rolled back by itself when the disk was full: a second one would hide why.
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Statements that are kept prepared; the hub has some hundred, and lists of any length. */
const STATEMENTS_MAX = 300;

/** Kysely prepares a statement each time it runs. */
function remembering(database: Database): SqliteDatabase {
  const statements = new Map<string, Statement<unknown[]>>();
  return {
    close: () => void database.close(),
    prepare: (text) => {
      const known = statements.get(text);
      if (known) return known;
      if (statements.size === STATEMENTS_MAX) statements.clear();
      const statement = database.prepare<unknown[]>(text);
      statements.set(text, statement);
      return statement;
    },
  };
}

/** SQLite whose transactions begin immediate, and hold only in the files of the folder. */
export class HubSqliteDialect extends SqliteDialect {
  readonly #database: Database;
  readonly #watch: FileWatch;

  constructor(database: Database, watch: FileWatch) {
    super({ database });
    this.#database = database;
    this.#watch = watch;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#database, this.#watch);
  }
}

class FrankDriver extends PostgresDriver {
  override async rollbackTransaction(
    connection: Parameters<PostgresDriver['rollbackTransaction']>[0],
  ): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch {
      // The connection is gone, and the transaction with it. What is told is what broke it.
    }
  }
}

/** PostgreSQL, which tells what broke a transaction also where its connection is lost. */
export class HubPostgresDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new FrankDriver(this.#config);
  }
}
