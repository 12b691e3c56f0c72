import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODE_PAGE_437, printable, unprintable } from './printable.ts';

test('letters that the code page has stay as they are', () => {
  expect(printable('Café Ünik ½ kodi, 30 °C')).toBe('Café Ünik ½ kodi, 30 °C');
});

test('letters that it lacks become readable ones', () => {
  expect(printable('“Batik” – 2 × 3…')).toBe('"Batik" - 2 x 3...');
  expect(printable('Rp\u00a018.000 €5 Đani Šaćir')).toBe('Rp 18.000 EUR5 Dani Sacir');
});

test('a letter given as base and mark is one letter', () => {
  expect(printable('Cafe\u0301')).toBe('Café');
});

test('what has no readable form is a question mark, one for each character', () => {
  expect(printable('蜡染 😀')).toBe('?? ?');
});

test('what has no readable form is named, each character once', () => {
  expect(unprintable('Toko 蜡染 蜡 😀 “Café”?')).toEqual(['蜡', '染', '😀']);
  expect(unprintable('')).toEqual([]);
});

test('control characters never reach the printer', () => {
  expect(printable('a\u001b@b\nc\td\u007f')).toBe('a @b c d ');
});

test('every result is made of characters of the printer, whatever came in', () => {
  const page = new Set(CODE_PAGE_437);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const character of printable(text)) {
        expect(/^[ -~]$/.test(character) || page.has(character)).toBe(true);
      }
    }),
  );
});

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(printable(text))).toBe(printable(text));
    }),
  );
});
