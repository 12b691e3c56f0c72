import { expect, test } from 'vitest';
import type { GridLine } from '../../../tables/grid.ts';
import { guessLayout } from './guess-layout.ts';
import { firstDay, firstSum, readingOfDay, readingOfSum } from './readings.ts';

function linesOf(text: string): GridLine[] {
  const lines = text.trimEnd().split('\n');
  return lines.map((line, at) => ({ row: at + 1, cells: line.split(';'), fault: null }));
}

const LINES = linesOf(`Tanggal;Keterangan;Debet;Kredit
05/11/2026;IURAN;0,00;1.000.017,00
`);

test('the first day and sum of a file are shown as each choice would read them', () => {
  const layout = guessLayout(LINES);
  const [day, sum] = [firstDay(LINES, layout) ?? '', firstSum(LINES, layout) ?? ''];

  expect([day, sum]).toEqual(['05/11/2026', '1.000.017,00']);
  const orders = ['dmy', 'mdy', 'ymd'] as const;
  expect(orders.map((order) => readingOfDay(day, order, '2026-11-29'))).toEqual([
    '2026-11-05',
    '2026-05-11',
    '2026-11-05',
  ]);
  expect(readingOfDay('30/12', 'dmy', '2026-11-29')).toBe('2025-12-30');
  expect(readingOfDay('30/12', 'mdy', '2026-11-29')).toBeNull();
  expect([readingOfSum(sum, ',', false), readingOfSum(sum, '.', false)]).toEqual([
    100_001_700,
    null,
  ]);
  expect(readingOfSum('150000', ',', true)).toBe(150_000);
});

test('a file without days and written sums has nothing to choose', () => {
  const lines = linesOf('Tanggal;Jumlah\n;1000017 CR\n');

  expect(firstDay(lines, guessLayout(lines))).toBeNull();
  expect(firstSum(lines, guessLayout(lines))).toBeNull();
});
