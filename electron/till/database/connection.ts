import type { Database, Statement } from 'better-sqlite3';

/** An open database and the statements prepared on it, by their SQL. */
export interface Connection {
  readonly db: Database;
  readonly dataDir: string;
  readonly statements: Map<string, Statement>;
}
