import { expect, test } from 'vitest';
import { translator } from './translator.ts';
import { wordsEn } from './words.en.ts';
import { wordsId } from './words.id.ts';

test('English speaks of one otherwise than of many, Indonesian does not', () => {
  const english = [0, 1, 2].map((count) => translator('en').text('catalog.apply', { count }));
  const indonesian = [1, 2].map((count) => translator('id').text('catalog.apply', { count }));

  expect(english).toEqual(['Import 0 products', 'Import 1 product', 'Import 2 products']);
  expect(indonesian).toEqual(['Masukkan 1 barang', 'Masukkan 2 barang']);
});

test('a sentence of one that English has no other words for is said as of many', () => {
  expect(translator('en').text('catalog.more', { count: 1 })).toBe('and 1 more');
});

test('the number of a shift, a drawer or a row is a name, without thousands points', () => {
  const say = translator('id');
  expect(say.text('shift.titleX', { shift: 1234 })).toBe('Laporan X, shift 1234');
  expect(say.error('SHIFT_OPEN', { shift: 1234, drawer: 1 })).toContain('shift 1234 ');
  expect(say.text('cli.rejectedRow', { row: 12_345, reason: 'x' })).toContain('12345');
  const words = Object.entries({ ...wordsId, ...wordsEn });
  const named = /\{\{(shift|drawer|z|row|line|record|position|firstBad), number\}\}/;
  expect(words.filter(([, text]) => named.test(text))).toEqual([]);
});

test('an act has one word in Indonesian, at the till and on the console', () => {
  expect(wordsId['console.type.act']).toBe(wordsId['sync.tells.act']);
  expect(Object.values(wordsId).filter((text) => /perbuatan/i.test(text))).toEqual([]);
});
