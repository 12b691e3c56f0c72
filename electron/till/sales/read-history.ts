import { findHistoryColumns, type HistoryColumn } from '../../../domain/sales/history-columns.ts';
import { readHistoryRow } from '../../../domain/sales/history-csv.ts';
import { type HistoryPlan, planHistory } from '../../../domain/sales/history-documents.ts';
import {
  type DateOrder,
  type Decimal,
  type DecimalMark,
  detectDates,
  detectDecimal,
} from '../../../domain/sales/history-format.ts';
import type { OffsetMinutes, UtcMs } from '../../../domain/time.ts';
import { type CsvLine, detectDelimiter, readCsv } from '../catalog/read-csv.ts';

/** How to read a file of sales history; what is null or left out is detected. */
export interface HistorySource {
  readonly content: string;
  /** Rupiah for one unit of the file's currency. */
  readonly rate: Decimal;
  /** The file's own names of its columns. */
  readonly columns: Readonly<Partial<Record<HistoryColumn, string>>>;
  readonly delimiter: string | null;
  readonly dates: DateOrder | null;
  readonly decimal: DecimalMark | null;
  /** Begins the number of a refund; empty where only the sign tells. */
  readonly refundPrefix: string;
}

/**
 * Reads a history file into the invoices to ring up and the rows to reject.
 * @throws LapakError CSV_BROKEN, CSV_COLUMN_MISSING
 */
export async function readHistory(
  source: HistorySource,
  { offset, nowMs }: { readonly offset: OffsetMinutes; readonly nowMs: UtcMs },
): Promise<HistoryPlan> {
  const { content, rate, columns, refundPrefix } = source;
  const delimiter = source.delimiter ?? detectDelimiter(content);
  const [head, ...body] = await readCells(content, delimiter);
  const header = head?.cells ?? [];
  const layout = findHistoryColumns(header, columns);
  const column = (name: HistoryColumn) => body.map(({ cells }) => cells[layout[name]] ?? '');
  const format = {
    dates: source.dates ?? detectDates(column('date')),
    decimal:
      source.decimal ?? detectDecimal([...column('price'), ...column('quantity')], delimiter),
  };
  const reading = { header, layout, format, rate, offset, nowMs };
  const rows = body.map(({ line, cells }) => readHistoryRow(cells, line, reading));
  return planHistory(rows, { refundPrefix, offset });
}

async function readCells(content: string, delimiter: string): Promise<CsvLine[]> {
  const lines: CsvLine[] = [];
  for await (const line of readCsv(content, delimiter, { relaxQuotes: true })) {
    if (line.cells.some((cell) => cell.trim() !== '')) lines.push(line);
  }
  return lines;
}
