import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRupiah, formatWhole, RUPIAH_MAX } from '../money.ts';
import { formatQuantity, MILLI_MAX } from '../quantity.ts';
import { decimalMarks, parseDecimal } from './read-number.ts';

test.each([
  ['12500', ',', 12_500, 0],
  ['12.500', ',', 12_500, 0],
  ['12.500', '.', 125, 1],
  ['12,500', '.', 12_500, 0],
  ['Rp 12.500', ',', 12_500, 0],
  ['rp. 12.500,-', ',', 12_500, 0],
  ['IDR12.500,--', ',', 12_500, 0],
  ['12.500,00', ',', 12_500, 0],
  ['12,500.00', '.', 12_500, 0],
  ['12500.', '.', 12_500, 0],
  ['1.250.000', ',', 1_250_000, 0],
  ['-1.250,50', ',', -12_505, 1],
  ['-£2.10', '.', -21, 1],
  ['2,55', ',', 255, 2],
  ['0,125', ',', 125, 3],
  ['3,000', ',', 3, 0],
  ['-0', ',', 0, 0],
  ['00000000000000000012500', ',', 12_500, 0],
] as const)('%j with decimal %j is %i ÷ 10^%i', (cell, mark, digits, scale) => {
  expect(parseDecimal(cell, mark)).toEqual({ digits, scale });
});

test.each([
  ['2.55', ',', 'numberInvalid'],
  ['2,55', '.', 'numberInvalid'],
  ['0.500', ',', 'numberInvalid'],
  ['1.25.000', ',', 'numberInvalid'],
  ['1,250.500,00', ',', 'numberInvalid'],
  ['12rb', ',', 'numberInvalid'],
  ['1e3', '.', 'numberInvalid'],
  ['.500', '.', 'numberInvalid'],
  ['-', ',', 'numberInvalid'],
  ['', ',', 'numberInvalid'],
  ['gratis', ',', 'numberInvalid'],
  ['0,1234567', ',', 'numberInvalid'],
  ['1234567890123456', ',', 'numberTooLarge'],
  ['1234567890,123456', ',', 'numberTooLarge'],
] as const)('%j with decimal %j is none: %s', (cell, mark, fault) => {
  expect(parseDecimal(cell, mark)).toBe(fault);
});

test('a price is read back from every way it is written', () => {
  const price = fc.integer({ min: 0, max: RUPIAH_MAX });
  fc.assert(
    fc.property(price, (value) => {
      const points = formatWhole(value);
      const written = [String(value), formatRupiah(value), points, `${points},00`, `${points},-`];
      for (const text of written) {
        expect(parseDecimal(text, ',')).toEqual({ digits: value, scale: 0 });
      }
      const commas = points.replaceAll('.', ',');
      for (const text of [commas, `${commas}.00`]) {
        expect(parseDecimal(text, '.')).toEqual({ digits: value, scale: 0 });
      }
    }),
  );
});

test('a quantity is read back as it is written, with either mark', () => {
  const quantity = fc.integer({ min: -MILLI_MAX, max: MILLI_MAX });
  fc.assert(
    fc.property(quantity, fc.constantFrom(...decimalMarks), (value, mark) => {
      const written = formatQuantity(value);
      const swapped = written.replace(/[.,]/g, (found) => (found === ',' ? '.' : ','));
      const read = parseDecimal(mark === ',' ? written : swapped, mark);
      if (typeof read === 'string') throw new Error(read);
      expect(read.digits * 10 ** (3 - read.scale) + 0).toBe(value + 0);
    }),
  );
});
