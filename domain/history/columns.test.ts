import { expect, test } from 'vitest';
import { findHistoryColumns } from './columns.ts';

test('the columns of a known export are found by their names', () => {
  const header = ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice'];

  expect(findHistoryColumns([...header, 'CustomerID', 'Country'], {})).toEqual({
    invoice: 0,
    code: 1,
    description: 2,
    quantity: 3,
    date: 4,
    time: -1,
    price: 5,
  });
});

test('Indonesian names are found whatever their case, spaces and points', () => {
  const header = ['Tanggal', 'Jam', 'No. Nota', 'Kode Barang', 'Nama Barang', 'JUMLAH', 'Harga'];

  expect(findHistoryColumns(header, {})).toEqual({
    date: 0,
    time: 1,
    invoice: 2,
    code: 3,
    description: 4,
    quantity: 5,
    price: 6,
  });
});

test('a column called waktu is the date where there is no other, else the time', () => {
  const rest = ['nota', 'kode', 'qty', 'harga'];

  expect(findHistoryColumns(['waktu', ...rest], {})).toMatchObject({ date: 0, time: -1 });
  expect(findHistoryColumns(['waktu', 'tgl', ...rest], {})).toMatchObject({ date: 1, time: 0 });
});

test('a given name wins over a known one, also for the column of another', () => {
  const header = ['nota', 'kode', 'qty', 'tanggal', 'harga', 'harga dibayar'];
  const layout = findHistoryColumns(header, {
    price: 'Harga Dibayar',
    description: 'kode',
    code: 'nota',
    invoice: 'harga',
  });

  expect(layout).toMatchObject({ price: 5, description: 1, code: 0, invoice: 4 });
});

test('all missing columns are named, together with the option that names them', () => {
  const missing = 'quantity (--column quantity=…), price (--column price=…)';

  expect(() => findHistoryColumns(['nota', 'kode', 'tanggal'], {})).toThrow(
    expect.objectContaining({ code: 'CSV_COLUMN_MISSING', data: { columns: missing } }),
  );
});

test('a column that is there twice is refused', () => {
  const header = ['nota', 'kode', 'qty', 'tanggal', 'harga', 'HARGA', 'catatan', 'catatan'];

  expect(() => findHistoryColumns(header, {})).toThrow(
    expect.objectContaining({ code: 'CSV_COLUMN_TWICE', data: { columns: 'harga' } }),
  );
});

test('a given name that the file does not have is refused, also of an optional column', () => {
  const header = ['nota', 'kode', 'qty', 'tanggal', 'harga'];

  expect(() => findHistoryColumns(header, { description: 'Uraian' })).toThrow('"Uraian"');
});
