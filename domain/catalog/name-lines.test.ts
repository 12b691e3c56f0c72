import { expect, test } from 'vitest';
import { nameLines } from './name-lines.ts';

test('a short name stays in one piece', () => {
  expect(nameLines('Kopi Gayo 200 g')).toEqual({ head: 'Kopi Gayo 200 g', tail: '' });
});

test('the last words of a long name, where its variants differ, stand apart', () => {
  expect(nameLines('Kemeja Batik Tulis Pekalongan Panjang XL Merah')).toEqual({
    head: 'Kemeja Batik Tulis Pekalongan Panjang ',
    tail: 'XL Merah',
  });
});

test('a long name without a space is split before its last letters', () => {
  expect(nameLines('KEMEJABATIKTULISPEKALONGANPANJANGXLMERAH')).toEqual({
    head: 'KEMEJABATIKTULISPEKALONG',
    tail: 'ANPANJANGXLMERAH',
  });
});
