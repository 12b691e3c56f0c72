import { type Cell, readXlsx, type Sheet } from 'hucre/xlsx';
import type { GridCell, GridLine } from '../../domain/tables/grid.ts';
import { LapakError } from '../../domain/errors.ts';
import { checkUnfolding } from './check-unfolding.ts';

/** Sheets that are looked at. */
const SHEETS_MAX = 3;
/** Largest sheet, by rows and by the cells of its rectangle: both are held in memory. */
const COLUMNS_MAX = 60;

/** Whether the bytes begin as a workbook does: a ZIP file, or one with a password. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || isLocked(bytes);
}

/**
 * The rows of the first sheet of a workbook that can be seen and has any; formulas are never worked
 * out, and stand as null. Days and times of the sheet are ISO text, numbers stay numbers.
 * @throws LapakError WORKBOOK_LOCKED, WORKBOOK_UNFOLDS, TABLE_TOO_LONG, WORKBOOK_BROKEN
 */
export async function readSheet(bytes: Uint8Array, rowsMax: number): Promise<GridLine[]> {
  if (isLocked(bytes)) throw new LapakError('WORKBOOK_LOCKED', {});
  checkUnfolding(bytes);
  const { sheets, dateSystem } = await openWorkbook(bytes, rowsMax);
  const sheet = sheets.find(({ rows }) => rows.length > 0);
  if (!sheet) return [];
  if (sheet.rows.length > rowsMax) throw new LapakError('TABLE_TOO_LONG', { maxRows: rowsMax });
  return linesOf(sheet, dateSystem === '1904');
}

async function openWorkbook(bytes: Uint8Array, rowsMax: number) {
  let seen = 0;
  try {
    return await readXlsx(bytes, {
      // One that is hidden is not what the bank shows, nor what a person saw who opened the file.
      sheets: ({ hidden = false, veryHidden = false }) => {
        if (!hidden && !veryHidden) seen += 1;
        return !hidden && !veryHidden && seen <= SHEETS_MAX;
      },
      // One more than may be, to tell; columns by letter, since what lies beyond is no statement.
      range: `A1:${columnLetters(COLUMNS_MAX)}${rowsMax + 1}`,
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : 'XLSX';
    throw new LapakError('WORKBOOK_BROKEN', { detail }, { cause: error });
  }
}

function linesOf({ rows, cells }: Sheet, isFrom1904: boolean): GridLine[] {
  const formulas = new Set<string>();
  for (const [place, cell] of cells ?? []) if (isFormula(cell)) formulas.add(place);
  return rows.map((values, at) => ({
    row: at + 1,
    fault: null,
    ...(isFrom1904 && { isFrom1904 }),
    cells: values.map((value, column): GridCell => {
      if (formulas.size > 0 && formulas.has(`${at},${column}`)) return null;
      if (value instanceof Date) return stampOf(value);
      return typeof value === 'number' ? value : String(value ?? '');
    }),
  }));
}

function isFormula({ formula, type }: Cell): boolean {
  return formula !== undefined || type === 'formula';
}

function stampOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}

function columnLetters(count: number): string {
  const letter = (at: number) => String.fromCharCode(64 + at);
  return count <= 26
    ? letter(count)
    : letter(Math.floor((count - 1) / 26)) + letter(((count - 1) % 26) + 1);
}

/** An OLE2 container, as Office makes it of a workbook with a password; also the old XLS. */
function isLocked(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}

function startsWith(bytes: Uint8Array, begin: readonly number[]): boolean {
  return begin.every((byte, at) => bytes[at] === byte);
}
