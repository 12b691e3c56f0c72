import type { Kysely } from 'kysely';
import type { OrganisationKind, RowOf } from '../../domain/organisation/rows.ts';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';

/** The rows of one kind in the database. */
export interface KindStore<K extends OrganisationKind> {
  /** By key, those behind `after`; from the first when it is null. */
  list(db: Kysely<HubTables>, after: RowOf<K> | null, limit: number): Promise<readonly RowOf<K>[]>;
  /** Adds rows, or changes those whose key is there. No key twice; not none; at most SAVED_MAX. */
  save(trx: Tx, rows: readonly RowOf<K>[]): Promise<void>;
}

/** Rows of one statement: the nine columns of a member stay below SQLite's 32,766 parameters. */
export const SAVED_MAX = 500;
