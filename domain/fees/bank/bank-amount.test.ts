import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatWhole } from '../../money.ts';
import { directionOf, senOfParts, splitAmount } from './bank-amount.ts';
import { wholeRupiah } from './sen.ts';

test.each([
  ['3,528,964.00 CR', '3,528,964.00', ['CR']],
  ['1.000.000,00-', '1.000.000,00', ['-']],
  ['(500)', '500', ['-']],
  ['- 2,450,000.00', '2,450,000.00', ['-']],
  ['+Rp 5.000', '5.000', ['+']],
  ['Rp -5.000', '5.000', ['-']],
  ['1,234.00 Db.', '1,234.00', ['DB']],
  ['5.000,-', '5.000,-', []],
  ['.00', '0.00', []],
  ["'12500", '12500', []],
  [-5.25, 5.25, ['-']],
])('%j is %j with %j', (cell, bare, marks) => {
  expect(splitAmount(cell)).toEqual({ bare, marks });
});

test.each(['', '-', 'CR', '(500', '500)', '5 000 x 3', '=5+5', '1e5', '5'.repeat(50)])(
  '%j is no amount',
  (cell) => {
    expect(splitAmount(cell)).toBeNull();
  },
);

test('marks that contradict each other, or that nobody knows, tell nothing', () => {
  const signs = { in: ['CR', '+'], out: ['DB', '-'] };

  expect(
    [['CR'], ['-', 'DB'], [], ['-', 'CR'], ['X']].map((marks) => directionOf(marks, signs)),
  ).toEqual([1, -1, 0, null, null]);
});

test('any amount of sen is read back as it was written, in both styles', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000_000_000 }), (sen) => {
      const [whole, rest] = [Math.floor(sen / 100), String(sen % 100).padStart(2, '0')];
      const indonesian = `${formatWhole(whole)},${rest}`;
      const english = indonesian.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

      expect(senOfParts({ bare: indonesian, marks: [] }, ',', false)).toBe(sen);
      expect(senOfParts({ bare: english, marks: [] }, '.', false)).toBe(sen);
    }),
  );
});

test('a number of a sheet is read to the sen, and one with a third decimal is none', () => {
  expect(senOfParts({ bare: 25_441_156.37, marks: [] }, '.', false)).toBe(2_544_115_637);
  expect(senOfParts({ bare: 0.005, marks: [] }, '.', false)).toBe('amountInvalid');
  expect(senOfParts({ bare: 1e15, marks: [] }, '.', false)).toBe('amountTooLarge');
});

test('only whole rupiah are rupiah', () => {
  expect([wholeRupiah(-150_000), wholeRupiah(150_001)]).toEqual([-1500, null]);
});
