import { expect, test } from 'vitest';
import { sortKey, sortKeyBeginnings } from './sort-key.ts';

function inOrder(...names: string[]): string[] {
  return names.toSorted((a, b) => Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b))));
}

test('names are in the order in which people count', () => {
  expect(inOrder('Nomor 100', 'Nomor 10', 'Nomor 2', 'Nomor 1')).toEqual([
    'Nomor 1',
    'Nomor 2',
    'Nomor 10',
    'Nomor 100',
  ]);
  expect(inOrder('Kaos 10 M', 'Kaos 2 XL', 'Kaos 2 L')).toEqual([
    'Kaos 2 L',
    'Kaos 2 XL',
    'Kaos 10 M',
  ]);
});

test('a number stands before letters, and after the same name without one', () => {
  expect(inOrder('Kain a', 'Kain 12', 'Kaina', 'Kain')).toEqual([
    'Kain',
    'Kain 12',
    'Kain a',
    'Kaina',
  ]);
});

test.each([
  ['nomor 1', 'Nomor 1', true],
  ['nomor 1', 'Nomor 100', true],
  ['nomor 10', 'Nomor 1', false],
  ['nomor 1', 'Nomor 21', false],
  ['nomor', 'Nomor 21', true],
  ['a1', 'A1234567890', true],
  [`${'7'.repeat(20)}`, `${'7'.repeat(40)}`, true],
])('%j begins %j: %s', (prefix, name, begins) => {
  const key = sortKey(name);
  expect(sortKeyBeginnings(prefix).some((beginning) => key.startsWith(beginning))).toBe(begins);
});
