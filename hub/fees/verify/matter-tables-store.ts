import Database from 'better-sqlite3';
import { Kysely, sql, SqliteDialect } from 'kysely';
import type { HubTables } from '../../database/tables.ts';
import { feeTables } from '../migration-0001.ts';

/** Tables of fees in memory, empty: they hold a row to its own CHECKs, and to no other table. */
export async function openMatterTables(): Promise<Kysely<HubTables>> {
  const database = new Database(':memory:');
  database.pragma('foreign_keys = OFF'); // stalls and money are not here
  const db = new Kysely<HubTables>({ dialect: new SqliteDialect({ database }) });
  for (const statement of feeTables('sqlite')) {
    if (!statement.startsWith('CREATE TRIGGER')) await sql.raw(statement).execute(db);
  }
  return db;
}
