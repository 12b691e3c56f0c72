import { barcodeForms } from './barcode.ts';
import type { CatalogRow, Refusal } from './catalog-row.ts';

/** The rows of one product, in the order of the file. */
export interface CatalogProduct {
  readonly code: string;
  readonly rows: readonly CatalogRow[];
}

/** Brings the rows of a file together by product code, wherever they stand. */
export interface CatalogFile {
  /** Takes a row in, unless a row before it has the same barcode. */
  add(row: CatalogRow): void;
  /** In the order of the file. */
  products(): CatalogProduct[];
  readonly refused: readonly Refusal[];
}

/** An empty file. */
export function gatherProducts(): CatalogFile {
  const refused: Refusal[] = [];
  const rowsByCode = new Map<string, CatalogRow[]>();
  const nameByBarcode = new Map<string, string>();
  return {
    refused,
    add: (row) => {
      const twice = row.barcodes.find((barcode) => nameByBarcode.has(barcode));
      if (twice !== undefined) {
        const other = nameByBarcode.get(twice) ?? '';
        const { row: at } = row;
        refused.push({ row: at, column: 'barcode', reason: 'barcodeTwice', value: twice, other });
        return;
      }
      for (const form of row.barcodes.flatMap(barcodeForms)) nameByBarcode.set(form, row.name);
      const rows = rowsByCode.get(row.code);
      if (rows) rows.push(row);
      else rowsByCode.set(row.code, [row]);
    },
    products: () => [...rowsByCode].map(([code, rows]) => ({ code, rows })),
  };
}
