import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, searchGrams } from './search-text.ts';

test.each([
  ['Kopi-Gayo  200g', 'kopi gayo 200g'],
  ['  Émping   Mélinjo ', 'emping melinjo'],
  ["Sambal Lu'at", 'sambal lu at'],
  ['İSTANBUL', 'istanbul'],
  ['Batik №5 ½', 'batik no5 1 2'],
  ['ꦧꦠꦶꦏ꧀', 'ꦧꦠꦏ'],
  ['ＫＯＰＩ', 'kopi'],
  ['!?*', ''],
])('%j is searched as %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('folding a folded text changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
  );
});

test('the index keeps the runs of one to four letters and marks where a word begins', () => {
  const product = { name: 'Kopi', code: 'K-1', category: 'Kopi', barcodes: [] };

  expect(searchGrams(product)).toEqual({
    category: '_4b.6f.70.69',
    shorts: '_k _ko k ko kop o op opi p pi i _1 1',
    fours: '_kop kopi',
  });
});
