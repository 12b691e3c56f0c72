import { expect, test } from 'vitest';
import { printedFooter, refusesReturns } from './footer.ts';

test.each([
  'Barang yang sudah dibeli tidak dapat dikembalikan',
  'barang yg dibeli TIDAK DAPAT DITUKAR atau dikembalikan.',
  'Tidak bisa ditukar/dikembalikan',
  'tdk bisa di tukar',
  'Kami tidak menerima pengembalian barang',
  'Tidak melayani penukaran & retur',
  'Tanpa retur, tanpa refund',
  'Uang tidak kembali',
  'Goods sold are not returnable',
  'No refund, no exchange',
  'Goods cannot be returned or exchanged',
  'All sales are final',
])('%s is not printed', (line) => {
  expect(refusesReturns(line)).toBe(true);
  expect(printedFooter(`IG @batiksari\n${line}`)).toEqual(['IG @batiksari']);
});

test.each([
  'Terima kasih, sampai jumpa kembali',
  'Barang dapat ditukar dalam 7 hari dengan struk ini',
  'Tidak cocok? Barang dapat ditukar dalam 7 hari',
  'Penukaran 3 hari, selama label tidak dilepas',
  'Tidak ada kembalian Rp100? Kami bulatkan',
  'Kain batik tidak luntur',
  'Returns within 7 days, no questions asked',
  'Toko tutup hari Senin',
])('%s is printed', (line) => {
  expect(refusesReturns(line)).toBe(false);
  expect(printedFooter(line)).toEqual([line]);
});

test('a clause that goes over two lines takes both of them along', () => {
  const footer = 'Barang yang sudah dibeli tidak dapat\ndikembalikan atau ditukar\nTerima kasih';

  expect(printedFooter(footer)).toEqual(['Terima kasih']);
});

test('empty lines are left out', () => {
  expect(printedFooter('')).toEqual([]);
  expect(printedFooter('satu\n\ndua')).toEqual(['satu', 'dua']);
});
