import type { SettlementFile } from './settlement.ts';
import { type RejectedRow, rejectedRow, type StatementFile } from './statement.ts';

/**
 * Leaves out booked rows that are dated behind a day: a misread year, or a file that was altered.
 * @param endsOn last day that the file can have rows of, `YYYY-MM-DD`
 */
export function rejectAhead(file: StatementFile, endsOn: string): StatementFile {
  const { kept, rejected } = split(
    file.rows,
    ({ isPending, on }) => (isPending ? null : on),
    endsOn,
  );
  if (rejected.length === 0) return file;
  const all = [...file.rejected, ...rejected].sort((a, b) => a.row - b.row);
  return { ...file, rows: kept, rejected: all, isBalanced: false };
}

/**
 * The same of payments that an acquirer tells of: they may be settled on a later day.
 * @param endsOn last day that the file can have payments of, `YYYY-MM-DD`
 */
export function rejectPaidAhead(file: SettlementFile, endsOn: string): SettlementFile {
  const { kept, rejected } = split(file.rows, ({ paidOn }) => paidOn, endsOn);
  if (rejected.length === 0) return file;
  const all = [...file.rejected, ...rejected].sort((a, b) => a.row - b.row);
  return { ...file, rows: kept, rejected: all };
}

function split<Row extends { readonly row: number }>(
  rows: readonly Row[],
  dayOf: (row: Row) => string | null,
  endsOn: string,
): { kept: Row[]; rejected: RejectedRow[] } {
  const kept: Row[] = [];
  const rejected: RejectedRow[] = [];
  for (const row of rows) {
    const on = dayOf(row);
    if (on === null || on <= endsOn) kept.push(row);
    else rejected.push(rejectedRow(row.row, '', 'dateOutside', on));
  }
  return { kept, rejected };
}
