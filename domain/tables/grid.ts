import type { LineFault } from './table.ts';

/**
 * A cell of a file: its text; a number where a sheet holds one; null for a formula, whose value is
 * what somebody's program last made of it. Days of a sheet are ISO text.
 */
export type GridCell = string | number | null;

/** One line of a text file, or row of a sheet. */
export interface GridLine {
  /** 1 is the first. */
  readonly row: number;
  readonly cells: readonly GridCell[];
  /** Why its cells are not to be trusted. */
  readonly fault: LineFault | null;
  /** Whether its workbook counts days from 1904, as old ones of a Mac do. */
  readonly isFrom1904?: boolean;
}

/** Days between the two beginnings from which spreadsheets count. Source: ECMA-376, 18.17.4.1. */
const DAYS_TO_1904 = 1462;

/** A cell that should hold a day: a number of it as counted from 1900. */
export function dayCell({ isFrom1904 = false }: GridLine, cell: string | number): string | number {
  return isFrom1904 && typeof cell === 'number' ? cell + DAYS_TO_1904 : cell;
}

/** The text of a cell; nothing for one that is not there. */
export function cellText(cell: GridCell | undefined): string {
  return cell === undefined || cell === null ? '' : String(cell).trim();
}

/** Whether nothing stands in the line. */
export function isBlankLine({ cells }: GridLine): boolean {
  return cells.every((cell) => cell !== null && cellText(cell) === '');
}
