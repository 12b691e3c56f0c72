import { expect, test } from 'vitest';
import { countTitled, fitsTitles, hasTitle } from './columns.ts';

const titles = { code: ['kode', 'code'], name: ['nama'] };

test('columns are counted by any of their titles', () => {
  expect(countTitled(['Code', 'warna', ' NAMA '], titles)).toBe(2);
  expect(countTitled(['warna'], titles)).toBe(0);
});

test('a title is known in other letters and with other blanks', () => {
  expect(hasTitle(['Kode_ Wilayah'], ['kode wilayah'])).toBe(true);
  expect(hasTitle(['kode'], undefined)).toBe(false);
});

test('a row fits when each title has a cell, and no cell stands without a title', () => {
  expect(fitsTitles(['A', 'Kain', ' '], ['kode', 'nama'])).toBe(true);
  expect(fitsTitles(['A'], ['kode', 'nama'])).toBe(false);
  expect(fitsTitles(['A', 'Kain', 'x'], ['kode', 'nama'])).toBe(false);
});
