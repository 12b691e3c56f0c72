import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRupiah, formatWhole, RUPIAH_MAX } from '../money.ts';
import { formatQuantity, MILLI_MAX } from '../quantity.ts';
import { readMilli, readRupiah } from './read-number.ts';

test.each([
  ['12500', 12_500],
  ['12.500', 12_500],
  ['12,500', 12_500],
  ['Rp 12.500', 12_500],
  ['rp. 12.500,-', 12_500],
  ['12.500,00', 12_500],
  ['12,500.00', 12_500],
  ['1.250.000', 1_250_000],
  ['1,250,000', 1_250_000],
  ['12500,0', 12_500],
  ['12500.', 12_500],
  ['7,5000', 'rupiahFraction'],
  ['0', 0],
  ['-0', 0],
  ['0,500', 'rupiahFraction'],
  ['1.250,50', 'rupiahFraction'],
  ['12,5', 'rupiahFraction'],
  ['-12.500', 'numberNegative'],
  ['Rp-12.500', 'numberNegative'],
  ['1.000.000.000.001', 'numberTooLarge'],
  ['99999999999999999999', 'numberTooLarge'],
  ['00000000000000000012500', 12_500],
  ['1.25.000', 'numberInvalid'],
  ['1.250.00', 'numberInvalid'],
  ['12,500,00', 'numberInvalid'],
  ['1,250.500,00', 'numberInvalid'],
  ['gratis', 'numberInvalid'],
  ['12rb', 'numberInvalid'],
  ['1e3', 'numberInvalid'],
  ['.500', 'numberInvalid'],
  ['-', 'numberInvalid'],
  ['', 'numberInvalid'],
])('a price of %j is %j', (text, meaning) => {
  const answer = typeof meaning === 'number' ? { value: meaning } : { reason: meaning };
  expect(readRupiah(text, RUPIAH_MAX)).toEqual(answer);
});

test.each([
  ['12', 12_000],
  ['1,5', 1500],
  ['1.5', 1500],
  ['0,125', 125],
  ['1.500', 1500],
  ['12,500', 12_500],
  ['1.500,25', 1_500_250],
  ['1,500.25', 1_500_250],
  ['999.000.000', 'numberTooLarge'],
  ['1.000.000', 1_000_000_000],
  ['0,0005', 'numberInvalid'],
  ['0,5000', 500],
  ['-3', 'numberNegative'],
  ['-0,0', 0],
  ['dua', 'numberInvalid'],
])('a quantity of %j is %j thousandths', (text, meaning) => {
  const answer = typeof meaning === 'number' ? { value: meaning } : { reason: meaning };
  expect(readMilli(text, MILLI_MAX)).toEqual(answer);
});

test('a price is read back from every way it is written', () => {
  const price = fc.integer({ min: 0, max: RUPIAH_MAX });
  fc.assert(
    fc.property(price, (value) => {
      const points = formatWhole(value);
      const commas = points.replaceAll('.', ',');
      const written = [String(value), formatRupiah(value), points, commas, `${points},00`];
      for (const text of [...written, `${commas}.00`, `Rp ${points},-`]) {
        expect(readRupiah(text, RUPIAH_MAX)).toEqual({ value });
      }
    }),
  );
});

test('a quantity below a thousand is read back as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), (value) => {
      expect(readMilli(formatQuantity(value), MILLI_MAX)).toEqual({ value });
    }),
  );
});
