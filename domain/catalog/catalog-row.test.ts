import { expect, test } from 'vitest';
import { catalogTitles, findColumns } from './catalog-columns.ts';
import { readCatalogRow } from './catalog-row.ts';

const header = catalogTitles;
const decimals = { price: ',', factor: ',', stock: ',', floor: ',' } as const;

/** Reads a good row in which these cells are others. */
function read(change: Readonly<Record<string, string>> = {}) {
  const cells = { kode: 'BTK-1', nama: 'Batik Cap', harga: '145.000', ...change };
  const inOrder = header.map((title) => new Map(Object.entries(cells)).get(title) ?? '');
  return readCatalogRow(inOrder, 7, { columns: findColumns(header), decimals });
}

/** `column reason value` of each cell that keeps the row out. */
function refusals(change: Readonly<Record<string, string>>): string[] {
  const result = read(change);
  const refused = 'refused' in result ? result.refused : [];
  return refused.map(({ column, reason, value }) => `${column} ${reason} ${value}`);
}

test('a cell that says nothing is told from a cell that says zero', () => {
  const nothing = {
    row: 7,
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

  expect(read()).toEqual({ row: nothing });
  expect(read({ stok: '0', harga: '0', harga_terendah: '0', pajak: 'tidak' })).toEqual({
    row: {
      ...nothing,
      stockMilli: 0,
      priceRupiah: 0,
      floorRupiah: 0,
      tax: { kind: 'none', isAdded: false },
    },
  });
});

test('text comes in with single spaces, composed letters and no control characters', () => {
  expect(read({ nama: '  Kopi\u00a0\tCafe\u0301\u0007 \n Gayo ', kode: ' btk-1 ' })).toMatchObject({
    row: { name: 'Kopi Café Gayo', code: 'btk-1' },
  });
});

test('an apostrophe that keeps a spreadsheet from a formula is no part of the text', () => {
  expect(read({ nama: "'=Kain", kode: "'-5", kategori: "'Asli'" })).toMatchObject({
    row: { name: '=Kain', code: '-5', category: "'Asli'" },
  });
});

test('a floor is taken away by a hyphen, a tax by the word for that of the stall', () => {
  expect(read({ harga_terendah: "'-", pajak: 'Lapak' })).toMatchObject({
    row: { floorRupiah: 'none', tax: { kind: 'stall', isAdded: false } },
  });
});

test('a floor and a tax that nobody can read keep the row out', () => {
  expect(refusals({ harga_terendah: '-5', pajak: 'PPnBM' })).toEqual([
    'floor numberNegative -5',
    'tax taxUnknown PPnBM',
  ]);
  expect(refusals({ harga_terendah: '12,5' })).toEqual(['floor rupiahFraction 12,5']);
});

test('a cell too many, too few, or under no title keeps the row out', () => {
  const columns = findColumns(['kode', '', 'nama', 'harga']);
  const told = (...cells: string[]) => readCatalogRow(cells, 7, { columns, decimals });
  const wrong = [{ column: '', reason: 'cellsWrong' }];

  expect(told('A', '', 'Kain', '1', ' ')).toMatchObject({ row: { code: 'A' } });
  expect(told('A', '', 'Kain', '1', 'x')).toMatchObject({ refused: wrong });
  expect(told('A', 'x', 'Kain', '1')).toMatchObject({ refused: wrong });
  expect(told('A', '', 'Kain')).toMatchObject({ refused: wrong });
});

test('one cell holds several barcodes, however they are parted, each once', () => {
  expect(read({ barcode: '8997000000043|KB/1, 96385074  KB/1' })).toMatchObject({
    row: { barcodes: ['8997000000043', 'KB/1', '96385074'] },
  });
});

test.each([
  ['kode', 'code', 40],
  ['nama', 'name', 120],
  ['kategori', 'category', 120],
  ['satuan', 'unit', 20],
])('the longest %s comes in, one letter more does not', (title, column, max) => {
  expect(refusals({ [title]: 'x'.repeat(max) })).toEqual([]);
  expect(refusals({ [title]: 'x'.repeat(max + 1) })).toEqual([
    `${column} tooLong ${'x'.repeat(Math.min(80, max + 1))}`,
  ]);
});

test('the largest figures come in, one more does not', () => {
  const largest = { harga: '1.000.000.000.000', isi: '1.000.000', stok: '1.000.000' };

  expect(refusals(largest)).toEqual([]);
  expect(refusals({ harga: '1.000.000.000.001' })).toEqual([
    'price numberTooLarge 1.000.000.000.001',
  ]);
  expect(refusals({ isi: '1.000.000,001', stok: '1.000.000,001' })).toEqual([
    'factor numberTooLarge 1.000.000,001',
    'stock numberTooLarge 1.000.000,001',
  ]);
});

test('twenty barcodes come in, one more does not', () => {
  const barcodes = (count: number) => Array.from({ length: count }, (_, at) => `K${at}`).join(' ');

  expect(refusals({ barcode: barcodes(20) })).toEqual([]);
  expect(refusals({ barcode: barcodes(21) })).toEqual([
    `barcode tooMany ${barcodes(21).slice(0, 80)}`,
  ]);
});

test.each(['8,997E+12', '8.997E+12', '9E12', '8,997e+12'])(
  'a barcode that a spreadsheet made %s of has lost its digits',
  (value) => {
    expect(refusals({ barcode: value })).toEqual([`barcode barcodeRounded ${value}`]);
  },
);
