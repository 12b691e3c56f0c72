import { LapakError } from '../../../domain/errors.ts';
import { databaseFailure } from '../../../node/sqlite/failure.ts';
import type { Tx } from '../database/run.ts';
import type { Tables } from '../database/tables.ts';
import { projectedColumns, projectedTables } from './projection-store.ts';

/** The tables that a rebuild makes, each after the one it refers to. */
export const rebuiltTables = [...projectedTables, 'stock', 'sold_product', 'open_claim'] as const;
export type RebuiltTable = (typeof rebuiltTables)[number];

const columns = {
  ...projectedColumns,
  stock: ['code', 'on_hand_milli'],
  sold_product: ['code', 'name', 'words'],
  open_claim: ['record', 'position'],
} as const satisfies { [T in RebuiltTable]: readonly (keyof Tables[T])[] };
const keys = {
  sale: ['record'],
  sale_line: ['record', 'position'],
  sale_tender: ['record', 'position'],
  voucher: ['record', 'position'],
  voucher_use: ['record', 'position'],
  tender_state: ['record'],
  stock_move: ['record', 'position'],
  training: ['record'],
  shift: ['record'],
  z: ['record'],
  drawer_move: ['record'],
  drawer_count: ['record'],
  act: ['record'],
  fee_entry: ['record'],
  stock: ['code'],
  sold_product: ['code', 'name'],
  open_claim: ['record', 'position'],
} as const satisfies { [T in RebuiltTable]: readonly (keyof Tables[T])[] };

/**
 * Copies the rows as they are into tables of the book, which live as long as the transaction of a
 * rebuild, to tell afterwards what it changed.
 * @returns the tables that could not be read: gone, of another form, or damaged
 */
export function copyFormerRows(tx: Tx): ReadonlySet<RebuiltTable> {
  return new Set(rebuiltTables.filter((table) => !isCopied(tx, table)));
}

function isCopied(tx: Tx, table: RebuiltTable): boolean {
  if (kindOf(tx, table) !== 'table') return false;
  const former = `CREATE TABLE former_${table} AS SELECT ${columns[table].join()}`;
  try {
    tx.db.exec(`${former} FROM ${table}`);
    return true;
  } catch (error) {
    const failure = databaseFailure(error, tx.dataDir);
    if (failure instanceof LapakError && failure.code === 'DATABASE_DAMAGED') return false;
    throw error;
  }
}

/** What stands in the place of a table: somebody may have put a view there. */
export function kindOf({ db }: Tx, name: string): string | undefined {
  const find = db.prepare<[string], string>('SELECT type FROM sqlite_schema WHERE name = ?');
  return find.pluck().get(name);
}

/**
 * What of a copied table is not as it is now.
 * @returns `sale_line.price_rupiah`, the first column of its first row that differs; `sale_line`
 *   when it had more or fewer rows; undefined when all is the same
 */
export function findFormerDifference(tx: Tx, table: RebuiltTable): string | undefined {
  const isKey = keys[table].map((column) => `former.${column} = now.${column}`).join(' AND ');
  const differs = columns[table].map(
    (column) => `WHEN former.${column} IS NOT now.${column} THEN '${table}.${column}'`,
  );
  const find = tx.db.prepare<[], string>(
    `SELECT CASE WHEN former.${keys[table][0]} IS NULL THEN '${table}' ${differs.join(' ')} END
       AS difference
     FROM ${table} AS now LEFT JOIN former_${table} AS former ON ${isKey}
     WHERE difference IS NOT NULL ORDER BY ${keys[table].map((key) => `now.${key}`).join()}
     LIMIT 1`,
  );
  const difference = find.pluck().get();
  if (difference !== undefined) return difference;
  const count = tx.db.prepare<[], 0 | 1>(
    `SELECT (SELECT count(*) FROM ${table}) = (SELECT count(*) FROM former_${table})`,
  );
  return count.pluck().get() === 1 ? undefined : table;
}

/** Drops the copies. */
export function dropFormerRows(tx: Tx): void {
  for (const table of rebuiltTables) tx.db.exec(`DROP TABLE IF EXISTS former_${table}`);
}
