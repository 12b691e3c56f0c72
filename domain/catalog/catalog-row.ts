import { RUPIAH_MAX } from '../money.ts';
import { MILLI_MAX } from '../quantity.ts';
import { isValidBarcode } from './barcode.ts';
import type { RejectedCell } from './contract.ts';
import { BARCODES_MAX, CODE_MAX, NAME_MAX, UNIT_MAX } from './product.ts';
import { readMilli, readRupiah, type ReadNumber } from './read-number.ts';

/** A catalog file's columns, and what their headers may be called. */
export const catalogColumns = {
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

/** Columns without which there is nothing to import. */
export const requiredColumns = ['code', 'name', 'price'] as const;

/** One good row: a product in one of its units. */
export interface CatalogRow {
  /** Row of the file, 1 is the header. */
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly factorMilli: number;
  readonly priceRupiah: number;
  readonly barcodes: readonly string[];
  /** Null when the file says nothing. */
  readonly stockMilli: number | null;
}

/** Where each column stands; a column that is missing is not in it. */
export type ColumnPlaces = { readonly [C in CatalogColumn]?: number };

/** Finds the columns by their headers, whatever their order and case. */
export function placeColumns(header: readonly string[]): ColumnPlaces {
  const titles = header.map((title) =>
    title
      .trim()
      .toLowerCase()
      .replace(/[_\s]+/g, ' '),
  );
  const places = Object.entries(catalogColumns).flatMap(([column, names]) => {
    const at = titles.findIndex((title) => (names as readonly string[]).includes(title)); // widened
    return at < 0 ? [] : [[column, at]];
  });
  return Object.fromEntries(places) as ColumnPlaces; // the keys are columns
}

/** Reads one row: the row, or a reason for each cell that keeps it out. */
export function readCatalogRow(
  cells: readonly string[],
  places: ColumnPlaces,
  row: number,
): { readonly row: CatalogRow } | { readonly rejected: RejectedCell[] } {
  const rejected: RejectedCell[] = [];
  const cell = (column: CatalogColumn) => {
    const at = places[column];
    return at === undefined ? '' : (cells[at] ?? '').trim().normalize('NFC');
  };
  const refuse = (column: CatalogColumn, reason: string) => {
    rejected.push({ row, column, reason, value: cell(column).slice(0, 80) });
  };
  const text = (column: CatalogColumn, max: number, whenEmpty: string | null) => {
    const value = cell(column) || (whenEmpty ?? '');
    if (value === '') refuse(column, 'missing');
    if (value.length > max) refuse(column, 'tooLong');
    return value;
  };
  const number = (column: CatalogColumn, read: (text: string) => ReadNumber) => {
    const found = read(cell(column));
    if ('value' in found) return found.value;
    refuse(column, cell(column) === '' ? 'missing' : found.reason);
    return 0;
  };
  const hasFactor = cell('factor') !== '';
  const barcodes = cell('barcode')
    .split(/[\s|,]+/)
    .filter(Boolean);
  if (barcodes.some((barcode) => !isValidBarcode(barcode))) refuse('barcode', 'barcodeInvalid');
  if (barcodes.length > BARCODES_MAX) refuse('barcode', 'tooMany');
  const read: CatalogRow = {
    row,
    code: text('code', CODE_MAX, null),
    name: text('name', NAME_MAX, null),
    category: cell('category').slice(0, NAME_MAX),
    unit: text('unit', UNIT_MAX, 'pcs'),
    factorMilli: hasFactor ? number('factor', (value) => readMilli(value, MILLI_MAX)) : 1000,
    priceRupiah: number('price', (value) => readRupiah(value, RUPIAH_MAX)),
    barcodes: [...new Set(barcodes)],
    stockMilli:
      cell('stock') === '' ? null : number('stock', (value) => readMilli(value, MILLI_MAX)),
  };
  if (hasFactor && read.factorMilli === 0) refuse('factor', 'numberInvalid');
  return rejected.length > 0 ? { rejected } : { row: read };
}
