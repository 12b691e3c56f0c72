import type { CatalogRow } from './catalog-row.ts';

/** The rows of one product, in the order of the file. */
export interface CatalogProduct {
  readonly code: string;
  readonly rows: readonly CatalogRow[];
}

/** Brings rows together by product code, wherever they stand; products as they first come. */
export function groupByProduct(rows: readonly CatalogRow[]): CatalogProduct[] {
  const rowsByCode = new Map<string, CatalogRow[]>();
  for (const row of rows) {
    const others = rowsByCode.get(row.code);
    if (others) others.push(row);
    else rowsByCode.set(row.code, [row]);
  }
  return [...rowsByCode].map(([code, own]) => ({ code, rows: own }));
}
