import fc from 'fast-check';
import { expect, test } from 'vitest';
import { untaxed } from '../sales/tax.ts';
import { canBeAdded, readTax, taxAfter, taxChoices, writeTax } from './product-tax.ts';

test.each([
  ['lapak', 'stall', false],
  ['Seperti lapak', 'stall', false],
  ['TIDAK', 'none', false],
  ['tidak kena', 'none', false],
  ['PPN', 'ppn', false],
  ['ppn +', 'ppn', true],
  ['ppn_mewah+', 'ppn-luxury', true],
  ['PPN barang  mewah', 'ppn-luxury', false],
  ['PB-1', 'pbjt', false],
  ['pbjt+', 'pbjt', true],
])('%s is read as people mean it', (cell, kind, isAdded) => {
  expect(readTax(cell)).toEqual({ kind, isAdded });
});

test.each(['', '+', 'ppnbm', 'ppn++', '+ppn', 'ppn 11%', 'tidak+', 'lapak+', '12'])(
  '%j is no tax of a product',
  (cell) => {
    expect(readTax(cell)).toBeUndefined();
  },
);

test('a tax is read back as it was written', () => {
  const aChoice = fc.record({ kind: fc.constantFrom(...taxChoices), isAdded: fc.boolean() });
  fc.assert(
    fc.property(aChoice, ({ kind, isAdded }) => {
      expect(readTax(writeTax({ kind, isAdded }))).toEqual({
        kind,
        isAdded: isAdded && canBeAdded(kind),
      });
    }),
  );
  expect(writeTax()).toBe('lapak');
});

test('a row that says nothing leaves the tax, one that says lapak takes it away', () => {
  const known = { tax: { kind: 'pbjt', isAdded: true } } as const;

  expect(taxAfter({ tax: null }, known)).toEqual(known.tax);
  expect(taxAfter({ tax: null }, undefined)).toBeUndefined();
  expect(taxAfter({ tax: { kind: 'stall', isAdded: false } }, known)).toBeUndefined();
  expect(taxAfter({ tax: { kind: 'none', isAdded: false } }, known)).toEqual(untaxed);
});
