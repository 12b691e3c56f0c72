import { formatQuantity } from '../quantity.ts';
import type { TaxTerms } from '../sales/tax.ts';
import type { CatalogColumn } from './catalog-columns.ts';
import type { ImportNote } from './import-reason.ts';
import type { PlanKind } from './import-report.ts';
import type { ShelfProduct } from './product.ts';
import { writeTax } from './product-tax.ts';
import type { ResolvedRow } from './resolve-units.ts';

/** What a person should know of a row that comes in. */
export interface Note {
  readonly row: number;
  readonly column: CatalogColumn;
  readonly note: ImportNote;
  /** What stands in the file. */
  readonly value: string;
  /** What it is in the catalog. */
  readonly other: string;
}

/**
 * Notes on a row: a price of nothing, and a stock or tax that is not taken from it. Stock comes
 * from the base unit's row of a new product only: what is on hand of others is known better by the
 * till.
 * @param tax of the product after its first row
 */
export function notesOfRow(
  row: ResolvedRow & { readonly kind: PlanKind },
  known: ShelfProduct | undefined,
  { isFirst, tax }: { readonly isFirst: boolean; readonly tax: TaxTerms | undefined },
): Note[] {
  const notes: Note[] = [];
  const note = (column: CatalogColumn, key: ImportNote, value: string, other: string) => {
    notes.push({ row: row.row, column, note: key, value, other });
  };
  if (row.priceRupiah === 0 && row.kind !== 'unchanged') note('price', 'priceZero', '0', '');
  if (row.tax !== null && writeTax(row.tax) !== writeTax(tax)) {
    note('tax', 'taxIgnored', writeTax(row.tax), writeTax(tax));
  }
  const stock = row.stockMilli;
  if (stock === null) return notes;
  const isBase = known ? row.unit === known.units[0]?.unit : isFirst;
  if (!isBase && stock !== 0) note('stock', 'stockIgnored', formatQuantity(stock), '');
  if (isBase && known && stock !== known.onHandMilli) {
    note('stock', 'stockKept', formatQuantity(stock), formatQuantity(known.onHandMilli));
  }
  return notes;
}
