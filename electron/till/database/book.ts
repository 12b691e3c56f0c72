import { join } from 'node:path';
import type { Database, Statement } from 'better-sqlite3';
import type { LapakError } from '../../../domain/errors.ts';
import { type Places, placesOf } from '../../../node/sqlite/places.ts';

/** The lock's file in the data folder. */
export const LOCK_FILE = 'lapak.lock';

/** An open database, the statements prepared on it by their SQL, and its one transaction. */
export interface Book {
  readonly db: Database;
  readonly dataDir: string;
  readonly statements: Map<string, Statement>;
  /** How many acts are open: one inside read() or write(), none outside. */
  readonly acts: { open: number };
  /** Where its files were when it was opened. */
  readonly places: Places;
  /** Damage that was found while the book was open: nothing more is written to it. */
  readonly health: { damage: LapakError | null };
  /** Runs an act in a transaction; made once, since making it costs as much as a statement. */
  readonly transact: {
    readonly immediate: (act: () => unknown) => unknown;
    readonly deferred: (act: () => unknown) => unknown;
  };
}

/** What read() and write() work on. */
export function bookOf(db: Database, dataDir: string): Book {
  const { immediate, deferred } = db.transaction((act: () => unknown) => act());
  return {
    db,
    dataDir,
    statements: new Map(),
    acts: { open: 0 },
    places: placesOf(db, join(dataDir, LOCK_FILE)),
    health: { damage: null },
    transact: { immediate, deferred },
  };
}
