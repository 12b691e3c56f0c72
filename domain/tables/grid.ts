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
}

/** The text of a cell; nothing for one that is not there. */
export function cellText(cell: GridCell | undefined): string {
  return cell === undefined || cell === null ? '' : String(cell).trim();
}

/** Whether nothing stands in the line. */
export function isBlankLine({ cells }: GridLine): boolean {
  return cells.every((cell) => cell !== null && cellText(cell) === '');
}
