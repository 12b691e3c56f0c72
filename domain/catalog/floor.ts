import { formatRupiah } from '../money.ts';
import type { CatalogRow, Refusal } from './catalog-row.ts';
import type { ProductUnit } from './product.ts';

/** What is said of the floor of a unit, in rupiah: `none` takes it away, null says nothing. */
export type FloorSaid = number | 'none' | null;

/** What stands in the cell of a unit that is to have no floor any more. */
export const NO_FLOOR = '-';

/** Whether a cell says that there is no floor; a spreadsheet may have made its hyphen longer. */
export function isNoFloor(cell: string): boolean {
  return /^[-\u2212\u2013\u2014]$/.test(cell);
}

/** The floor that a unit has after its row, in rupiah; undefined for none. */
export function floorAfter(
  { floorRupiah }: Pick<CatalogRow, 'floorRupiah'>,
  known: Pick<ProductUnit, 'floorRupiah'> | undefined,
): number | undefined {
  if (floorRupiah === null) return known?.floorRupiah;
  return floorRupiah === 'none' ? undefined : floorRupiah;
}

/** Refuses a row whose floor is above its price: its own, or the one that its unit has. */
export function findHighFloor(
  row: Pick<CatalogRow, 'row' | 'priceRupiah' | 'floorRupiah'>,
  known: Pick<ProductUnit, 'floorRupiah'> | undefined,
): Refusal | undefined {
  const floorRupiah = floorAfter(row, known);
  if (floorRupiah === undefined || floorRupiah <= row.priceRupiah) return undefined;
  const [floor, price] = [formatRupiah(floorRupiah), formatRupiah(row.priceRupiah)];
  if (row.floorRupiah === null) {
    return { row: row.row, column: 'price', reason: 'priceBelowFloor', value: price, other: floor };
  }
  return { row: row.row, column: 'floor', reason: 'floorAbovePrice', value: floor, other: price };
}
