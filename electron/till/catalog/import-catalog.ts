import {
  type CatalogFile,
  type CatalogProduct,
  gatherProducts,
} from '../../../domain/catalog/catalog-file.ts';
import {
  type CatalogColumns,
  placeColumns,
  readCatalogRow,
  type Refusal,
  requiredColumns,
  titleOf,
} from '../../../domain/catalog/catalog-row.ts';
import type { ImportEvent, ImportReport } from '../../../domain/catalog/contract.ts';
import { LapakError } from '../../../domain/errors.ts';
import { read, write } from '../database/write.ts';
import type { Till } from '../till.ts';
import { keepProduct, type KeptAs, weighProduct } from './keep-product.ts';
import { detectDelimiter, readCsv } from '../../../node/tables/read-csv.ts';

/** Products written in one transaction; between two of them the till goes on selling. */
const STEP = 200;
/** Rows read between two turns of the event loop. */
const ROWS_A_TURN = 1000;

export interface ImportInput {
  readonly content: string;
  readonly mode: 'dry-run' | 'apply';
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a catalog CSV; `apply` keeps every good row. Stock is taken from the file only for a
 * product that is new: what is on hand of others is known better here. Ends with the report, also
 * when stopped: what was added before then stays, and the same file again goes on from there.
 * @throws LapakError CSV_BROKEN, CSV_COLUMN_MISSING: then nothing was changed
 */
export async function* importCatalog(till: Till, input: ImportInput): AsyncGenerator<ImportEvent> {
  const isStopped = () => input.signal?.aborted ?? false;
  const { columns, rows, file, refused } = await readFile(input.content, isStopped);
  const products = file.products();
  const counts: Record<KeptAs, number> = { added: 0, updated: 0, unchanged: 0 };
  for (let at = 0; at < products.length && !isStopped(); at += STEP) {
    for (const result of keepStep(till, products.slice(at, at + STEP), input.mode)) {
      if (result.keptAs) counts[result.keptAs] += 1;
      for (const refusal of result.refused) refused.push(refusal);
    }
    if (input.mode === 'apply') till.checkpointer.wrote();
    const done = Math.min(products.length, at + STEP) / products.length;
    yield { type: 'progress', doneRows: Math.round(done * rows), totalRows: rows };
    await nextTurn();
  }
  const rejected = [...refused, ...file.refused]
    .sort((a, b) => a.row - b.row)
    .map(({ column, ...cell }) => {
      return { ...cell, column: column === '' ? '' : titleOf(columns, column) };
    });
  const report: ImportReport = { rows, ...counts, rejected, cancelled: isStopped() };
  yield { type: 'done', report };
}

function keepStep(till: Till, step: readonly CatalogProduct[], mode: ImportInput['mode']) {
  if (mode === 'dry-run') return read(till, (tx) => step.map((one) => weighProduct(tx, one)));
  return write(till, (tx) => step.map((one) => keepProduct(tx, one, till.clock())));
}

interface FileRead {
  readonly columns: CatalogColumns;
  /** Rows below the header that are not blank. */
  readonly rows: number;
  readonly file: CatalogFile;
  readonly refused: Refusal[];
}

async function readFile(content: string, isStopped: () => boolean): Promise<FileRead> {
  const file = gatherProducts();
  const refused: Refusal[] = [];
  let columns: CatalogColumns | undefined;
  let rows = 0;
  for await (const { line, cells } of readCsv(content, detectDelimiter(content))) {
    if (isStopped()) break;
    if (isBlank(cells)) continue;
    if (!columns) {
      columns = findColumns(cells);
      continue;
    }
    rows += 1;
    const result = readCatalogRow(cells, columns, line);
    if ('row' in result) file.add(result.row);
    else for (const refusal of result.refused) refused.push(refusal);
    if (rows % ROWS_A_TURN === 0) await nextTurn();
  }
  columns ??= isStopped() ? placeColumns([]) : findColumns([]);
  return { columns, rows, file, refused };
}

/** Blank, or the line in which Excel notes its separator: `sep=;`. */
function isBlank(cells: readonly string[]): boolean {
  return /^(sep=)?\s*$/.test(cells.join(''));
}

/** @throws LapakError CSV_COLUMN_MISSING */
function findColumns(header: readonly string[]): CatalogColumns {
  const columns = placeColumns(header);
  const missing = requiredColumns.find((column) => columns.places[column] === undefined);
  if (missing) throw new LapakError('CSV_COLUMN_MISSING', { column: titleOf(columns, missing) });
  return columns;
}

/** Lets the till sell; a file comes in without a pause of its own. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
