import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CatalogRow } from './catalog-row.ts';
import { resolveUnits } from './resolve-units.ts';

const batik: CatalogRow = {
  row: 2,
  code: 'BTK-1',
  name: 'Batik Cap',
  category: '',
  unit: '',
  factorMilli: null,
  priceRupiah: 145_000,
  barcodes: [],
  stockMilli: null,
  floorRupiah: null,
  tax: null,
};

/** Rows of one product, numbered as in a file: `[unit, content in thousandths]`. */
function rowsOf(...units: readonly (readonly [string, number | null])[]): CatalogRow[] {
  return units.map(([unit, factorMilli], at) => ({ ...batik, row: at + 2, unit, factorMilli }));
}

function resolve(rows: readonly CatalogRow[], known: Parameters<typeof resolveUnits>[1] = []) {
  const resolved = resolveUnits(rows, known);
  return {
    units: resolved.rows.map(({ row, unit, factorMilli }) => `${row} ${unit} ${factorMilli}`),
    refused: resolved.refused.map(({ row, column, reason }) => `${row} ${column} ${reason}`),
  };
}

test.each([
  ['a row without a unit', rowsOf(['', null]), ['2 pcs 1000']],
  ['a unit without a content', rowsOf(['helai', null]), ['2 helai 1000']],
  ['the unit of 1', rowsOf(['kodi', 20_000], ['pcs', 1000]), ['3 pcs 1000', '2 kodi 20000']],
  [
    'the unit of 1 before one without',
    rowsOf(['', 1000], ['kg', 1000]),
    ['2 pcs 1000', '3 kg 1000'],
  ],
])('%s is the base unit of a new product, and stands first', (_, rows, units) => {
  expect(resolve(rows)).toEqual({ units, refused: [] });
});

test('a row that names no unit is of the base unit, also where that has another name', () => {
  expect(resolve(rowsOf(['', null], ['kg', 1000]))).toEqual({
    units: ['2 kg 1000'],
    refused: ['3 unit unitTwice'],
  });
  expect(resolve(rowsOf(['', 500], ['kg', 1000]))).toEqual({
    units: ['3 kg 1000'],
    refused: ['2 unit unitTwice'],
  });
});

test('a new product without a base unit is refused row by row', () => {
  expect(resolve(rowsOf(['lusin', 12_000], ['kodi', 20_000]))).toEqual({
    units: [],
    refused: ['2 factor baseUnitMissing', '3 factor baseUnitMissing'],
  });
});

test('the base unit of a known product stays what it is', () => {
  const known = [
    { unit: 'kg', factorMilli: 1000 },
    { unit: 'ons', factorMilli: 100 },
  ];

  expect(resolve(rowsOf(['ONS', null], ['', null], ['karung', 50_000]), known)).toEqual({
    units: ['3 kg 1000', '2 ons 100', '4 karung 50000'],
    refused: [],
  });
  expect(resolve(rowsOf(['kg', 10_000], ['gram', 1]), known)).toEqual({
    units: ['3 gram 1'],
    refused: ['2 factor baseUnitChanged'],
  });
  expect(resolve(rowsOf(['karung', null]), known)).toEqual({
    units: [],
    refused: ['2 factor missing'],
  });
});

test('a row of another name has taken the code of a product', () => {
  const [first, second] = rowsOf(['pcs', 1000], ['kodi', 20_000]);
  if (!first || !second) throw new Error('two rows are written above');

  const named = (name: string) => resolveUnits([first, { ...second, name }], []).refused;

  expect(named('BATIK  CAP')).toHaveLength(0);
  expect(named('Batik Tulis')).toEqual([
    { row: 3, column: 'code', reason: 'codeTwice', value: 'BTK-1', other: 'Batik Cap' },
  ]);
});

const someRows = fc
  .array(
    fc.tuple(
      fc.constantFrom('', 'pcs', 'PCS', 'kg', 'lusin'),
      fc.constantFrom(null, 500, 1000, 12_000),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((units) => rowsOf(...units));

test('every row is resolved or refused, once', () => {
  fc.assert(
    fc.property(someRows, someRows, (before, rows) => {
      for (const known of [[], resolveUnits(before, []).rows]) {
        const { rows: resolved, refused } = resolveUnits(rows, known);
        const seen = [...resolved, ...refused].map(({ row }) => row);
        expect(seen.toSorted((a, b) => a - b)).toEqual(rows.map(({ row }) => row));
      }
    }),
  );
});

test('a new product begins with its base unit of 1, and has no unit twice', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const { rows: resolved } = resolveUnits(rows, []);
      const units = resolved.map(({ unit }) => unit.toLowerCase());
      expect(resolved[0]?.factorMilli ?? 1000).toBe(1000);
      expect(new Set(units).size).toBe(units.length);
    }),
  );
});

test('rows that all resolved settle to the same a second time', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const once = resolveUnits(rows, []);
      fc.pre(once.refused.length === 0);
      expect(resolveUnits(rows, once.rows)).toEqual(once);
    }),
  );
});
