import { type FileColumns, findTitled } from '../tables/columns.ts';

/**
 * A catalog file's columns, and what their titles may be; the first is what we call them. A title
 * is compared as foldTitle() makes it, with blanks for `_`.
 */
const titlesOf = {
  code: ['kode', 'code', 'sku', 'kode barang'],
  name: ['nama', 'name', 'nama barang', 'product', 'produk'],
  category: ['kategori', 'category'],
  unit: ['satuan', 'unit'],
  factor: ['isi', 'factor', 'isi satuan'],
  price: ['harga', 'price', 'harga jual'],
  barcode: ['barcode', 'barcodes', 'kode batang'],
  stock: ['stok', 'stock'],
  floor: ['harga_terendah', 'harga terendah', 'lowest price', 'floor', 'floor price'],
  tax: ['pajak', 'tax'],
} as const;
export type CatalogColumn = keyof typeof titlesOf;

/**
 * Columns without which there is nothing to import. The code is one of them: by it the same file
 * a second time changes the products that are there instead of adding them again.
 */
export const requiredColumns = ['code', 'name', 'price'] as const;

/** The titles of a file of ours, in their order. */
export const catalogTitles = Object.values(titlesOf).map(([title]) => title);
export const requiredTitles: readonly string[] = requiredColumns.map((key) => titlesOf[key][0]);

/** The columns of a file. */
export type CatalogColumns = FileColumns<CatalogColumn>;

/**
 * Finds the columns by their titles, whatever their order and case.
 * @throws LapakError CSV_COLUMN_MISSING, CSV_COLUMN_TWICE, with all that are
 */
export function findColumns(header: readonly string[]): CatalogColumns {
  return findTitled(header, titlesOf, requiredColumns);
}

/** Title of a column in the file; what it is called where the file has none. */
export function titleOf({ places, titles }: CatalogColumns, column: CatalogColumn): string {
  return titles[places[column] ?? -1] ?? titlesOf[column][0];
}
