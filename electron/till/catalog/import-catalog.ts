import { type CatalogProduct, groupProducts } from '../../../domain/catalog/catalog-file.ts';
import {
  type CatalogRow,
  placeColumns,
  readCatalogRow,
  requiredColumns,
} from '../../../domain/catalog/catalog-row.ts';
import type { ImportEvent, ImportReport, RejectedCell } from '../../../domain/catalog/contract.ts';
import { LapakError } from '../../../domain/errors.ts';
import { read, write } from '../database/write.ts';
import type { Till } from '../till.ts';
import { keepProduct, type KeptAs, weighProduct } from './keep-product.ts';
import { detectDelimiter, readCsv } from './read-csv.ts';

/** Products written in one transaction; between two of them the till goes on selling. */
const STEP = 200;

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
  const file = await readFile(input);
  const counts: Record<KeptAs, number> = { added: 0, updated: 0, unchanged: 0 };
  const rejected = [...file.rejected];
  const isStopped = () => input.signal?.aborted ?? false;
  for (let at = 0; at < file.products.length && !isStopped(); at += STEP) {
    const step = file.products.slice(at, at + STEP);
    for (const result of keepStep(till, step, input.mode)) {
      if (result.keptAs) counts[result.keptAs] += 1;
      rejected.push(...result.rejected);
    }
    if (input.mode === 'apply') till.checkpointer.wrote();
    const done = Math.min(file.products.length, at + STEP);
    const doneRows = Math.round((done / file.products.length) * file.rows);
    yield { type: 'progress', doneRows, totalRows: file.rows };
    await new Promise((resolve) => setImmediate(resolve));
  }
  rejected.sort((a, b) => a.row - b.row);
  const report: ImportReport = { rows: file.rows, ...counts, rejected, cancelled: isStopped() };
  yield { type: 'done', report };
}

function keepStep(till: Till, step: readonly CatalogProduct[], mode: ImportInput['mode']) {
  if (mode === 'dry-run') return read(till, (tx) => step.map((one) => weighProduct(tx, one)));
  return write(till, (tx) => step.map((one) => keepProduct(tx, one, till.clock())));
}

async function readFile({ content, signal }: ImportInput): Promise<{
  readonly rows: number;
  readonly products: CatalogProduct[];
  readonly rejected: RejectedCell[];
}> {
  const good: CatalogRow[] = [];
  const rejected: RejectedCell[] = [];
  let places: ReturnType<typeof placeColumns> | undefined;
  let rows = 0;
  for await (const { line, cells } of readCsv(content, detectDelimiter(content))) {
    if (signal?.aborted) break;
    if (!places) {
      places = placeColumns(cells);
      const missing = requiredColumns.find((column) => places?.[column] === undefined);
      if (missing) throw new LapakError('CSV_COLUMN_MISSING', { column: missing });
      continue;
    }
    rows += 1;
    const result = readCatalogRow(cells, places, line);
    if ('row' in result) good.push(result.row);
    else rejected.push(...result.rejected);
  }
  if (!places) throw new LapakError('CSV_COLUMN_MISSING', { column: requiredColumns[0] });
  const grouped = groupProducts(good);
  return { rows, products: grouped.products, rejected: [...rejected, ...grouped.rejected] };
}
