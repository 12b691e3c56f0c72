import { unknownTitles } from '../../../domain/catalog/catalog-columns.ts';
import { type CatalogProduct, groupByProduct } from '../../../domain/catalog/group-rows.ts';
import type { ImportEvent } from '../../../domain/catalog/import-report.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { Language } from '../../../domain/settings/settings.ts';
import type { DecimalMark } from '../../../domain/tables/read-number.ts';
import { translator } from '../../../domain/text.ts';
import { openTable } from '../../../node/tables/read-table.ts';
import { writeRejected } from '../../../node/tables/write-table.ts';
import { read, write } from '../database/write.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import type { Checkpointer } from '../database/checkpointer.ts';
import type { CatalogNews } from './catalog-news.ts';
import { type FileClaims, noClaims } from './file-claims.ts';
import { importTally } from './import-tally.ts';
import { planProduct } from './plan-product.ts';
import { readCatalog } from './read-catalog.ts';
import { saveProduct } from './save-product.ts';

/** What an import uses of the till. */
export interface ImportParts extends Book {
  readonly clock: () => UtcMs;
  readonly checkpointer: Pick<Checkpointer, 'wrote'>;
  readonly news: { readonly catalog: Pick<CatalogNews, 'catalogChanged' | 'version'> };
}

/** Products written in one transaction; between two of them the till goes on selling. */
const STEP = 200;

export interface ImportInput {
  readonly content: string;
  readonly mode: 'dry-run' | 'apply';
  /** Of the catalog that the person saw who says `apply`; null or left out compares nothing. */
  readonly seenVersion?: number | null;
  /** The decimal mark of columns that prove none; left out, a doubt ends the import. */
  readonly decimal?: DecimalMark | null;
  /** Of the reasons in the file of rejected rows; Indonesian when left out. */
  readonly language?: Language;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a catalog CSV; `apply` keeps every good row. Stock is taken from the file only for a
 * product that is new: what is on hand of others is known better here. Ends with the report, also
 * when stopped: what was added before then stays, and the same file again goes on from there. Ends
 * with a doubt instead, and nothing changed, when its numbers can be read in two ways.
 * @throws LapakError CSV_BROKEN, CSV_EMPTY, CSV_COLUMN_MISSING, CSV_COLUMN_TWICE: then nothing was
 *   changed; CATALOG_CHANGED when somebody else changes the catalog of `seenVersion`: what was
 *   added before then stays
 */
export async function* importCatalog(
  till: ImportParts,
  input: ImportInput,
): AsyncGenerator<ImportEvent> {
  const isStopped = () => input.signal?.aborted ?? false;
  const table = openTable(input.content);
  const found = await readCatalog(table, input.decimal ?? null, isStopped);
  if ('doubt' in found) return yield { type: 'doubt', doubt: found.doubt };
  const { columns, rowCount, rows, refused } = found.file;
  const tally = importTally(columns);
  tally.refuse(refused);
  const products = groupByProduct(rows);
  const claims = noClaims();
  const { catalog } = till.news;
  const catalogVersion = catalog.version();
  const { seenVersion = null } = input;
  for (let at = 0; at < products.length && !isStopped(); at += STEP) {
    // Each step before was a change too.
    if (seenVersion !== null && catalog.version() !== seenVersion + at / STEP) {
      throw new LapakError('CATALOG_CHANGED', {});
    }
    const plans = importStep(till, products.slice(at, at + STEP), claims, input);
    for (const plan of plans) tally.add(plan);
    if (input.mode === 'apply') {
      till.checkpointer.wrote();
      catalog.catalogChanged();
    }
    const done = Math.min(products.length, at + STEP) / products.length;
    yield { type: 'progress', doneRows: Math.round(done * rowCount), totalRows: rowCount };
    await new Promise((resolve) => setImmediate(resolve));
  }
  const counted = tally.report(rowCount);
  const reasons = tally.reasons(translator(input.language ?? 'id'));
  const rejectedFile = reasons.size > 0 ? await writeRejected(table, reasons) : '';
  const unknownColumns = unknownTitles(columns);
  const report = {
    ...counted,
    rejectedFile,
    unknownColumns,
    catalogVersion,
    cancelled: isStopped(),
  };
  yield { type: 'done', report };
}

function importStep(
  till: ImportParts,
  products: readonly CatalogProduct[],
  claims: FileClaims,
  { mode }: ImportInput,
) {
  if (mode === 'dry-run') {
    return read(till, (tx) => products.map((product) => planProduct(tx, product, claims)));
  }
  return write(till, (tx) => {
    return products.map((product) => {
      const plan = planProduct(tx, product, claims);
      saveProduct(tx, plan, { atMs: till.clock(), isSample: false });
      return plan;
    });
  });
}
