import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideDecimals, numberColumn } from './number-style.ts';
import type { DecimalMark } from './read-number.ts';

type Columns = readonly (readonly [title: string, cells: string])[];

/** Decides for a file with these columns; prices are whole rupiah. Cells are parted by blanks. */
function decide(columns: Columns, given: DecimalMark | null = null) {
  const found = columns.map(([title, cells]) => {
    const column = numberColumn(title, { isRupiah: title === 'harga' });
    for (const cell of cells.split(' ')) column.add(cell);
    return column;
  });
  const decided = decideDecimals(found, given);
  return 'doubt' in decided ? `${decided.doubt.column} ${decided.doubt.example}` : decided.decimals;
}

test.each<[string, DecimalMark]>([
  ['2,55 1', ','],
  ['2.55 1', '.'],
  ['0,125', ','],
  ['0.500', '.'],
  ['1250,500', ','],
  ['7,5000', ','],
  ['12500.', '.'],
  ['1.250.000', ','],
  ['1,250,000', '.'],
  ['1.250,50', ','],
  ['1,250.500', '.'],
  ['15.000 12,5', ','],
  ['1.500 0.5', '.'],
  ['0.5 0.25 0,5', '.'],
  ["'-1,5", ','],
])('a column of %j has the decimal mark %j by itself', (cells, mark) => {
  expect(decide([['stok', cells]])).toEqual([mark]);
});

test('a price of groups of three is of thousands by custom', () => {
  expect(decide([['harga', '15.000 500']])).toEqual([',']);
  expect(decide([['harga', '15,000 500']])).toEqual(['.']);
});

test('a quantity is read in the style of the prices beside it', () => {
  expect(
    decide([
      ['harga', '12.500'],
      ['stok', '1.500'],
    ]),
  ).toEqual([',', ',']);
  expect(
    decide([
      ['harga', '12,500'],
      ['stok', '1.500'],
    ]),
  ).toEqual(['.', '.']);
  expect(
    decide([
      ['harga', '12.500,00'],
      ['stok', '1.500'],
    ]),
  ).toEqual([',', ',']);
  expect(
    decide([
      ['harga', '12500'],
      ['isi', '0,5'],
      ['stok', '1.500'],
    ]),
  ).toEqual([',', ',', ',']);
});

test('groups of three of which nothing in the file proves the meaning are a doubt', () => {
  expect(
    decide([
      ['harga', '12500'],
      ['stok', '7 1.500'],
    ]),
  ).toBe('stok 1.500');
  expect(decide([['qty', '1.500 1,500']])).toBe('qty 1.500');
});

test('a price is a doubt when the file proves its mark to be the decimal one', () => {
  expect(
    decide([
      ['harga', '15.000'],
      ['stok', '0.5'],
    ]),
  ).toBe('harga 15.000');
  expect(decide([['harga', '15.000 12.5']])).toBe('harga 15.000');
  expect(
    decide([
      ['harga', '15.000'],
      ['isi', '0,5'],
      ['stok', '0.5'],
    ]),
  ).toBe('harga 15.000');
  expect(decide([['harga', '15.000 15,000']])).toBe('harga 15.000');
});

test('a column that proves both marks is a doubt when more is at stake than its own cells', () => {
  expect(decide([['stok', '0,5 0.5 0,25 1.500']])).toBe('stok 1.500');
  expect(decide([['stok', '0,5 0.5 0,25 1500']])).toEqual([',']);
});

test('what a person decides holds for each column that proves nothing itself', () => {
  expect(
    decide(
      [
        ['harga', '15.000'],
        ['stok', '0.5'],
      ],
      ',',
    ),
  ).toEqual([',', '.']);
  expect(
    decide(
      [
        ['harga', '15.000'],
        ['stok', '0.5'],
      ],
      '.',
    ),
  ).toEqual(['.', '.']);
  expect(decide([['harga', '15.000 12.5']], ',')).toEqual([',']);
  expect(
    decide(
      [
        ['harga', '12500'],
        ['stok', '1.500'],
      ],
      '.',
    ),
  ).toEqual(['.', '.']);
});

test('the doubt tells what its example is in either way', () => {
  const column = numberColumn('stok', { isRupiah: false });
  column.add(' -1,500 ');

  expect(decideDecimals([column], null)).toEqual({
    doubt: {
      column: 'stok',
      example: '-1,500',
      asThousands: { decimal: '.', valueMilli: -1_500_000 },
      asDecimal: { decimal: ',', valueMilli: -1500 },
    },
  });
});

test('with an answer there is no doubt any more', () => {
  const aCell = fc.constantFrom('1', '1.500', '1,500', '0.5', '0,5', '1.500.000', 'x', '');
  const cells = fc.array(aCell, { maxLength: 5 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(cells, cells, fc.constantFrom<DecimalMark[]>(',', '.'), (price, stock, given) => {
      expect(
        decide(
          [
            ['harga', price],
            ['stok', stock],
          ],
          given,
        ),
      ).toHaveLength(2);
    }),
  );
});
