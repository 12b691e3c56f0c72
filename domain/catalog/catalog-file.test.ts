import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barcodeForms } from './barcode.ts';
import { gatherProducts } from './catalog-file.ts';
import type { CatalogRow } from './catalog-row.ts';

function aRow(row: number, code: string, barcodes: readonly string[] = []): CatalogRow {
  return {
    row,
    code,
    name: `Kain ${code}`,
    category: '',
    unit: '',
    factorMilli: null,
    priceRupiah: 1000,
    barcodes,
    stockMilli: null,
  };
}

function gather(rows: readonly CatalogRow[]) {
  const file = gatherProducts();
  for (const row of rows) file.add(row);
  return file;
}

test('products stand in the order of the file, a code with other capitals is another one', () => {
  const rows = [aRow(2, 'B'), aRow(3, 'a'), aRow(4, 'A'), aRow(5, 'B')];
  const products = gather(rows).products();

  expect(products.map(({ code, rows: own }) => [code, own.map(({ row }) => row)])).toEqual([
    ['B', [2, 5]],
    ['a', [3]],
    ['A', [4]],
  ]);
});

test('the first row keeps its barcode, a later one is told whose it is', () => {
  const file = gather([aRow(2, 'A', ['036000291452']), aRow(3, 'B', ['KB/1', '0036000291452'])]);

  expect(file.products().map(({ code }) => code)).toEqual(['A']);
  expect(file.refused).toEqual([
    { row: 3, column: 'barcode', reason: 'barcodeTwice', value: '0036000291452', other: 'Kain A' },
  ]);
});

test('every row is gathered or refused, and no barcode is gathered twice', () => {
  const rows = fc.array(
    fc.tuple(
      fc.constantFrom('A', 'B', 'C'),
      fc.uniqueArray(fc.constantFrom('036000291452', '0036000291452', 'K1', 'K2', 'K3'), {
        maxLength: 2,
        selector: (barcode) => barcodeForms(barcode).toSorted()[0],
      }),
    ),
  );
  fc.assert(
    fc.property(rows, (given) => {
      const file = gather(given.map(([code, barcodes], at) => aRow(at, code, barcodes)));
      const gathered = file.products().flatMap((product) => product.rows);
      const seen = [...gathered, ...file.refused].map(({ row }) => row);
      const forms = gathered.flatMap(({ barcodes }) => barcodes.flatMap(barcodeForms));

      expect(seen.toSorted((a, b) => a - b)).toEqual(given.map((_, at) => at));
      expect(new Set(forms).size).toBe(forms.length);
    }),
  );
});
