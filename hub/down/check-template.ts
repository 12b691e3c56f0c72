import { noClaims } from '../../domain/catalog/file-claims.ts';
import { groupByProduct } from '../../domain/catalog/group-rows.ts';
import { LISTED_MAX } from '../../domain/catalog/import-report.ts';
import { importTally } from '../../domain/catalog/import-tally.ts';
import { type CatalogLook, planProduct } from '../../domain/catalog/plan-product.ts';
import { readCatalog } from '../../domain/catalog/read-catalog.ts';
import { TEMPLATE_CHARACTERS_MAX } from '../../domain/down/item.ts';
import type { TemplateCheck } from '../../domain/down/manage-contract.ts';
import { LapakError } from '../../domain/errors.ts';
import { unknownTitles } from '../../domain/tables/columns.ts';
import { openTable } from '../../node/tables/read-table.ts';

/** Of a stall that begins: what stalls have besides is theirs to compare with. */
const emptyCatalog: CatalogLook = {
  ofCode: () => undefined,
  ofBarcode: () => undefined,
  codesLike: () => [],
};

/**
 * Reads a template as the import of a till does whose catalog is empty.
 * @throws LapakError CSV_EMPTY, CSV_BROKEN, CSV_COLUMN_MISSING, CSV_COLUMN_TWICE,
 *   TEMPLATE_TOO_LONG, TEMPLATE_DOUBTFUL
 */
export async function checkTemplate(csv: string): Promise<TemplateCheck> {
  if (Buffer.byteLength(JSON.stringify(csv)) > TEMPLATE_CHARACTERS_MAX) {
    throw new LapakError('TEMPLATE_TOO_LONG', { maxCharacters: TEMPLATE_CHARACTERS_MAX });
  }
  const found = await readCatalog(openTable(csv), null, () => false);
  if ('doubt' in found) {
    const { column, example } = found.doubt;
    throw new LapakError('TEMPLATE_DOUBTFUL', { column, example });
  }
  const { columns, rowCount, rows, refused } = found.file;
  const tally = importTally(columns);
  tally.refuse(refused);
  const claims = noClaims();
  for (const product of groupByProduct(rows)) {
    tally.add(planProduct(emptyCatalog, product, claims));
  }
  const { added, rejectedRows, products, changes, rejected } = tally.report(rowCount);
  return {
    rows: rowCount,
    goodRows: added,
    rejectedRows,
    products: products.added,
    listed: changes,
    rejected: rejected.slice(0, LISTED_MAX),
    unknownColumns: unknownTitles(columns),
  };
}
