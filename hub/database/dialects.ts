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

/** Kysely begins deferred (kysely#1152): a write would wait for its lock in mid-transaction. */
class ImmediateDriver extends SqliteDriver {
  readonly #database: Database;

  constructor(database: Database) {
    super({ database: remembering(database) });
    this.#database = database;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
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

/** SQLite whose transactions begin immediate. */
export class HubSqliteDialect extends SqliteDialect {
  readonly #database: Database;

  constructor(database: Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#database);
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
