import { stringify } from 'csv-stringify/sync';
import { guardCell } from '../../domain/tables/cell-text.ts';
import type { Table } from '../../domain/tables/table.ts';

/** The title of the column that tells why a row was rejected; such a column is never imported. */
const REASON_TITLE = 'alasan';

/** Tells a spreadsheet that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows as CSV text that a spreadsheet opens and openTable() reads back: lines end with CRLF, and a
 * text that a spreadsheet would take for a formula gets an apostrophe before it, which tidyCell()
 * takes off again. Source: OWASP, CSV injection.
 */
export function writeTable(
  rows: readonly (readonly (string | number)[])[],
  delimiter: string,
): string {
  const guarded = rows.map((row) => {
    return row.map((cell) => (typeof cell === 'string' ? guardCell(cell) : cell));
  });
  return stringify(guarded, {
    delimiter,
    escape_formulas: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
}

/**
 * The rejected rows of a table as a file of its own, in the form of the first: its titles, the
 * cells as they stood, and in a last column the reason. It can be mended and imported.
 * @param reasons in words, by line
 */
export async function writeRejected(
  table: Table,
  reasons: ReadonlyMap<number, string>,
): Promise<string> {
  const before = table.header.findIndex((title) => title.trim().toLowerCase() === REASON_TITLE);
  const isKept = (_: string, at: number) => at !== before; // the reasons of an earlier import
  const header = table.header.filter(isKept);
  const rows: { readonly cells: string[]; readonly reason: string }[] = [];
  for await (const { line, cells } of table.lines()) {
    const reason = reasons.get(line);
    if (reason === undefined) continue;
    rows.push({ cells: cells.filter(isKept).map((cell) => cell.trim()), reason });
  }
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.length);
  const fill = (cells: readonly string[]) => {
    return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
  };
  const file = [
    [...fill(header), REASON_TITLE],
    ...rows.map(({ cells, reason }) => [...fill(cells), reason]),
  ];
  return BYTE_ORDER_MARK + writeTable(file, table.delimiter);
}
