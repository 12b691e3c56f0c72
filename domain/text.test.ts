import { expect, test } from 'vitest';
import { translator } from './translator.ts';

test('English speaks of one otherwise than of many, Indonesian does not', () => {
  const english = [0, 1, 2].map((count) => translator('en').text('catalog.apply', { count }));
  const indonesian = [1, 2].map((count) => translator('id').text('catalog.apply', { count }));

  expect(english).toEqual(['Import 0 products', 'Import 1 product', 'Import 2 products']);
  expect(indonesian).toEqual(['Masukkan 1 barang', 'Masukkan 2 barang']);
});

test('a sentence of one that English has no other words for is said as of many', () => {
  expect(translator('en').text('catalog.more', { count: 1 })).toBe('and 1 more');
});
