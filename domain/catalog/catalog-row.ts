import { RUPIAH_MAX } from '../money.ts';
import { MILLI_MAX } from '../quantity.ts';
import { tidyCell } from '../tables/cell-text.ts';
import { fitsTitles } from '../tables/columns.ts';
import type { DecimalMark } from '../tables/read-number.ts';
import { isValidBarcode } from './barcode.ts';
import { type CatalogColumn, type CatalogColumns, requiredColumns } from './catalog-columns.ts';
import { type CellNumber, readMilli, readRupiah } from './cell-number.ts';
import { type FloorSaid, isNoFloor } from './floor.ts';
import type { ImportReason } from './import-reason.ts';
import { BARCODES_MAX, CODE_MAX, NAME_MAX, UNIT_MAX } from './product.ts';
import { readTax, type TaxChoice } from './product-tax.ts';

/** One good row: a product in one of its units. */
export interface CatalogRow {
  /** Line of the file on which it begins; 1 is the first. */
  readonly row: number;
  readonly code: string;
  readonly name: string;
  /** Empty when the file says nothing. */
  readonly category: string;
  /** Empty when the file says nothing: the base unit. */
  readonly unit: string;
  /** Thousandths of the base unit; null when the file says nothing. */
  readonly factorMilli: number | null;
  readonly priceRupiah: number;
  readonly barcodes: readonly string[];
  /** Null when the file says nothing; below zero only as an export tells what is on hand. */
  readonly stockMilli: number | null;
  readonly floorRupiah: FloorSaid;
  /** Null when the file says nothing. */
  readonly tax: TaxChoice | null;
}

/** Columns of numbers. */
export const numberColumns = ['price', 'factor', 'stock', 'floor'] as const;
type NumberColumn = (typeof numberColumns)[number];

/** The decimal mark of each column of numbers. */
export type CatalogDecimals = Readonly<Record<NumberColumn, DecimalMark>>;

/** A cell of the file that keeps its row out; `column` is empty for the row as a whole. */
export interface Refusal {
  readonly row: number;
  readonly column: CatalogColumn | '';
  readonly reason: ImportReason;
  readonly value: string;
  /** What it meets: the product that has it already, how many letters it may have. */
  readonly other: string;
}

/** Reads one row: the row, or a reason for each cell that keeps it out. */
export function readCatalogRow(
  cells: readonly string[],
  row: number,
  { columns, decimals }: { readonly columns: CatalogColumns; readonly decimals: CatalogDecimals },
): { readonly row: CatalogRow } | { readonly refused: readonly Refusal[] } {
  const refused: Refusal[] = [];
  const cell = (column: CatalogColumn) => tidyCell(cells[columns.places[column] ?? -1] ?? '');
  const refuse = (column: CatalogColumn | '', reason: ImportReason, value: string, other = '') => {
    refused.push({ row, column, reason, value: value.slice(0, 80), other });
  };
  const text = (column: CatalogColumn, max: number) => {
    const value = cell(column);
    if (value === '' && isRequired(column)) refuse(column, 'missing', '');
    if (value.length > max) refuse(column, 'tooLong', value, String(max));
    return value;
  };
  const number = (column: CatalogColumn, found: CellNumber) => {
    if ('value' in found) return found.value;
    const value = cell(column);
    refuse(column, value === '' ? 'missing' : found.reason, value);
    return 0;
  };
  const quantity = (column: 'factor' | 'stock', min: number) => {
    const value = cell(column);
    if (value === '') return null;
    return number(column, readMilli(value, decimals[column], { min, max: MILLI_MAX }));
  };

  const price = (column: 'price' | 'floor') =>
    number(column, readRupiah(cell(column), decimals[column], RUPIAH_MAX));
  const floor = (value: string): FloorSaid => {
    if (value === '') return null;
    return isNoFloor(value) ? 'none' : price('floor');
  };
  const tax = (value: string): TaxChoice | null => {
    const found = value === '' ? null : readTax(value);
    if (found === undefined) refuse('tax', 'taxUnknown', value);
    return found ?? null;
  };

  if (!fitsTitles(cells, columns.titles)) {
    refuse('', 'cellsWrong', `${cells.length} / ${columns.titles.length}`);
    return { refused };
  }
  const barcodes = cell('barcode')
    .split(/[\s|,]+/)
    .filter(Boolean);
  const wrong = findBadBarcode(cell('barcode'), barcodes);
  if (wrong) refuse('barcode', wrong.reason, wrong.value);
  const read: CatalogRow = {
    row,
    code: text('code', CODE_MAX),
    name: text('name', NAME_MAX),
    category: text('category', NAME_MAX),
    unit: text('unit', UNIT_MAX),
    factorMilli: quantity('factor', 0),
    priceRupiah: price('price'),
    barcodes: [...new Set(barcodes)],
    stockMilli: quantity('stock', -MILLI_MAX),
    floorRupiah: floor(cell('floor')),
    tax: tax(cell('tax')),
  };
  const hasNoContent = read.factorMilli === 0 && refused.every(({ column }) => column !== 'factor');
  if (hasNoContent) refuse('factor', 'factorZero', cell('factor'));
  return refused.length > 0 ? { refused } : { row: read };
}

function isRequired(column: CatalogColumn): boolean {
  return (requiredColumns as readonly CatalogColumn[]).includes(column); // widened
}

/** The first of a unit's barcodes that cannot be one; `cell` is as they were written. */
export function findBadBarcode(
  cell: string,
  barcodes: readonly string[],
): { readonly reason: ImportReason; readonly value: string } | undefined {
  // `8,997E+12`: a spreadsheet took the barcode for a number, and its last digits are lost.
  if (/^\d([.,]\d+)?E\+?\d+$/i.test(cell)) return { reason: 'barcodeRounded', value: cell };
  if (barcodes.length > BARCODES_MAX) return { reason: 'tooMany', value: cell };
  const value = barcodes.find((barcode) => !isValidBarcode(barcode));
  if (value === undefined) return undefined;
  return { reason: /^\d+$/.test(value) ? 'barcodeInvalid' : 'barcodeUnreadable', value };
}
