import { CsvError, parse } from 'csv-parse';
import { LapakError } from '../../../domain/errors.ts';
import {
  detectDelimiter,
  findHistoryColumns,
  type HistoryColumn,
} from '../../../domain/sales/history-columns.ts';
import { type HistoryRow, readHistoryRow } from '../../../domain/sales/history-csv.ts';
import { type HistoryPlan, planHistory } from '../../../domain/sales/history-documents.ts';
import {
  type DateOrder,
  type Decimal,
  type DecimalMark,
  detectDates,
  detectDecimal,
} from '../../../domain/sales/history-format.ts';
import type { OffsetMinutes, UtcMs } from '../../../domain/time.ts';

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

interface Cells {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * Reads a history file into the invoices to ring up and the rows to reject.
 * @throws LapakError CSV_BROKEN, CSV_COLUMN_MISSING
 */
export async function readHistory(
  source: HistorySource,
  { offset, nowMs }: { readonly offset: OffsetMinutes; readonly nowMs: UtcMs },
): Promise<HistoryPlan> {
  const { rate, columns, refundPrefix } = source;
  const content = source.content.replace(/^\uFEFF/, '');
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
  const rows: HistoryRow[] = body.map(({ row, cells }) => readHistoryRow(cells, row, reading));
  return planHistory(rows, { refundPrefix, offset });
}

async function readCells(content: string, delimiter: string): Promise<Cells[]> {
  const parser = parse(content, {
    delimiter,
    relax_quotes: true, // FRAME 7" SINGLE: systems that do not quote write inches so
    relax_column_count: true, // the row is rejected, not the file
    skip_empty_lines: false, // rows are numbered as a spreadsheet shows them
  });
  const rows: Cells[] = [];
  let row = 0;
  try {
    for await (const record of parser) {
      const cells = record as string[]; // csv-parse gives string[] when no `columns` are asked for
      row += 1;
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ row, cells });
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : row + 1;
    throw new LapakError('CSV_BROKEN', { line, detail: error.code }, { cause: error });
  }
  return rows;
}
