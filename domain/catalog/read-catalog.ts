import {
  type CatalogDecimals,
  type CatalogRow,
  numberColumns,
  readCatalogRow,
  type Refusal,
} from './catalog-row.ts';
import {
  type CatalogColumn,
  type CatalogColumns,
  findColumns,
  titleOf,
} from './catalog-columns.ts';
import { fitsTitles } from '../tables/columns.ts';
import { decideDecimals, type NumberDoubt, numberColumn } from '../tables/number-style.ts';
import type { DecimalMark } from '../tables/read-number.ts';
import type { Table } from '../tables/table.ts';

/** A catalog file as read: every row below the titles is good or refused. */
export interface CatalogFile {
  readonly columns: CatalogColumns;
  /** Rows below the titles that are not blank. */
  readonly rowCount: number;
  readonly rows: readonly CatalogRow[];
  readonly refused: readonly Refusal[];
}

const rupiahColumns: ReadonlySet<CatalogColumn> = new Set(['price', 'floor']);

/**
 * Reads a catalog file, twice: once for how its columns write numbers, once for its rows, so that
 * its cells are never all in memory.
 * @param isStopped ends the reading early
 * @throws LapakError CSV_COLUMN_MISSING, CSV_COLUMN_TWICE
 */
export async function readCatalog(
  table: Table,
  given: DecimalMark | null,
  isStopped: () => boolean,
): Promise<{ readonly file: CatalogFile } | { readonly doubt: NumberDoubt }> {
  const columns = findColumns(table.header);
  const numbers = await readNumbers(table, columns, isStopped);
  const decided = decideDecimals(numbers, isStopped() ? ',' : given); // no question once stopped
  if ('doubt' in decided) return decided;
  const [price = ',', factor = ',', stock = ',', floor = ','] = decided.decimals;
  return { file: await readRows(table, columns, { price, factor, stock, floor }, isStopped) };
}

async function readNumbers(table: Table, columns: CatalogColumns, isStopped: () => boolean) {
  const found = numberColumns.map((column) => {
    const place = columns.places[column] ?? -1;
    const numbers = numberColumn(titleOf(columns, column), { isRupiah: rupiahColumns.has(column) });
    return { place, numbers };
  });
  for await (const { kind, cells } of table.lines()) {
    if (isStopped()) break;
    if (kind !== 'row' || !fitsTitles(cells, columns.titles)) continue;
    for (const { place, numbers } of found) numbers.add(cells[place] ?? '');
  }
  return found.map(({ numbers }) => numbers);
}

async function readRows(
  table: Table,
  columns: CatalogColumns,
  decimals: CatalogDecimals,
  isStopped: () => boolean,
): Promise<CatalogFile> {
  const rows: CatalogRow[] = [];
  const refused: Refusal[] = [];
  let rowCount = 0;
  for await (const found of table.lines()) {
    if (isStopped()) break;
    if (found.kind === 'blank' || found.kind === 'header') continue;
    rowCount += 1;
    const { line, cells } = found;
    if (found.kind === 'rejected') {
      const value = cells.join(table.delimiter).slice(0, 80);
      refused.push({ row: line, column: '', reason: found.fault, value, other: '' });
      continue;
    }
    const read = readCatalogRow(cells, line, { columns, decimals });
    if ('row' in read) rows.push(read.row);
    else refused.push(...read.refused);
  }
  return { columns, rowCount, rows, refused };
}
