import { expect, test } from 'vitest';
import type { CatalogRow } from './catalog-row.ts';
import { groupByProduct } from './group-rows.ts';

function aRow(row: number, code: string): CatalogRow {
  return {
    row,
    code,
    name: `Kain ${code}`,
    category: '',
    unit: '',
    factorMilli: null,
    priceRupiah: 1000,
    barcodes: [],
    stockMilli: null,
    floorRupiah: null,
    tax: null,
  };
}

test('products stand in the order of the file, a code with other capitals is another one', () => {
  const products = groupByProduct([aRow(2, 'B'), aRow(3, 'a'), aRow(4, 'A'), aRow(5, 'B')]);

  expect(products.map(({ code, rows: own }) => [code, own.map(({ row }) => row)])).toEqual([
    ['B', [2, 5]],
    ['a', [3]],
    ['A', [4]],
  ]);
});
