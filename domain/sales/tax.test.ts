import { expect, test } from 'vitest';
import { rupiah } from '../money.ts';
import { statedBase, taxOf, taxRateOn } from './tax.ts';
import { taxOfLine } from './terms.ts';

const ppn = taxRateOn('ppn', '2026-11-24');

test('of Rp111.000 the base is 100.000, the DPP nilai lain 91.667 and the PPN 11.000', () => {
  expect(taxOf(rupiah(111_000), ppn, false)).toEqual({ baseRupiah: 100_000, taxRupiah: 11_000 });
  expect(statedBase(rupiah(111_000), ppn, false)).toBe(91_667);
  expect(statedBase(rupiah(100_000), ppn, true)).toBe(91_667);
});

test('luxury goods are taxed on all of their price', () => {
  const luxury = taxRateOn('ppn-luxury', '2026-11-24');
  expect(taxOf(rupiah(1_120_000), luxury, false)).toEqual({
    baseRupiah: 1_000_000,
    taxRupiah: 120_000,
  });
  expect(statedBase(rupiah(1_120_000), luxury, false)).toBe(1_000_000);
});

test('a stall that is no PKP charges no PPN, whatever its products say; PBJT it may', () => {
  const stall = { tax: { kind: 'none', isAdded: false }, isPkp: false } as const;
  expect(taxOfLine({ kind: 'ppn', isAdded: true }, stall).kind).toBe('none');
  expect(taxOfLine({ kind: 'ppn-luxury', isAdded: true }, stall).kind).toBe('none');
  expect(taxOfLine({ kind: 'pbjt', isAdded: true }, stall).kind).toBe('pbjt');
  expect(taxOfLine({ kind: 'ppn', isAdded: true }, { ...stall, isPkp: true }).kind).toBe('ppn');
});

test('a product without a tax of its own is taxed as the stall is', () => {
  const stall = { tax: { kind: 'pbjt', isAdded: true }, isPkp: false } as const;
  expect(taxOfLine(undefined, stall)).toEqual({ kind: 'pbjt', isAdded: true });
  expect(taxOfLine({ kind: 'none', isAdded: false }, stall).kind).toBe('none');
});
