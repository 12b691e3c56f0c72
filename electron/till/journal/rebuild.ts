import { type ChainTip, emptyTip } from '../../../domain/journal/chain.ts';
import { publicKeyOf } from '../../../node/crypto/keys.ts';
import { chainCrypto } from '../../../node/crypto/signing.ts';
import type { Tx } from '../database/run.ts';
import { write } from '../database/write.ts';
import { migrations, rebuiltStatements } from '../database/migrations.ts';
import { findSchemaDifference } from '../database/schema.ts';
import { countStock } from '../inventory/stock-store.ts';
import { collectClaims } from '../payments/open-claim-store.ts';
import { collectSold } from '../sales/sold-product-store.ts';
import { type ProjectedRows, projectRecord } from './project-record.ts';
import { insertRows, noRows, type ProjectedTable, projectedTables } from './projection-store.ts';
import { assertWhole } from './assert-whole.ts';
import { assertPlaced, assertPositions, damagedBook } from './check-placed.ts';
import type { Device } from './device.ts';
import {
  copyFormerRows,
  dropFormerRows,
  findFormerDifference,
  kindOf,
  rebuiltTables,
} from './former-rows-store.ts';
import { recordsFrom } from './record-store.ts';
import { repairFolder } from './repair-folder.ts';
import type { TipFound } from './tip-file.ts';

/** What making the tables of sales and stock anew came to. */
export interface Rebuilt {
  readonly records: number;
  /** Rows of each table now. */
  readonly rows: Readonly<Record<ProjectedTable, number>>;
  /** Tables that were not what the journal says; where a column differed, its name too. */
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
  const schema = findSchemaDifference(tx.db, migrations);
  const unreadable = copyFormerRows(tx);
  makeTables(tx);
  const rows = noRows();
  const records = eachRecord(tx, device, (projected) => {
    insertRows(tx, projected);
    for (const table of projectedTables) rows[table] += projected[table].length;
  });
  countStock(tx);
  collectSold(tx);
  collectClaims(tx);
  const changed = rebuiltTables.flatMap((table) =>
    unreadable.has(table) ? table : (findFormerDifference(tx, table) ?? []),
  );
  dropFormerRows(tx);
  const left = findSchemaDifference(tx.db, migrations);
  if (left) throw damagedBook(tx, `the schema: ${left}; no rebuild mends that`);
  if (schema) changed.push(`schema (${schema})`);
  assertWhole(tx, device, kept);
  return { records, rows, changed };
}

function makeTables(tx: Tx): void {
  for (const table of rebuiltTables.toReversed()) {
    const kind = kindOf(tx, table);
    if (kind) tx.db.exec(`DROP ${kind} ${table}`);
  }
  for (const statement of rebuiltStatements) tx.db.exec(statement);
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
  act: (rows: ProjectedRows) => void,
): number {
  const crypto = chainCrypto(publicKeyOf(publicKey));
  const newest = assertPositions(tx);
  let before: ChainTip = emptyTip;
  for (let from = 1; from <= newest; from += STEP) {
    for (const stored of recordsFrom(tx, from, STEP)) {
      const chain = { device, before, isSignatureChecked: stored.position === newest };
      const { record, tip } = assertPlaced(tx, stored, chain, crypto);
      act(projectRecord(stored.position, record));
      before = tip;
    }
  }
  return newest;
}
