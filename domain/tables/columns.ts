import { LapakError } from '../errors.ts';
import { tidyCell } from './cell-text.ts';

/** Columns by their key, each with what its title may be; the first is what we call it. */
export type ColumnTitles<C extends string> = Readonly<Record<C, readonly string[]>>;

/** The columns of a file. */
export interface FileColumns<C extends string> {
  /** Where each column stands; a column that is missing is not in it. */
  readonly places: { readonly [K in C]?: number };
  /** Titles as they stand in the file. */
  readonly titles: readonly string[];
}

/**
 * Finds the columns by their titles, whatever their order and case.
 * @throws LapakError CSV_COLUMN_MISSING, CSV_COLUMN_TWICE, with all that are
 */
export function findTitled<C extends string>(
  header: readonly string[],
  titlesOf: ColumnTitles<C>,
  required: readonly C[],
): FileColumns<C> {
  const titles = header.map((title) => title.trim());
  while (titles.at(-1) === '') titles.pop(); // a separator at the end of each line
  const found = placesOf(titles, titlesOf);
  const twice = found.filter(({ at }) => at.length > 1).flatMap(({ at }) => at);
  if (twice.length > 0) {
    const columns = twice.map((at) => titles[at]).join(', ');
    throw new LapakError('CSV_COLUMN_TWICE', { columns });
  }
  const missing = found.filter(({ column, at }) => {
    return at.length === 0 && required.some((name) => name === column);
  });
  if (missing.length > 0) {
    const columns = missing.map(({ name }) => name).join(', ');
    throw new LapakError('CSV_COLUMN_MISSING', { columns });
  }
  const places = found.flatMap(({ column, at }) => at.map((place) => [column, place]));
  return { places: Object.fromEntries(places), titles }; // the keys are columns
}

/** How many of the columns a header has. */
export function countTitled(header: readonly string[], titlesOf: ColumnTitles<string>): number {
  return placesOf(header, titlesOf).filter(({ at }) => at.length > 0).length;
}

/** Whether one of the titles is what a column may be called. */
export function hasTitle(header: readonly string[], names: readonly string[] = []): boolean {
  return header.map(foldTitle).some((key) => names.includes(key));
}

/** Titles of the file that no column has: what stands under them is not imported. */
export function unknownTitles({ places, titles }: FileColumns<string>): string[] {
  const known = new Set(Object.values(places));
  return titles.filter((title, at) => title !== '' && !known.has(at));
}

/** Whether the row has a cell under each title, and nothing where there is no title. */
export function fitsTitles(cells: readonly string[], titles: readonly string[]): boolean {
  if (cells.length < titles.length) return false;
  return cells.every((cell, at) => (titles[at] ?? '') !== '' || tidyCell(cell) === '');
}

/** Every place in the header at which each column stands. */
function placesOf(header: readonly string[], titlesOf: ColumnTitles<string>) {
  const keys = header.map(foldTitle);
  return Object.entries(titlesOf).map(([column, names]) => {
    const at = keys.flatMap((key, place) => (names.includes(key) ? [place] : []));
    return { column, name: names[0] ?? column, at };
  });
}

/** `Kode_Barang` and `kode barang` are one title. */
export function foldTitle(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, ' ');
}
