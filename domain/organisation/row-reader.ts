import { readMilli, readRupiah } from '../catalog/cell-number.ts';
import { lineOfText } from '../line-of-text.ts';
import { RUPIAH_MAX, type Rupiah, rupiah } from '../money.ts';
import { OrganisationCode } from '../sync/place.ts';
import { tidyCell } from '../tables/cell-text.ts';
import type { FileColumns } from '../tables/columns.ts';
import type { DecimalMark } from '../tables/read-number.ts';
import { readDate } from '../tables/cell-date.ts';
import type { OrganisationReason, Refusal } from './import-reason.ts';
import { SIZE_DM2_MAX } from './rows.ts';

/** Characters of a refused cell that are told. */
const VALUE_MAX = 80;
/** Thousandths of a m² in a dm². */
const MILLI_A_DM2 = 10;

const anyLine = lineOfText(0, 1000);

/** How the cells of a whole file are to be read. */
export interface FileStyle<C extends string> {
  readonly columns: FileColumns<C>;
  /** The decimal mark of each column of numbers. */
  readonly decimals: { readonly [K in C]?: DecimalMark };
  /** Whether one of its dates has the month first. */
  readonly hasMonthFirst: boolean;
}

/** Reads the cells of one row; what cannot be used is refused, and something stands for it. */
export interface RowReader<C extends string> {
  /** Whether the file has the column at all: one that it has not changes nothing. */
  has(column: C): boolean;
  /** A code, of what the row is or of what it names. */
  code(column: C): string;
  /** The code of something that must be there. */
  known(column: C, rows: ReadonlyMap<string, unknown>, reason: OrganisationReason): string;
  /** One line of text that must not be empty. */
  name(column: C, max: number): string;
  /** One line of text, or nothing. */
  text(column: C, max: number): string;
  /** The cell, tidied, whatever it holds. */
  cell(column: C): string;
  rupiah(column: C): Rupiah;
  /** A size in m² with at most two decimals, as dm²; null for an empty cell. */
  sizeDm2(column: C): number | null;
  /** `YYYY-MM-DD` */
  date(column: C): string;
  /** Null for an empty cell. */
  dateOrNull(column: C): string | null;
  refuse(column: C | '', reason: OrganisationReason, value?: string, other?: string): void;
  /** Why the row stays out; empty when it is good. */
  readonly refused: readonly Refusal[];
}

/** The reader of one row. */
export function rowReader<C extends string>(
  line: number,
  cells: readonly string[],
  { columns, decimals, hasMonthFirst }: FileStyle<C>,
): RowReader<C> {
  const refused: Refusal[] = [];
  const cell = (column: C) => tidyCell(cells[columns.places[column] ?? -1] ?? '');
  const refuse = (column: C | '', reason: OrganisationReason, value = '', other = '') => {
    refused.push({ line, column, reason, value: value.slice(0, VALUE_MAX), other });
  };
  const text = (column: C, max: number): string => {
    const value = asLine(cell(column));
    if (value !== undefined && value.length <= max) return value;
    refuse(column, 'tooLong', cell(column), String(max));
    return '-'; // something, so that it is not missing as well
  };
  const filled = (column: C, read: () => string): string => {
    const value = read();
    if (value === '') refuse(column, 'missing');
    return value;
  };
  const code = (column: C) => {
    const value = filled(column, () => cell(column));
    const isWrong = value !== '' && !OrganisationCode.safeParse(value).success;
    if (isWrong) refuse(column, 'codeInvalid', value);
    return isWrong ? '' : value;
  };
  const date = (column: C) => {
    const value = cell(column);
    const found = readDate(value, hasMonthFirst);
    if ('date' in found) return found.date;
    refuse(column, value === '' ? 'missing' : found.reason, value);
    return '';
  };
  const size = (column: C) => {
    const found = readMilli(cell(column), decimals[column] ?? ',', {
      min: 0,
      max: SIZE_DM2_MAX * MILLI_A_DM2,
    });
    const dm2 = 'value' in found ? found.value / MILLI_A_DM2 : 0;
    if ('reason' in found) refuse(column, found.reason, cell(column));
    else if (dm2 === 0 || !Number.isInteger(dm2)) refuse(column, 'sizeInvalid', cell(column));
    return dm2;
  };
  return {
    refused,
    refuse,
    cell,
    text,
    code,
    date,
    has: (column) => columns.places[column] !== undefined,
    name: (column, max) => filled(column, () => text(column, max)),
    known: (column, rows, reason) => {
      const value = code(column);
      if (value !== '' && !rows.has(value)) refuse(column, reason, value);
      return value;
    },
    rupiah: (column) => {
      const value = cell(column);
      const found = readRupiah(value, decimals[column] ?? ',', RUPIAH_MAX);
      if ('value' in found) return rupiah(found.value);
      refuse(column, value === '' ? 'missing' : found.reason, value);
      return rupiah(0);
    },
    sizeDm2: (column) => (cell(column) === '' ? null : size(column)),
    dateOrNull: (column) => (cell(column) === '' ? null : date(column)),
  };
}

/** As lineOfText() has it, with one blank between words: so it comes back from a file. */
function asLine(text: string): string | undefined {
  return anyLine.safeParse(text).data?.replace(/\s+/g, ' ').trim();
}
