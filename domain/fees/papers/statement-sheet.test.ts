import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aStatement } from '../../../test/support/papers.ts';
import { translator } from '../../translator.ts';
import { openRupiah } from './ageing-sheet.ts';
import { closingRupiah, statementSheet } from './statement-sheet.ts';
import type { StatementLine } from './views.ts';

const say = translator('id');

/** The first list of a paper. */
function tableOf({ blocks }: ReturnType<typeof statementSheet>) {
  const table = blocks.find((block) => block.kind === 'table');
  if (!table) throw new Error('the paper has a list');
  return table;
}

test('what is open by age, less what was paid ahead, is the closing balance', () => {
  const { ageing, advanceRupiah } = aStatement;

  expect(openRupiah(ageing) - advanceRupiah).toBe(closingRupiah(aStatement));
});

test('opening + charged − paid = closing, line by line, whatever happened', () => {
  const amounts = fc.array(fc.integer({ min: -5_000_000, max: 5_000_000 }), { maxLength: 40 });
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), amounts, (openingRupiah, moved) => {
      const lines = moved.map((amountRupiah): StatementLine => {
        return { on: '2026-11-01', what: 'reversal', note: '', amountRupiah };
      });
      const { rows, sums } = tableOf(statementSheet({ ...aStatement, openingRupiah, lines }, say));
      const figure = (row: (typeof rows)[number] | undefined, at: number) => Number(row?.[at]);
      rows.slice(1).forEach((row, at) => {
        const change = figure(row, 2) - figure(row, 3);
        expect(figure(row, 4)).toBe(figure(rows[at], 4) + change);
      });
      const [sum] = sums;
      expect(openingRupiah + figure(sum, 2) - figure(sum, 3)).toBe(figure(sum, 4));
      expect(figure(sum, 4)).toBe(figure(rows.at(-1), 4));
    }),
  );
});

test('each line says what it is of', () => {
  const { rows } = tableOf(statementSheet(aStatement, say));

  expect(rows.map(([, words]) => words)).toEqual([
    'Saldo awal',
    'Listrik September 2026',
    'Kebersihan September 2026',
    'Transfer bank · KW/TC/2026/000009',
    'Listrik Oktober 2026',
    'Kebersihan Oktober 2026',
    'Nota kredit',
    'Pembatalan: cek ditolak bank',
  ]);
});

test('a balance below nothing is told as paid ahead', () => {
  const ahead = { ...aStatement, openingRupiah: -3_000_000 };

  expect(JSON.stringify(statementSheet(ahead, say))).toContain('Saldo di bawah nol adalah titipan');
});
