import { LapakError } from '../errors.ts';

/** A catalog file's columns, and what their titles may be; the first is what we call them. */
const titlesOf = {
  code: ['kode', 'code', 'sku', 'kode barang'],
  name: ['nama', 'name', 'nama barang', 'product', 'produk'],
  category: ['kategori', 'category'],
  unit: ['satuan', 'unit'],
  factor: ['isi', 'factor', 'isi satuan'],
  price: ['harga', 'price', 'harga jual'],
  barcode: ['barcode', 'barcodes', 'kode batang'],
  stock: ['stok', 'stock'],
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
export interface CatalogColumns {
  /** Where each column stands; a column that is missing is not in it. */
  readonly places: { readonly [C in CatalogColumn]?: number };
  /** Titles as they stand in the file. */
  readonly titles: readonly string[];
}

/**
 * Finds the columns by their titles, whatever their order and case.
 * @throws LapakError CSV_COLUMN_MISSING, CSV_COLUMN_TWICE, with all that are
 */
export function findColumns(header: readonly string[]): CatalogColumns {
  const titles = header.map((title) => title.trim());
  while (titles.at(-1) === '') titles.pop(); // a separator at the end of each line
  const keys = titles.map((title) => title.toLowerCase().replace(/[_\s]+/g, ' '));
  const found = Object.entries(titlesOf).map(([column, names]) => {
    const isOf = (key: string) => (names as readonly string[]).includes(key); // widened
    return { column, name: names[0], at: keys.flatMap((key, at) => (isOf(key) ? [at] : [])) };
  });
  const twice = found.filter(({ at }) => at.length > 1).flatMap(({ at }) => at);
  if (twice.length > 0) {
    const columns = twice.map((at) => titles[at]).join(', ');
    throw new LapakError('CSV_COLUMN_TWICE', { columns });
  }
  const missing = found.filter(({ column, at }) => {
    return at.length === 0 && requiredColumns.some((required) => required === column);
  });
  if (missing.length > 0) {
    const columns = missing.map(({ name }) => name).join(', ');
    throw new LapakError('CSV_COLUMN_MISSING', { columns });
  }
  const places = found.flatMap(({ column, at }) => at.map((place) => [column, place]));
  return { places: Object.fromEntries(places), titles }; // the keys are columns
}

/** Title of a column in the file; what it is called where the file has none. */
export function titleOf({ places, titles }: CatalogColumns, column: CatalogColumn): string {
  return titles[places[column] ?? -1] ?? titlesOf[column][0];
}

/** Titles of the file that no column has: what stands under them is not imported. */
export function unknownTitles({ places, titles }: CatalogColumns): string[] {
  const known = new Set(Object.values(places));
  return titles.filter((title, at) => title !== '' && !known.has(at));
}
