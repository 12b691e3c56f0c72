import {
  CompiledQuery,
  DummyDriver,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import type { HubTables } from '../../hub/database/tables.ts';

/**
 * How the database goes about what a report asks, in its own words, without running it. PostgreSQL
 * is told to read no table whole where it can help it, for there is next to nothing in a test's.
 */
export async function plansOf(
  { db, kind }: HubDatabase,
  ask: (db: Kysely<HubTables>) => Promise<unknown>,
): Promise<string[]> {
  const asked: CompiledQuery[] = [];
  await ask(recorder(kind, asked));
  return db.connection().execute(async (connection) => {
    if (kind === 'postgres') {
      await connection.executeQuery(CompiledQuery.raw('SET enable_seqscan = off'));
    }
    const words = kind === 'postgres' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
    const lines: string[] = [];
    for (const { sql, parameters } of asked) {
      const { rows } = await connection.executeQuery<Record<string, unknown>>(
        CompiledQuery.raw(`${words} ${sql}`, [...parameters]),
      );
      lines.push(...rows.map((row) => String(row['detail'] ?? row['QUERY PLAN'])));
    }
    return lines;
  });
}

/** A database that answers nothing, and keeps what it was asked. */
function recorder(kind: HubDatabase['kind'], asked: CompiledQuery[]): Kysely<HubTables> {
  const connection: DatabaseConnection = {
    executeQuery: async (query) => {
      asked.push(query);
      return { rows: [] };
    },
    async *streamQuery() {},
  };
  const createDriver = () =>
    Object.assign(new DummyDriver(), { acquireConnection: async () => connection });
  return new Kysely<HubTables>({
    dialect:
      kind === 'postgres'
        ? {
            createDriver,
            createAdapter: () => new PostgresAdapter(),
            createQueryCompiler: () => new PostgresQueryCompiler(),
            createIntrospector: (db) => new PostgresIntrospector(db),
          }
        : {
            createDriver,
            createAdapter: () => new SqliteAdapter(),
            createQueryCompiler: () => new SqliteQueryCompiler(),
            createIntrospector: (db) => new SqliteIntrospector(db),
          },
  });
}
