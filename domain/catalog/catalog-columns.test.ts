import { expect, test } from 'vitest';
import { unknownTitles } from '../tables/columns.ts';
import { catalogTitles, findColumns, titleOf } from './catalog-columns.ts';

test('columns are found by any of their titles, and named as the file names them', () => {
  const columns = findColumns([' SKU ', 'Nama_Barang', 'harga  JUAL', 'Warna', '']);
  const { places } = findColumns(['kode', 'nama', 'harga', 'Harga_Terendah', 'PAJAK']);

  expect(columns).toEqual({
    places: { code: 0, name: 1, price: 2 },
    titles: ['SKU', 'Nama_Barang', 'harga  JUAL', 'Warna'],
  });
  expect(places).toMatchObject({ floor: 3, tax: 4 });
  expect(titleOf(columns, 'price')).toBe('harga  JUAL');
  expect(titleOf(columns, 'unit')).toBe('satuan');
  expect(unknownTitles(columns)).toEqual(['Warna']);
});

test('all columns that are missing are named at once', () => {
  const missing = { code: 'CSV_COLUMN_MISSING', data: { columns: 'kode, harga' } };
  expect(() => findColumns(['nama', 'stok'])).toThrow(expect.objectContaining(missing));
});

test('a column that is there twice is refused, also under two names', () => {
  const twice = { code: 'CSV_COLUMN_TWICE', data: { columns: 'kode, SKU, harga, Harga' } };
  expect(() => findColumns(['kode', 'SKU', 'nama', 'harga', 'Harga'])).toThrow(
    expect.objectContaining(twice),
  );
});

test('a file of ours has every column', () => {
  expect(catalogTitles).toEqual([
    'kode',
    'nama',
    'kategori',
    'satuan',
    'isi',
    'harga',
    'barcode',
    'stok',
    'harga_terendah',
    'pajak',
  ]);
});
