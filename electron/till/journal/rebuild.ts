import { type ChainTip, emptyTip } from '../../../domain/journal/chain.ts';
import { LapakError } from '../../../domain/errors.ts';
import { publicKeyOf } from '../../../node/crypto/keys.ts';
import { chainCrypto } from '../../../node/crypto/signing.ts';
import { databaseFailure } from '../../../node/sqlite/failure.ts';
import type { Tx } from '../database/run.ts';
import { write } from '../database/write.ts';
import { projectionTables } from '../database/migrations.ts';
import { findStockDifference, recountStock } from '../inventory/stock-store.ts';
import { type ProjectedRows, projectRecord } from '../sales/project-sale.ts';
import {
  countProjection,
  findDifference,
  insertRows,
  noRows,
  type ProjectedTable,
  projectedTables,
} from '../sales/projection-store.ts';
import { assertWhole } from './assert-whole.ts';
import { assertPlaced, assertPositions } from './check-placed.ts';
import type { Device } from './device.ts';
import { recordsFrom } from './record-store.ts';
import { repairFolder } from './repair-folder.ts';
import type { TipFound } from './tip-file.ts';

/** What making the sale's tables anew came to. */
export interface Rebuilt {
  readonly records: number;
  /** Rows of each table now. */
  readonly rows: Readonly<Record<ProjectedTable, number>>;
  /** Tables and columns that were not what the journal says, with the first record of each. */
  readonly changed: readonly string[];
}

/** Records read at a time. */
const STEP = 500;

/**
 * Makes the tables that stem from the journal anew from it, in one transaction, and tells what that
 * changed: nothing in a whole book. The chain is checked on the way, its newest signature too; what
 * the journal itself lacks cannot be rebuilt.
 * @throws LapakError BOOK_MISSING, FOLDER_IN_USE, DATABASE_DAMAGED naming the bad record, and what
 *   opening a folder throws; then nothing was changed
 */
export function rebuildFolder(dataDir: string): Rebuilt {
  return repairFolder(dataDir, (book, { device, tip }) => {
    const rebuilt = write(book, (tx) => rebuildTables(tx, device, tip));
    book.db.pragma('wal_checkpoint(TRUNCATE)');
    return rebuilt;
  });
}

function rebuildTables(tx: Tx, device: Device, kept: TipFound): Rebuilt {
  const changed = findChanges(tx, device);
  makeTables(tx);
  const rows = noRows();
  const records = eachRecord(tx, device, (projected) => {
    insertRows(tx, projected);
    for (const table of projectedTables) rows[table] += projected[table].length;
  });
  recountStock(tx);
  assertWhole(tx, device, kept);
  return { records, rows, changed };
}

/** What of the tables is not as the journal has it: a column, or a table with other rows. */
function findChanges(tx: Tx, device: Device): string[] {
  const changed = new Set<string>();
  const rows = noRows();
  eachRecord(tx, device, (projected, position) => {
    for (const table of projectedTables) {
      rows[table] += projected[table].length;
      if (changed.has(table)) continue;
      const difference = differenceIn(tx, table, position, projected);
      if (difference !== undefined) changed.add(difference);
    }
  });
  for (const table of projectedTables) {
    const isCounted = !changed.has(table) && countProjection(tx, table) !== rows[table];
    if (isCounted) changed.add(table);
  }
  const stock = changed.size === 0 ? findStockDifference(tx) : undefined;
  return [...changed, ...(stock === undefined ? [] : ['stock'])];
}

/** @returns the column that differs; the table itself when it is gone or has another form */
function differenceIn(
  tx: Tx,
  table: ProjectedTable,
  position: number,
  projected: ProjectedRows,
): string | undefined {
  try {
    return findDifference(tx, table, position, projected);
  } catch (error) {
    const failure = databaseFailure(error, tx.dataDir);
    if (failure instanceof LapakError && failure.code === 'DATABASE_DAMAGED') return table;
    throw error;
  }
}

function makeTables(tx: Tx): void {
  for (const table of projectedTables.toReversed()) {
    const kind = kindOf(tx, table);
    if (kind) tx.db.exec(`DROP ${kind} ${table}`);
  }
  for (const statement of projectionTables) tx.db.exec(statement);
}

/** What stands in the place of a table: somebody may have put a view there. */
function kindOf({ db }: Tx, name: string): string | undefined {
  const find = db.prepare<[string], string>('SELECT type FROM sqlite_schema WHERE name = ?');
  return find.pluck().get(name);
}

/**
 * Checks the chain and gives the rows of each record, in order. The newest signature stands for
 * all.
 * @returns the number of records
 * @throws LapakError DATABASE_DAMAGED naming the record that is not whole
 */
function eachRecord(
  tx: Tx,
  { device, publicKey }: Device,
  act: (rows: ProjectedRows, position: number) => void,
): number {
  const crypto = chainCrypto(publicKeyOf(publicKey));
  const newest = assertPositions(tx);
  let before: ChainTip = emptyTip;
  for (let from = 1; from <= newest; from += STEP) {
    for (const stored of recordsFrom(tx, from, STEP)) {
      const chain = { device, before, isSignatureChecked: stored.position === newest };
      const { record, tip } = assertPlaced(tx, stored, chain, crypto);
      act(projectRecord(stored.position, record), stored.position);
      before = tip;
    }
  }
  return newest;
}
