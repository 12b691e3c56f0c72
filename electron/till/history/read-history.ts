import { findHistoryColumns, type HistoryColumn } from '../../../domain/history/columns.ts';
import {
  type HistoryReading,
  type HistoryRow,
  readBrokenRow,
  readHistoryRow,
} from '../../../domain/history/history-row.ts';
import { type HistoryPlan, planHistory } from '../../../domain/history/documents.ts';
import {
  type DateOrder,
  detectDates,
  type HistoryFormat,
  isInRupiah,
} from '../../../domain/history/format.ts';
import {
  decideDecimals,
  numberColumn,
  numberStyleDoubtful,
} from '../../../domain/tables/number-style.ts';
import type { Decimal, DecimalMark } from '../../../domain/tables/read-number.ts';
import type { OffsetMinutes, UtcMs } from '../../../domain/time.ts';
import type { Table } from '../../../domain/tables/table.ts';
import { openTable } from '../../../node/tables/read-table.ts';

/** How to read a file of sales history; what is null or left out is detected. */
export interface HistorySource {
  readonly content: string;
  /** Rupiah for one unit of the file's currency. */
  readonly rate: Decimal;
  /** The file's own names of its columns. */
  readonly columns: Readonly<Partial<Record<HistoryColumn, string>>>;
  readonly delimiter: string | null;
  readonly dates: DateOrder | null;
  /** The decimal mark of columns that prove none. */
  readonly decimal: DecimalMark | null;
  /** Begins the number of a refund; empty where only the sign tells. */
  readonly refundPrefix: string;
}

/**
 * Reads a history file into the invoices to ring up and the rows to reject. The file is gone
 * through twice, once for its form and once for its rows, so that its cells are never all in
 * memory.
 * @throws LapakError CSV_BROKEN, CSV_EMPTY, CSV_COLUMN_MISSING, CSV_COLUMN_TWICE,
 *   NUMBER_STYLE_DOUBTFUL
 */
export async function readHistory(
  source: HistorySource,
  { offset, nowMs }: { readonly offset: OffsetMinutes; readonly nowMs: UtcMs },
): Promise<{ readonly table: Table; readonly plan: HistoryPlan }> {
  const { rate, refundPrefix } = source;
  const table = openTable(source.content, source.delimiter);
  const layout = findHistoryColumns(table.header, source.columns);
  const format = await readForm(table, layout, source);
  const reading = { header: table.header, layout, format, rate, offset, nowMs };
  const rows: HistoryRow[] = [];
  const kept = new Map<string, string>();
  for await (const found of table.lines()) {
    if (found.kind === 'row') {
      rows.push(readHistoryRow(found.cells.map(shared), found.line, reading));
    } else if (found.kind === 'rejected') {
      rows.push(readBrokenRow(found.cells, found.line, reading, found.fault));
    }
  }
  return { table, plan: planHistory(rows, { refundPrefix, offset }) };

  /** One copy of a text that comes again and again: names, codes, numbers. */
  function shared(cell: string): string {
    const known = kept.get(cell);
    if (known !== undefined) return known;
    kept.set(cell, cell);
    return cell;
  }
}

/** How dates and numbers are written, told by every row of the file. */
async function readForm(
  table: Table,
  layout: HistoryReading['layout'],
  source: HistorySource,
): Promise<HistoryFormat> {
  const titled = (column: 'price' | 'quantity') => table.header[layout[column]] ?? column;
  const price = numberColumn(titled('price'), { isRupiah: isInRupiah(source.rate) });
  const quantity = numberColumn(titled('quantity'), { isRupiah: false });
  const dates = new Set<string>();
  for await (const { kind, cells } of table.lines()) {
    if (kind !== 'row' || cells.length !== table.header.length) continue;
    dates.add((cells[layout.date] ?? '').trim().split(/[ T]/, 1)[0] ?? '');
    price.add(cells[layout.price] ?? '');
    quantity.add(cells[layout.quantity] ?? '');
  }
  const decided = decideDecimals([price, quantity], source.decimal);
  if ('doubt' in decided) throw numberStyleDoubtful(decided.doubt);
  const [priceMark = ',', quantityMark = ','] = decided.decimals;
  const order = source.dates ?? detectDates(dates);
  return { dates: order, price: priceMark, quantity: quantityMark };
}
