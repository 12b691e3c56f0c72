import type { CatalogColumn, CatalogRow } from './catalog-row.ts';
import type { RejectedCell } from './contract.ts';

/** The rows of one product: its base unit first. */
export interface CatalogProduct {
  readonly code: string;
  readonly rows: readonly CatalogRow[];
}

/**
 * Brings the rows of a file together by product code, in the order of the file. A unit or barcode
 * that comes twice keeps its later row out; a product with no base unit (one whose content is 1)
 * keeps all its rows out.
 */
export function groupProducts(rows: readonly CatalogRow[]): {
  readonly products: CatalogProduct[];
  readonly rejected: RejectedCell[];
} {
  const rejected: RejectedCell[] = [];
  const refuse = (row: CatalogRow, column: CatalogColumn, reason: string, value: string) => {
    rejected.push({ row: row.row, column, reason, value });
  };
  const byCode = new Map<string, CatalogRow[]>();
  const barcodes = new Set<string>();
  for (const row of rows) {
    const kept = byCode.get(row.code) ?? [];
    const twice = row.barcodes.find((barcode) => barcodes.has(barcode));
    if (kept.some((other) => other.unit === row.unit)) {
      refuse(row, 'unit', 'unitTwice', row.unit);
    } else if (twice !== undefined) {
      refuse(row, 'barcode', 'barcodeTwice', twice);
    } else {
      byCode.set(row.code, [...kept, row]);
      for (const barcode of row.barcodes) barcodes.add(barcode);
    }
  }
  const products: CatalogProduct[] = [];
  for (const [code, found] of byCode) {
    const base = found.find((row) => row.factorMilli === 1000);
    if (base) products.push({ code, rows: [base, ...found.filter((row) => row !== base)] });
    else for (const row of found) refuse(row, 'factor', 'baseUnitMissing', row.unit);
  }
  return { products, rejected };
}
