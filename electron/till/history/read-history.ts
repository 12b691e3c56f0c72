import {
  findHistoryColumns,
  type HistoryColumn,
  type HistoryLayout,
} from '../../../domain/history/columns.ts';
import { type HistoryRow, readHistoryRow } from '../../../domain/history/history-row.ts';
import { type HistoryPlan, planHistory } from '../../../domain/history/documents.ts';
import {
  type DateOrder,
  type Decimal,
  type DecimalMark,
  detectDates,
  detectDecimal,
} from '../../../domain/history/format.ts';
import type { OffsetMinutes, UtcMs } from '../../../domain/time.ts';
import { type CsvLine, detectDelimiter, readCsv } from '../../../node/tables/read-csv.ts';

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
 * Reads a history file into the invoices to ring up and the rows to reject. The file is gone
 * through twice, once for its form and once for its rows, so that its cells are never all in
 * memory.
 * @throws LapakError CSV_BROKEN, CSV_COLUMN_MISSING
 */
export async function readHistory(
  source: HistorySource,
  { offset, nowMs }: { readonly offset: OffsetMinutes; readonly nowMs: UtcMs },
): Promise<HistoryPlan> {
  const { content, rate, refundPrefix } = source;
  const delimiter = source.delimiter ?? detectDelimiter(content);
  const { header, layout, format } = await readForm(source, delimiter);
  const reading = { header, layout, format, rate, offset, nowMs };
  const rows: HistoryRow[] = [];
  const kept = new Map<string, string>();
  for await (const { line, cells } of dataLines(content, delimiter)) {
    rows.push(readHistoryRow(cells.map(shared), line, reading));
  }
  return planHistory(rows, { refundPrefix, offset });

  /** One copy of a text that comes again and again: names, codes, numbers. */
  function shared(cell: string): string {
    const known = kept.get(cell);
    if (known !== undefined) return known;
    kept.set(cell, cell);
    return cell;
  }
}

/** Header, columns, and how dates and numbers are written, told by every row of the file. */
async function readForm(source: HistorySource, delimiter: string) {
  const { content, columns } = source;
  let header: readonly string[] | undefined;
  let layout: HistoryLayout | undefined;
  const dates = new Set<string>();
  const numbers = new Set<string>();
  for await (const { cells } of allLines(content, delimiter)) {
    if (!layout) {
      header = cells;
      layout = findHistoryColumns(cells, columns);
      continue;
    }
    dates.add((cells[layout.date] ?? '').trim().split(/[ T]/, 1)[0] ?? '');
    numbers.add(cells[layout.price] ?? '').add(cells[layout.quantity] ?? '');
  }
  return {
    header: header ?? [],
    layout: layout ?? findHistoryColumns([], columns), // an empty file: this names what it lacks
    format: {
      dates: source.dates ?? detectDates(dates),
      decimal: source.decimal ?? detectDecimal(numbers, delimiter),
    },
  };
}

/** The rows below the header. */
async function* dataLines(content: string, delimiter: string): AsyncGenerator<CsvLine> {
  let isHeader = true;
  for await (const line of allLines(content, delimiter)) {
    if (!isHeader) yield line;
    isHeader = false;
  }
}

/** Rows with anything in them. */
async function* allLines(content: string, delimiter: string): AsyncGenerator<CsvLine> {
  for await (const line of readCsv(content, delimiter, { relaxQuotes: true })) {
    if (line.cells.some((cell) => cell.trim() !== '')) yield line;
  }
}
