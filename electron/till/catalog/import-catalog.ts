import type { Actor } from '../../../domain/actor.ts';
import { type CatalogProduct, groupByProduct } from '../../../domain/catalog/group-rows.ts';
import type { ImportEvent } from '../../../domain/catalog/import-report.ts';
import { LapakError } from '../../../domain/errors.ts';
import { countOf } from '../../../domain/journal/trail.ts';
import type { Language } from '../../../domain/settings/settings.ts';
import { unknownTitles } from '../../../domain/tables/columns.ts';
import type { DecimalMark } from '../../../domain/tables/read-number.ts';
import { translator } from '../../../domain/translator.ts';
import { openTable } from '../../../node/tables/read-table.ts';
import { writeRejected } from '../../../node/tables/write-table.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { type ActOf, type JournalTill, writeAct } from '../journal/write-journal.ts';
import type { CatalogNews } from './catalog-news.ts';
import { type FileClaims, noClaims } from '../../../domain/catalog/file-claims.ts';
import { type ImportTally, importTally } from '../../../domain/catalog/import-tally.ts';
import { planProduct } from '../../../domain/catalog/plan-product.ts';
import { lookAtCatalog } from './look-at-catalog.ts';
import { readCatalog } from '../../../domain/catalog/read-catalog.ts';
import { saveProduct } from './save-product.ts';

/** What an import uses of the till. */
export interface ImportParts extends JournalTill {
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
 *   added before then stays; CLOCK_WRONG
 */
export async function* importCatalog(
  till: ImportParts,
  actor: Actor,
  input: ImportInput,
): AsyncGenerator<ImportEvent> {
  const isStopped = () => input.signal?.aborted ?? false;
  const table = openTable(input.content);
  const found = await readCatalog(table, input.decimal ?? null, isStopped);
  if ('doubt' in found) return yield { type: 'doubt', doubt: found.doubt };
  const { columns, rowCount, rows, refused } = found.file;
  const tally = importTally(columns);
  tally.refuse(refused);
  const catalogVersion = till.news.catalog.version();
  yield* takeIn(till, actor, groupByProduct(rows), { input, tally, rowCount, isStopped });
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

/** What goes along from step to step. */
interface Intake {
  readonly input: ImportInput;
  readonly tally: ImportTally;
  readonly rowCount: number;
  readonly isStopped: () => boolean;
}

/** Takes the products in, step by step. The journal has one record of it, in the last of them. */
async function* takeIn(
  till: ImportParts,
  actor: Actor,
  products: readonly CatalogProduct[],
  { input, tally, rowCount, isStopped }: Intake,
): AsyncGenerator<ImportEvent> {
  const { catalog } = till.news;
  const { mode, seenVersion = null } = input;
  const claims = noClaims();
  const act = () => importAct(tally.report(rowCount));
  let isUntold = false;
  try {
    for (let at = 0; at < products.length && !isStopped(); at += STEP) {
      // Each step before was a change too.
      if (seenVersion !== null && catalog.version() !== seenVersion + at / STEP) {
        throw new LapakError('CATALOG_CHANGED', {});
      }
      const step = products.slice(at, at + STEP);
      const isLast = at + STEP >= products.length;
      if (mode === 'dry-run') read(till, (tx) => planStep(tx, step, claims, tally));
      else {
        writeAct(till, actor, (tx, tell) => {
          planStep(tx, step, claims, tally, till.clock());
          if (isLast) tell(act());
        });
        isUntold = !isLast;
        till.checkpointer.wrote();
        catalog.catalogChanged();
      }
      const done = Math.min(products.length, at + STEP) / products.length;
      yield { type: 'progress', doneRows: Math.round(done * rowCount), totalRows: rowCount };
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    // Stopped between two steps: what came in until then stays. The till may be closed meanwhile.
    if (isUntold && till.db.open) writeAct(till, actor, (_, tell) => tell(act()));
  }
}

/** Plans each product and counts it. @param atMs keeps it as well; left out, nothing is written */
function planStep(
  tx: Tx,
  products: readonly CatalogProduct[],
  claims: FileClaims,
  tally: ImportTally,
  atMs?: UtcMs,
): void {
  const catalog = lookAtCatalog(tx);
  for (const product of products) {
    const plan = planProduct(catalog, product, claims);
    if (atMs !== undefined) saveProduct(tx, plan, { atMs, isSample: false });
    tally.add(plan);
  }
}

/** An import as the journal has it. */
function importAct(counted: ReturnType<ImportTally['report']>): ActOf {
  const { rows, added, updated, unchanged, rejectedRows, remaining } = counted;
  const counts = { rows, added, updated, unchanged, rejected: rejectedRows, remaining };
  const changes = Object.entries(counts).map(([field, count]) => countOf(field, count));
  return { act: 'catalog-import', changes: changes.filter(({ to }) => to !== '0') };
}
