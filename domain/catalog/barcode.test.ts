import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barcodeForms, canBecomeBarcode, checkDigit, isValidBarcode } from './barcode.ts';

test.each([
  ['629104150021', 3], // GS1's own example
  ['9638507', 4],
  ['03600029145', 2],
])('the check digit of %s is %i', (digits, digit) => {
  expect(checkDigit(digits)).toBe(digit);
});

test.each(['6291041500213', '96385074', '036000291452', '2000000002675', 'KB-1/A', '1234567'])(
  '%s can stand in the catalog',
  (barcode) => {
    expect(isValidBarcode(barcode)).toBe(true);
  },
);

test.each(['6291041500214', '96385075', '036000291453', '', 'kain batik', 'кофе', 'x'.repeat(49)])(
  '%j cannot stand in the catalog',
  (barcode) => {
    expect(isValidBarcode(barcode)).toBe(false);
  },
);

test('one wrong digit is always found', () => {
  const digits = fc.string({
    unit: fc.constantFrom(...'0123456789'),
    minLength: 12,
    maxLength: 12,
  });
  const place = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(digits, place, fc.integer({ min: 1, max: 9 }), (digits, at, shift) => {
      const barcode = `${digits}${checkDigit(digits)}`;
      const wrong = String((Number(barcode[at]) + shift) % 10);
      expect(isValidBarcode(barcode)).toBe(true);
      expect(isValidBarcode(`${barcode.slice(0, at)}${wrong}${barcode.slice(at + 1)}`)).toBe(false);
    }),
  );
});

test('a UPC number and its EAN with a leading zero stand for each other', () => {
  expect(barcodeForms('036000291452')).toEqual(['036000291452', '0036000291452']);
  expect(barcodeForms('0036000291452')).toEqual(['0036000291452', '036000291452']);
  expect(barcodeForms('8997000000517')).toEqual(['8997000000517']);
});

test('a scan that may lack a part becomes no barcode, unless its check digit fits', () => {
  expect(canBecomeBarcode({ code: 'LAPAK-7', isWhole: true })).toBe(true);
  expect(canBecomeBarcode({ code: 'LAPAK-7', isWhole: false })).toBe(false);
  expect(canBecomeBarcode({ code: '8991000000010', isWhole: false })).toBe(true);
  for (const part of ['8991000', '000010', '991000000010', '899100000001']) {
    expect(canBecomeBarcode({ code: part, isWhole: false })).toBe(false);
  }
});
