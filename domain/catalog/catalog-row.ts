import { RUPIAH_MAX } from '../money.ts';
import { MILLI_MAX } from '../quantity.ts';
import { isValidBarcode } from './barcode.ts';
import type { ImportReason } from './import-reason.ts';
import { BARCODES_MAX, CODE_MAX, NAME_MAX, UNIT_MAX } from './product.ts';
import { readMilli, readRupiah, type ReadNumber } from './read-number.ts';

/** A catalog file's columns, and what their titles may be; the first is what we call them. */
const catalogColumns = {
  code: ['kode', 'code', 'sku', 'kode barang'],
  name: ['nama', 'name', 'nama barang', 'product', 'produk'],
  category: ['kategori', 'category'],
  unit: ['satuan', 'unit'],
  factor: ['isi', 'factor', 'isi satuan'],
  price: ['harga', 'price', 'harga jual'],
  barcode: ['barcode', 'barcodes', 'kode batang'],
  stock: ['stok', 'stock'],
} as const;
export type CatalogColumn = keyof typeof catalogColumns;

/**
 * Columns without which there is nothing to import. The code is one of them: by it the same file
 * a second time changes the products that are there instead of adding them again.
 */
export const requiredColumns = ['code', 'name', 'price'] as const;

/** One good row: a product in one of its units. */
export interface CatalogRow {
  /** Row of the file, 1 is the header. */
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
  /** Null when the file says nothing. */
  readonly stockMilli: number | null;
}

/** The columns of a file. */
export interface CatalogColumns {
  /** Where each column stands; a column that is missing is not in it. */
  readonly places: { readonly [C in CatalogColumn]?: number };
  /** Titles as they stand in the file. */
  readonly titles: readonly string[];
}

/** Finds the columns by their titles, whatever their order and case. */
export function placeColumns(header: readonly string[]): CatalogColumns {
  const titles = header.map((title) => title.trim());
  while (titles.at(-1) === '') titles.pop(); // a separator at the end of each line
  const keys = titles.map((title) => title.toLowerCase().replace(/[_\s]+/g, ' '));
  const places = Object.entries(catalogColumns).flatMap(([column, names]) => {
    const at = keys.findIndex((key) => (names as readonly string[]).includes(key)); // widened
    return at < 0 ? [] : [[column, at]];
  });
  return { places: Object.fromEntries(places), titles }; // the keys are columns
}

/** Title of a column in the file; what it is called where the file has none. */
export function titleOf({ places, titles }: CatalogColumns, column: CatalogColumn): string {
  return titles[places[column] ?? -1] ?? catalogColumns[column][0];
}

/** A cell of the file that keeps its row out; `column` is empty for the row as a whole. */
export interface Refusal {
  readonly row: number;
  readonly column: CatalogColumn | '';
  readonly reason: ImportReason;
  readonly value: string;
  readonly other: string;
}

/** Reads one row: the row, or a reason for each cell that keeps it out. */
export function readCatalogRow(
  cells: readonly string[],
  columns: CatalogColumns,
  row: number,
): { readonly row: CatalogRow } | { readonly refused: readonly Refusal[] } {
  const { places, titles } = columns;
  const refused: Refusal[] = [];
  const cell = (column: CatalogColumn) => tidy(cells[places[column] ?? -1] ?? '');
  const refuse = (column: CatalogColumn | '', reason: ImportReason, value: string) => {
    refused.push({ row, column, reason, value: value.slice(0, 80), other: '' });
  };
  const text = (column: CatalogColumn, max: number) => {
    const value = cell(column);
    if (value === '' && isRequired(column)) refuse(column, 'missing', '');
    if (value.length > max) refuse(column, 'tooLong', value);
    return value;
  };
  const number = (column: CatalogColumn, read: (text: string) => ReadNumber) => {
    const value = cell(column);
    const found = read(value);
    if ('value' in found) return found.value;
    refuse(column, value === '' ? 'missing' : found.reason, value);
    return 0;
  };
  const quantity = (column: CatalogColumn) =>
    cell(column) === '' ? null : number(column, (value) => readMilli(value, MILLI_MAX));

  if (cells.length < titles.length || tidy(cells.slice(titles.length).join('')) !== '') {
    refuse('', 'cellsWrong', `${cells.length} / ${titles.length}`);
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
    factorMilli: quantity('factor'),
    priceRupiah: number('price', (value) => readRupiah(value, RUPIAH_MAX)),
    barcodes: [...new Set(barcodes)],
    stockMilli: quantity('stock'),
  };
  const hasNoContent = read.factorMilli === 0 && refused.every(({ column }) => column !== 'factor');
  if (hasNoContent) refuse('factor', 'factorZero', cell('factor'));
  return refused.length > 0 ? { refused } : { row: read };
}

function isRequired(column: CatalogColumn): boolean {
  return (requiredColumns as readonly CatalogColumn[]).includes(column); // widened
}

/** One space between words, no control characters, composed letters. */
function tidy(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

function findBadBarcode(
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
